"""The workbook holds the whole evening, and no vote that is to stay hidden."""

import shutil
import subprocess
from datetime import datetime

import pytest
from openpyxl.utils import column_index_from_string  # noqa: TID253 - to read charts
from sqlalchemy import event, select

from kdc_desktop.domain.people.sectors import SECTORS
from kdc_desktop.domain.polls.ranking import Order
from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    BallotPaper,
    Cluster,
    Commitment,
    Consortium,
    Idea,
    JournalEntry,
    Member,
    Option,
    Organisation,
    Person,
    Poll,
    Position,
    Reservation,
    Session,
    Stage,
    Vision,
)
from kdc_desktop.screens.consortia.contents import columns_of
from kdc_desktop.screens.consortia.words import needs
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.joined import CONSORTIUM_TRAILS, SHEETS
from kdc_desktop.services.polls import papers
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.visions.questions import vision_page
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.services.workbook.export import ExportCounts, export_workbook
from kdc_desktop.storage import open_database
from tests.rooms.consortium_room import add_consortium
from tests.rooms.poll_room import EVENING, TOPICS
from tests.rooms.workbook_room import Book, an_evening, reveal, vote

TITLES = (
    *("Read me", "Session", "Agenda", "People", "Organisations", "Departments", "Attendance"),
    *("In and out", "Ideas", "Clusters", "Polls", "Options", "Ballot papers", "Voter roll"),
    *("Results", "Winners", "Interests", "Consortia", "Members", "Delegates", "Open roles"),
    *("Visions", "Readings", "Buy-in", "Positions", "Position list", "Reservations"),
    *("Commitments", "Log"),
)
HOSTILE = ["=cmd|' /C calc'!A0", "+1", "@x", "-2", "🚲 emoji", "#N/A"]


@pytest.fixture
def evening(tmp_path):
    made = an_evening(tmp_path / "club.kdc")
    yield made
    made.room.database.close()


@pytest.fixture
def room(evening):
    return evening.room


@pytest.fixture
def export(room, tmp_path):
    """Writes the workbook of the session, or of what is asked for, and reads it again."""

    def write(session_id: int | None = room.session_id) -> Book:
        export_workbook(room.database, tmp_path / "out.xlsx", SHEETS, session_id)
        return Book(tmp_path / "out.xlsx")

    return write


def ids(room, entity) -> list[int]:
    with room.database.read() as session:
        return sorted(session.scalars(select(entity.id)))


def test_every_sheet_is_a_table_with_rows_under_a_frozen_header(room, export):
    reveal_poll = room.open_poll(secrecy="sector")
    vote(room, reveal_poll, range(20), 0)
    reveal(room, reveal_poll)
    book = export()
    assert tuple(book.sheets.sheetnames) == TITLES
    assert len(SHEETS) == len(TITLES) - 1
    for sheet in book.sheets.worksheets[1:]:
        assert (sheet.freeze_panes, len(sheet.tables)) == ("A2", 1)
    assert [title for title in TITLES[1:] if not book.rows(title)] == []


def test_ids_are_those_of_the_file(room, export):
    poll_id = room.open_poll()
    vote(room, poll_id, range(3), 0)
    reveal(room, poll_id)
    book = export()
    for title, entity in {
        "Session": Session,
        "Agenda": Stage,
        "Organisations": Organisation,
        "Attendance": Attendance,
        "Ideas": Idea,
        "Clusters": Cluster,
        "Polls": Poll,
        "Options": Option,
        "Consortia": Consortium,
        "Members": Member,
        "Visions": Vision,
        "Position list": Position,
        "Reservations": Reservation,
        "Commitments": Commitment,
        "Log": JournalEntry,
    }.items():
        assert sorted(book.column(title, "Id")) == ids(room, entity), title
    paper_ids = {int(key) for key in book.column("Ballot papers", "Paper id")}
    assert sorted(paper_ids) == ids(room, BallotPaper)
    people_there = set(room.people) | {m for m in book.column("Members", "Person id") if m}
    assert set(book.column("People", "Id")) == people_there


