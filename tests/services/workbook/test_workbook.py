"""The workbook holds the whole evening."""

from datetime import datetime, timedelta

from sqlalchemy import select

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
    Poll,
    Position,
    Reservation,
    Session,
    Stage,
    Vision,
)
from kdc_desktop.screens.consortia.contents import ColumnTexts
from kdc_desktop.screens.consortia.room import needs
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import add_consortium
from tests.rooms.poll_room import EVENING, STARTS
from tests.rooms.vision_pages import vision_page
from tests.rooms.workbook_room import reveal, vote

TITLES = (
    *("Summary", "Read me"),
    *("Session", "Agenda", "Portfolio", "People", "Organisations", "Departments", "Attendance"),
    *("Ideas", "Clusters", "Polls", "Options"),
    *(
        "Results",
        "Winners",
        "Interests",
        "Consortia",
        "Members",
        "Delegates",
        "Open roles",
    ),
    *("Visions", "Readings", "Askings", "Buy-in", "Positions", "Answers", "Reservations"),
    *("Commitments", "Trail", "Network", "People in the network"),
    *("In and out", "How polls went", "Ballot papers", "Voter roll", "Log"),
)


def ids(room, entity) -> list[int]:
    with room.database.read() as session:
        return sorted(session.scalars(select(entity.id)))


def test_the_heading_has_both_hours_where_an_evening_began_at_another(room, export):
    def told(late: int) -> str:
        with room.database.edit(lazy("Went live")) as edit:
            session = edit.get_one(Session, room.session_id)
            session.went_live_at = EVENING + timedelta(minutes=late)
        return str(export().sheets["Read me"]["B1"].value)

    planned, live = (f"2026-11-03 {hour}" for hour in ("18:00", "18:49"))
    assert told(0).endswith(planned)
    assert told(49).endswith(f"{planned} (went live {live})")


def test_every_sheet_is_a_table_with_rows_under_a_frozen_header(room, export):
    for secrecy in ("sector", "named"):  # only papers with names are in a workbook
        poll_id = room.open_poll(secrecy=secrecy)
        vote(room, poll_id, range(20), 0)
        reveal(room, poll_id)
    book = export()
    assert tuple(book.sheets.sheetnames) == TITLES
    for sheet in book.sheets.worksheets[2:]:
        assert (sheet.freeze_panes[1:], len(sheet.tables)) == ("3", 1)
    assert [title for title in TITLES[2:] if not book.rows(title)] == []


def test_ids_are_those_of_the_file(room, export):
    poll_id = room.open_poll(secrecy="named")
    vote(room, poll_id, range(3), 0)
    reveal(room, poll_id)
    book = export()
    for title, (called, entity) in {
        "Session": ("Session id", Session),
        "Agenda": ("Stage id", Stage),
        "Organisations": ("Organisation id", Organisation),
        "Attendance": ("Attendance id", Attendance),
        "Ideas": ("Idea id", Idea),
        "Clusters": ("Cluster id", Cluster),
        "Polls": ("Poll id", Poll),
        "Options": ("Option id", Option),
        "Consortia": ("Consortium id", Consortium),
        "Members": ("Member id", Member),
        "Visions": ("Vision id", Vision),
        "Answers": ("Position id", Position),
        "Reservations": ("Reservation id", Reservation),
        "Commitments": ("Commitment id", Commitment),
        "Log": ("Entry id", JournalEntry),
    }.items():
        assert sorted(book.column(title, called)) == ids(room, entity), title
    paper_ids = {int(key) for key in book.column("Ballot papers", "Paper id")}
    assert sorted(paper_ids) == ids(room, BallotPaper)
    people_there = set(room.people) | {m for m in book.column("Members", "Person id") if m}
    assert set(book.column("People", "Person id")) == people_there


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
    ideas = {row["Idea id"]: row for row in export().rows("Ideas")}
    assert ideas[room.ideas[1]]["Merged into id"] == room.ideas[0]
    assert ideas[room.ideas[2]]["Trashed"] == STARTS
    assert ideas[room.ideas[3]]["Author"] == "Aino Ainonen"
    assert {row["Votes in the deciding poll"] for row in ideas.values()} == {None}


def test_readiness_and_the_matrix_are_what_the_vision_screen_says(evening, room, export):
    page = vision_page(room.database, evening.consortium_id)
    book = export()
    (row,) = book.rows("Consortia")
    assert row["Ready"] == ("yes" if page.readiness.ready else "no")
    assert row["What is missing"] == "\n".join(str(reason) for reason in page.readiness.reasons)
    assert [(r["Version 1"], r["Version 2"]) for r in book.rows("Positions")] == [
        member.levels for member in page.members
    ]
    buy_in = book.rows("Buy-in")
    stands = ("Members asked", "At the agreed level or above", "Below it", "No answer")
    assert [tuple(r[stand] for stand in stands) for r in buy_in] == [(7, 3, 4, 0), (7, 4, 3, 0)]
    apart = ("At or above it, not abstaining", "At or above it, abstaining")
    assert [tuple(r[stand] for stand in apart) for r in buy_in] == [(2, 1), (3, 1)]
    assert len(book.sheets["Positions"].conditional_formatting) == 1


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


def test_the_log_has_every_label_of_the_evening_and_no_row(room, export):
    log = export().rows("Log")
    assert {"Set up the room", "Saved version 2 of the vision of Yard bikes"} <= {
        row["What"] for row in log
    }
    assert [row["Entry id"] for row in log] == sorted(row["Entry id"] for row in log)
    assert set(log[0]) == {"Entry id", "When", "What", "Undone", "Who", "How"}
    assert {(row["Who"], row["How"]) for row in log} == {("Facilitator", "By hand")}


def test_one_session_shows_nothing_of_another_and_the_club_shows_all(room, export, tmp_path):
    with room.database.edit(lazy("Planned another")) as edit:
        other = Session(title="Spring evening", starts_at=datetime(2027, 3, 2, 18))
        binned = Session(title="No more", starts_at=STARTS, trashed_at=EVENING)
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


def test_a_sector_that_only_looks_on_is_missing_everywhere_in_the_same_words(evening, room, export):
    with room.database.edit(lazy("Let the only academic look on")) as edit:
        lab = edit.get_one(Member, evening.members[4])
        lab.role = "observer"
    said = "Nobody from academia is in, except as an observer."
    reasons = vision_page(room.database, evening.consortium_id).readiness.reasons
    assert said in [str(reason) for reason in reasons]
    (column,) = overview(room.database, room.session_id, CONSORTIUM_TRAILS).consortia
    assert said in [gap.sentence for gap in column.gaps]
    assert ("A", True) in ColumnTexts().of(
        overview(room.database, room.session_id, CONSORTIUM_TRAILS), ()
    )[0].badges
    assert "an academic" in needs(column)
    (row,) = export().rows("Consortia")
    assert "Academia" in row["Sectors missing"]
    assert "Academia" not in row["Sectors in"]
    assert (row["Ready"], said in row["What is missing"]) == ("no", True)