def test_the_agenda_shows_planned_and_actual_time(export):
    row = export().rows("Agenda")[1]
    assert row["Planned start"] == datetime(2026, 11, 3, 18, 20)
    assert (row["Started"], row["Ended"]) == (
        datetime(2026, 11, 3, 18, 25),
        datetime(2026, 11, 3, 18, 50),
    )
    assert (row["Planned minutes"], row["Actual minutes"], row["Difference"]) == (20, 25, 5)


def test_attendance_has_the_times_in_and_out_and_who_came_back(room, export):
    with room.database.edit(lazy("An evening before")) as edit:
        before = Session(title="Autumn", starts_at=datetime(2026, 9, 1, 18))
        edit.add(before)
        edit.flush()
        edit.add(Attendance(session_id=before.id, person_id=room.people[0], arrived_at=EVENING))
    book = export()
    first = next(r for r in book.rows("Attendance") if r["Person id"] == room.people[0])
    assert (first["In and out"], first["Returning"]) == ("in 18:00, out 19:00", "yes")
    assert first["Last out"] == datetime(2026, 11, 3, 19)
    assert book.column("Attendance", "Returning").count("yes") == 1


def test_merged_and_trashed_ideas_say_so(room, export):
    ideas = {row["Id"]: row for row in export().rows("Ideas")}
    assert ideas[room.ideas[1]]["Merged into id"] == room.ideas[0]
    assert ideas[room.ideas[2]]["Trashed"] == EVENING
    assert ideas[room.ideas[3]]["Author"] == "Aino Ainonen"
    assert {row["Votes"] for row in ideas.values()} == {None}


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("secrecy", ["named", "sector", "secret"])
def test_a_poll_that_is_not_revealed_leaks_no_tally(room, export, secrecy, closed):
    poll_id = room.open_poll(secrecy=secrecy, marks_each=100)
    vote(room, poll_id, range(7), 1, marks=83)
    set_hands(room.database, poll_id, 9, {room.options(poll_id)[2]: 777})
    if closed:
        with room.database.edit(lazy("Closed"), undoable=False) as edit:
            edit.get_one(Poll, poll_id).state = "closed"
    book = export()
    cells = [
        str(cell)
        for sheet in book.sheets.worksheets
        for line in sheet.iter_rows(values_only=True)
        for cell in line
        if cell is not None
    ]
    tallies = {str(7 * 83), "83", "777", str(7 * 83 + 777)}
    assert [cell for cell in cells if cell in tallies] == []
    assert book.rows("Results") == book.rows("Ballot papers") == []
    assert book.rows("Polls")[0]["Voted"] == 16
    assert len(book.rows("Voter roll")) == (20 if closed else 0)
    notes = [row[3] for row in book.sheets["Read me"].iter_rows(values_only=True)]
    assert sum("not been revealed" in (note or "") for note in notes) == 2


def test_the_result_in_the_workbook_is_the_announced_one(room, export):
    poll_id = room.open_poll(secrecy="sector", smallest_group=3)
    vote(room, poll_id, range(12), 1, marks=2)
    vote(room, poll_id, range(12, 20), 4, marks=5)
    reveal(room, poll_id)
    announced = room.result(poll_id)
    rows = export().rows("Results")
    names = {"C": "Companies", "P": "City and public", "A": "Academia"}
    names |= {"T": "Third sector", "R": "Residents"}
    assert [(r["Option id"], r["Place"], r["Total"], r["Not by sector"]) for r in rows] == [
        (r.option_id, r.place, r.total, r.rest) for r in announced.rows
    ]
    assert [{s.sector: s.count for s in r.shares} for r in announced.rows] == [
        {letter: row[name] for letter, name in names.items()} for row in rows
    ]
    by_weakest = room.result(poll_id, Order.WEAKEST)
    assert {r.option_id: r.rank for r in by_weakest.rows} == {
        row["Option id"]: row["Rank by weakest sector"] for row in rows
    }
    assert {row["Took part"] for row in rows} == {"20 at the kiosk = 20 of 20 present"}
    assert [row["Winner"] for row in rows if row["Option"] == TOPICS[0]] == ["yes"]


def test_votes_stand_beside_clusters_once_they_are_revealed(room, export):
    poll_id = room.open_poll()
    vote(room, poll_id, range(6), 2, marks=3)
    reveal(room, poll_id)
    votes = dict(zip(*(export().column("Clusters", c) for c in ("Id", "Votes")), strict=True))
    assert votes == dict.fromkeys(room.clusters, 0) | {room.clusters[2]: 18}


def test_a_named_poll_tells_who_voted_what(room, export):
    poll_id = room.open_poll(secrecy="named")
    vote(room, poll_id, [3], 1, marks=4)
    reveal(room, poll_id)
    (row,) = export().rows("Ballot papers")
    assert (row["Person id"], row["Person"], row["Marks"]) == (room.people[3], "Juho Ainonen", 4)
    assert (row["Sector"], row["Option"]) == ("Third sector", TOPICS[1])


def test_a_sector_only_poll_hides_small_groups_on_papers_and_results(room, export):
    poll_id = room.open_poll(secrecy="sector", smallest_group=4)
    companies = [place for place in range(20) if place % 5 == 0]
    city = [place for place in range(20) if place % 5 == 1]
    academia = [2, 7, 12]
    vote(room, poll_id, [*companies, *city, *academia], 0)
    reveal(room, poll_id)
    book = export()
    sectors = book.column("Ballot papers", "Sector")
    # Academia's three papers alone could be worked out, so one larger sector hides with them.
    assert sorted(map(str, sectors)) == ["City and public"] * 4 + ["None"] * 7
    assert set(book.column("Ballot papers", "Person id")) == {None}
    assert set(book.column("Ballot papers", "Person")) == {None}
    assert set(book.column("Results", "Academia")) == {None}
    assert set(book.column("Results", "Companies")) == {None}


def test_a_secret_poll_shows_neither_person_nor_sector_nor_time(room, export):
    poll_id = room.open_poll(secrecy="secret")
    for place in reversed(range(20)):
        vote(room, poll_id, [place], place % 6)
    reveal(room, poll_id)
    book = export()
    rows = book.rows("Ballot papers")
    for column in ("Person id", "Person", "Sector"):
        assert {row[column] for row in rows} == {None}
    keys = [int(row["Paper id"]) for row in rows]
    assert keys == sorted(keys)
    assert not any(isinstance(value, datetime) for row in rows for value in row.values())
    roll = book.rows("Voter roll")
    assert [row["Person"] for row in roll] == sorted(row["Person"] for row in roll)
    assert not any(isinstance(value, datetime) for row in roll for value in row.values())
    assert {row["What"] for row in book.rows("Log")} & {"A paper came in"} == set()


def test_a_blank_paper_is_a_paper(room, export):
    poll_id = room.open_poll(secrecy="named")
    papers.cast_paper(room.database, poll_id, room.people[0], {}, Channel.BY_HAND)
    reveal(room, poll_id)
    (row,) = export().rows("Ballot papers")
    assert (row["Option id"], row["Option"], row["Marks"]) == (None, "blank paper", 0)


def test_a_discarded_poll_is_not_in_the_workbook(room, export):
    poll_id = room.open_poll()
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    with room.database.edit(lazy("Put away")) as edit:
        edit.get_one(Poll, poll_id).trashed_at = EVENING
    book = export()
    for title in ("Polls", "Options", "Ballot papers", "Voter roll", "Results"):
        assert book.rows(title) == []


def test_readiness_and_the_matrix_are_what_the_vision_screen_says(evening, room, export):
    page = vision_page(room.database, evening.consortium_id)
    book = export()
    (row,) = book.rows("Consortia")
    assert row["Ready"] == ("yes" if page.readiness.ready else "no")
    assert row["What is missing"] == "\n".join(str(reason) for reason in page.readiness.reasons)
    assert [(r["Version 1"], r["Version 2"], r["Trend"] or "") for r in book.rows("Positions")] == [
        (*member.levels, str(member.remark or "")) for member in page.members
    ]
    buy_in = book.rows("Buy-in")
    stands = ("Members asked", "At the agreed level or above", "Below it", "No answer")
    assert [tuple(r[stand] for stand in stands) for r in buy_in] == [(7, 3, 4, 0), (7, 4, 3, 0)]
    assert len(book.sheets["Positions"].conditional_formatting) == 1


@pytest.mark.parametrize("secrecy", ["sector", "secret"])
def test_results_and_buy_in_come_with_a_chart_in_the_sectors_colours(room, export, secrecy):
    poll_id = room.open_poll(secrecy=secrecy)
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    book = export()
    charts = {sheet.title: len(sheet._charts) for sheet in book.sheets.worksheets if sheet._charts}
    assert charts == {"Results": 1, "Buy-in": 1}
    titles = list(book.rows("Results")[0])
    colours = {}
    for series in book.sheets["Results"]._charts[0].series:
        column = column_index_from_string(series.val.numRef.f.split("$")[1])
        colours[titles[column - 1]] = f"#{series.graphicalProperties.solidFill.srgbClr}"
    by_sector = {sector.name: sector.light for sector in SECTORS} if secrecy == "sector" else {}
    assert {name: colour for name, colour in colours.items() if name in by_sector} == by_sector
    assert len(colours) == (6 if secrecy == "sector" else 1)


def test_consortia_on_different_scales_are_coloured_on_a_common_one(evening, room, export):
    with room.database.edit(lazy("Another scale")) as edit:
        winner_id = edit.get_one(Consortium, evening.consortium_id).winner_id
        other = Consortium(
            session_id=room.session_id,
            winner_id=winner_id,
            name="Heat",
            place_in_order=2,
            scale="consent",
            agreed_level=2,
            created_at=EVENING,
        )
        edit.add(other)
        edit.flush()
        member = Member(consortium_id=other.id, organisation_id=1, joined_at=EVENING)
        vision = Vision(consortium_id=other.id, number=1, text="Warm", created_at=EVENING)
        edit.add_all([member, vision])
        edit.flush()
        edit.add(Position(vision_id=vision.id, member_id=member.id, level=3, at=EVENING))
    assert export().rows("Positions")[-1]["Version 1"] == 1.0


def test_dates_are_dates(export):
    (row,) = export().rows("Commitments")
    assert (row["By"], row["Overdue"]) == (datetime(2026, 11, 1), "yes")


def test_what_people_wrote_arrives_as_text(evening, room, export):
    long, broken = "x" * 40_000, "a\x01b"
    with room.database.edit(lazy("Hostile")) as edit:
        texts = [*HOSTILE, long, broken]
        edit.add_all(
            Idea(session_id=room.session_id, text=text, sector="R", x=0, y=0, created_at=EVENING)
            for text in texts
        )
        person = edit.get_one(Person, room.people[0])
        person.name = person.email = person.notes = HOSTILE[0]
        edit.get_one(Session, room.session_id).title = HOSTILE[0]
        edit.get_one(Consortium, evening.consortium_id).name = HOSTILE[0]
        edit.get_one(Vision, evening.versions[0]).text = HOSTILE[0]
        edit.add(Organisation(name=HOSTILE[2], sector="C", notes=HOSTILE[1]))
        edit.add(
            Poll(
                session_id=1,
                question=HOSTILE[0],
                method="dots",
                marks_each=1,
                stacking=False,
                secrecy="named",
                subject="ideas",
                created_at=EVENING,
            )
        )
    book = export()
    *_, cut, mended = (row["Idea"] for row in book.rows("Ideas"))
    assert [row["Idea"] for row in book.rows("Ideas")][-8:-2] == HOSTILE
    assert (len(cut), cut[-7:], mended) == (32_767, "… (cut)", "a\N{REPLACEMENT CHARACTER}b")
    for sheet in book.sheets.worksheets:
        for line in sheet.iter_rows():
            assert {cell.data_type for cell in line} <= {"s", "n", "d"}


def test_the_log_has_every_label_of_the_evening_and_no_row(room, export):
    log = export().rows("Log")
    assert {"Set up the room", "Saved version 2 of the vision of Yard bikes"} <= {
        row["What"] for row in log
    }
    assert [row["Id"] for row in log] == sorted(row["Id"] for row in log)
    assert set(log[0]) == {"Id", "When", "What", "Undone"}


def test_one_session_shows_nothing_of_another_and_the_club_shows_all(room, export, tmp_path):
    with room.database.edit(lazy("Planned another")) as edit:
        other = Session(title="Spring evening", starts_at=datetime(2027, 3, 2, 18))
        binned = Session(title="No more", starts_at=EVENING, trashed_at=EVENING)
        edit.add_all([other, binned])
        edit.flush()
        edit.add_all(
            Idea(session_id=s.id, text=s.title, sector="R", x=0, y=0, created_at=EVENING)
            for s in (other, binned)
        )
    consortium_id, _ = add_consortium(room.database, other.id, "Ferries")
    save_version(room.database, consortium_id, "A ferry an hour")
    one, every = export(), export(None)
    assert "Saved version 1 of the vision of Ferries" not in one.column("Log", "What")
    assert "Saved version 1 of the vision of Ferries" in every.column("Log", "What")
    assert one.column("Consortia", "Consortium") == ["Yard bikes"]
    assert "Session" not in one.rows("Ideas")[0]
    assert (every.rows("Ideas")[0]["Session id"], every.rows("Ideas")[0]["Session"]) == (
        other.id,
        "Spring evening",
    )
    assert every.column("Sessions", "Title") == ["Spring evening", "Winter evening"]
    assert "No more" not in every.column("Ideas", "Idea")


def test_the_number_of_questions_does_not_grow_with_the_ideas(room, export):
    asked: list[str] = []
    event.listen(room.database._engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    export()
    few = len(asked)
    with room.database.edit(lazy("More")) as edit:
        edit.add_all(
            Idea(
                session_id=1,
                text=f"{n}",
                sector="R",
                x=0,
                y=0,
                author_id=room.people[n % 20],
                created_at=EVENING,
            )
            for n in range(200)
        )
    asked.clear()
    export()
    assert len(asked) == few < 60


def test_a_cancelled_export_leaves_the_old_file(room, tmp_path):
    path = tmp_path / "out.xlsx"
    path.write_text("old")
    looks = iter([False] * 40 + [True] * 100)
    counts = export_workbook(room.database, path, SHEETS, 1, cancelled=lambda: next(looks))
    assert (counts, path.read_text()) == (ExportCounts(0, 0, written=False), "old")
    assert export_workbook(room.database, path, SHEETS, 1, cancelled=lambda: True).written is False


def test_progress_counts_every_row(room, tmp_path):
    told: list[tuple[int, int]] = []
    counts = export_workbook(
        room.database,
        tmp_path / "out.xlsx",
        SHEETS,
        1,
        lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (counts.rows, counts.rows)
    assert counts.sheets == len(TITLES)


def test_a_session_that_is_gone_is_said_in_a_sentence(room, tmp_path):
    with pytest.raises(UserError, match="Choose another one to export"):
        export_workbook(room.database, tmp_path / "out.xlsx", SHEETS, 99)


def test_an_empty_club_gives_a_workbook_with_empty_tables(tmp_path):
    database = open_database(tmp_path / "empty.kdc", lambda: EVENING)
    counts = export_workbook(database, tmp_path / "out.xlsx", SHEETS)
    database.close()
    assert counts == ExportCounts(len(TITLES), 0)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(room, export, tmp_path):
    poll_id = room.open_poll()
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    export()
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "ods",
            "--outdir",
            tmp_path,
            tmp_path / "out.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=100,
    )
    assert (tmp_path / "out.ods").stat().st_size > 10_000


def test_a_sector_that_only_looks_on_is_missing_everywhere_in_the_same_words(evening, room, export):
    with room.database.edit(lazy("Let the only academic look on")) as edit:
        lab = edit.get_one(Member, evening.members[4])
        lab.role = "observer"
    said = "No academic is in, except as an observer."
    reasons = vision_page(room.database, evening.consortium_id).readiness.reasons
    assert said in [str(reason) for reason in reasons]
    (column,) = overview(room.database, room.session_id, CONSORTIUM_TRAILS).consortia
    assert said in [gap.sentence for gap in column.gaps]
    assert ("A", True) in columns_of(
        overview(room.database, room.session_id, CONSORTIUM_TRAILS), ()
    )[0].badges
    assert "an academic" in needs(column)
    (row,) = export().rows("Consortia")
    assert "Academia" in row["Sectors missing"]
    assert "Academia" not in row["Sectors in"]
    assert (row["Ready"], said in row["What is missing"]) == ("no", True)
