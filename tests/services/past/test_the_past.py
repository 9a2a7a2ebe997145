"""A club that is ten years old does not start empty: its past is filled in, and comes in."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook  # noqa: TID253 - the tests fill in the template
from sqlalchemy import select

from kdc_desktop.cli import main
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.instants import laptop_zone
from kdc_desktop.model import Consortium, Delegate, Idea, Member, Organisation, Person, Vision
from kdc_desktop.services.attendance.questions import attendances
from kdc_desktop.services.club.backups import kept
from kdc_desktop.services.past.importing import import_past, preview_again, preview_past
from kdc_desktop.services.past.rows import PastChoices
from kdc_desktop.services.past.template import write_template
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions import listing
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING
from tests.rooms.known_people import everybody

AINO = ("Aino Laine", "aino@example.org", "Kala Oy")
PAST: dict[str, list[Any]] = {
    "Sessions": [
        ("Autumn 2018", datetime(2018, 10, 3), "18:30", "Hall"),
        ("Spring 2019", "5.4.2019", "", ""),
    ],
    "Attendance": [
        ("Autumn 2018", *AINO, "Companies", "participant"),
        ("Spring 2019", *AINO, "", ""),
        ("Spring 2019", "Bo Ek", "", "City of Kotka", "", "observer"),
    ],
    "Projects": [("Bikes", "Spring 2019", "Kala Oy", "running", "2019-08", "Everybody bikes.")],
    "Members": [
        ("Bikes", *AINO, "lead"),
        ("Bikes", "Bo Ek", "", "City of Kotka", ""),
        ("Bikes", "Resi Dent", "", "", "adviser"),
    ],
}


@pytest.fixture
def club(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "club.kdc", lambda: EVENING)
    yield database
    database.close()


def filled(folder: Path, past: dict[str, list[Any]] = PAST) -> Path:
    """The template with these rows below its examples."""
    path = folder / "past.xlsx"
    write_template(path)
    book = load_workbook(path)
    for title, rows in past.items():
        for row in rows:
            book[title].append(row)
    book.save(path)
    return path


def told(database: Database, path: Path, *states: MatchState) -> list[str]:
    """What is said of the rows in these states."""
    rows = preview_past(database, path).rows
    return [row.sentence for row in rows if row.state in (states or (MatchState.PROBLEM,))]


def all_of(database: Database, *columns: Any) -> Sequence[tuple[Any, ...]]:
    """The rows of these columns."""
    with database.read() as snapshot:
        return [tuple(row) for row in snapshot.execute(select(*columns))]


def test_the_template_alone_brings_nothing_in(club, tmp_path):
    path = filled(tmp_path, {})
    found = preview_past(club, path)
    assert {row.state for row in found.rows} == {MatchState.LEFT_OUT}
    import_past(club, found)
    assert (everybody(club), club.next_steps()[0]) == ([], None)


def test_the_preview_says_what_then_happens(club, tmp_path):
    preview = preview_past(club, filled(tmp_path))
    assert preview.sentence == "9 new, 0 same, 0 problems"
    assert everybody(club) == []
    assert import_past(club, preview).rows == preview.rows
    assert import_past(club, preview).sentence == "0 new, 9 same, 0 problems"
    assert preview_past(club, filled(tmp_path)).sentence == "0 new, 9 same, 0 problems"


def test_sessions_of_the_past_are_over_and_count_for_who_was_there(club, tmp_path):
    import_past(club, preview_past(club, filled(tmp_path)))
    rows = listing.sessions(club)
    assert [(row.title, row.status) for row in rows] == [
        ("Spring 2019", SessionStatus.CLOSED),
        ("Autumn 2018", SessionStatus.CLOSED),
    ]
    visits = {one.name: (one.sessions, one.last_seen) for one in everybody(club)}
    assert visits["Aino Laine"] == (2, datetime(2019, 4, 5, 18, 0))
    assert visits["Resi Dent"][0] == 0
    back = {row.name: row.returning for row in attendances(club, rows[0].id)}
    assert back == {"Aino Laine": True, "Bo Ek": False}


def test_a_project_is_a_consortium_with_its_owner_its_people_and_its_vision(club, tmp_path):
    import_past(club, preview_past(club, filled(tmp_path)))
    ((name, confirmed_at, let_go_at),) = all_of(
        club, Consortium.name, Consortium.confirmed_at, Consortium.let_go_at
    )
    assert (name, confirmed_at is not None) == ("Bikes", True)
    assert let_go_at.in_zone(laptop_zone()).date().isoformat() == "2019-08-01"
    members = all_of(club, Member.organisation_id, Member.person_id, Member.role)
    names: dict[Any, Any] = dict(all_of(club, Organisation.id, Organisation.name))
    assert [(names.get(key), role.value) for key, _person, role in members] == [
        ("Kala Oy", "lead"),
        ("City of Kotka", "partner"),
        (None, "adviser"),
    ]
    assert len(all_of(club, Delegate.id)) == 3
    assert all_of(club, Vision.number, Vision.text, Vision.note) == [
        (1, "Everybody bikes.", "State when it came in: running, since 2019-08-01.")
    ]


def test_one_undo_takes_all_of_it_back_and_a_backup_lies_there(club, tmp_path):
    import_past(club, preview_past(club, filled(tmp_path)))
    assert len(kept(club)) == 1
    club.undo()
    for entity in (Person, Organisation, Consortium, Idea):
        assert all_of(club, entity.id) == []
    assert listing.sessions(club) == []


def test_nobody_becomes_somebody_else(club, tmp_path):
    people.add_person(club, "Ida Ek", email="aino@example.org")
    path = filled(tmp_path)
    assert len(told(club, path, MatchState.ASKED)) == 3
    import_past(club, preview_past(club, path))
    names = sorted(one.name for one in everybody(club))
    assert names == ["Bo Ek", "Ida Ek", "Resi Dent"]


def test_another_name_at_a_known_address_is_asked_about_beside_the_known_one(club, tmp_path):
    people.add_person(club, "Aino Laine", email="aino@example.org")
    told_of = [("Autumn 2018", *AINO), ("Spring 2019", "Aina Laine", AINO[1])]
    path = filled(tmp_path, {**PAST, "Attendance": told_of})
    assert len(told(club, path, MatchState.ASKED)) == 1


def test_a_name_and_an_address_in_one_cell_are_parted(club, tmp_path):
    told = ("Spring 2019", "Aino Laine <aino@example.org>", "", "Kala Oy", "", "")
    import_past(club, preview_past(club, filled(tmp_path, {**PAST, "Attendance": [told]})))
    (aino,) = [one for one in everybody(club) if "Aino" in one.name]
    assert (aino.name, aino.email) == ("Aino Laine", "aino@example.org")


def test_an_answer_to_one_row_is_for_all_rows_of_that_person(club, tmp_path):
    people.add_person(club, "Ida Ek", email="aino@example.org")
    preview = preview_past(club, filled(tmp_path))
    asked = [row for row in preview.rows if row.state is MatchState.ASKED]
    assert {row.offers for row in asked} == {(Answer.SAME, Answer.NEW, Answer.LEAVE_OUT)}
    for answer, names in (
        (Answer.LEAVE_OUT, ["Bo Ek", "Ida Ek", "Resi Dent"]),
        (Answer.NEW, ["Aino Laine", "Bo Ek", "Ida Ek", "Resi Dent"]),
    ):
        found = preview_again(club, preview, PastChoices({asked[0].key: answer}))
        assert found.count(MatchState.ASKED) == 0
        import_past(club, found)
        assert sorted(one.name for one in everybody(club)) == names
        club.undo()


def test_the_command_answers_as_the_dialog_does(club, tmp_path, capsys):
    people.add_person(club, "Ida Ek", email="aino@example.org")
    past = {**PAST, "Attendance": [("Autumn 2018", *AINO, "Wharf folk", "")], "Members": []}
    path = filled(tmp_path, past)
    (asked,) = [row for row in preview_past(club, path).rows if row.state is MatchState.ASKED]
    club.close()
    command = ["import", "past", str(path), "--database", str(tmp_path / "club.kdc"), "--preview"]
    assert main(command) == 1
    said = capsys.readouterr().out
    assert "“Wharf folk” is no sector that is known (1 row)" in said
    answers = ("--answer", f"Attendance {asked.number}=leave_out", "--sector", "Wharf folk=A")
    assert main([*command, *answers]) == 0
    assert "asked" not in capsys.readouterr().out
    assert main([*command, "--sector", "wharf folk=A"]) == 1
    assert "no sector that is known" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (("--answer", "Nowhere 7=same"), "Say who a row is"),
        (("--answer", "Members 99=new"), "no row 99 in the sheet Members. Its rows are 3 to 7."),
        (("--answer", "Sessions 5=new"), "Sessions, row 5 is not asked about: Autumn 2018 is new."),
        (("--answer", "Members 7=same"), "“same” is no answer to Members, row 7. The answers are"),
        (("--sector", "Nosuch=C"), "No word for a sector in this list is asked about."),
        (("--session", "1"), "--session is not for “import past”: leave it out."),
    ],
)
def test_what_is_said_to_nothing_of_a_past_is_refused(club, tmp_path, capsys, said, sentence):
    for email in ("resi@a.example", "resi@b.example"):
        people.add_person(club, "Resi Dent", email=email)
    path, where = filled(tmp_path), ("--database", str(club.path), "--preview")
    club.close()
    assert main(["import", "past", str(path), *where, *said]) == 1
    assert sentence in capsys.readouterr().err


def test_a_word_for_a_sector_that_nobody_knows_is_asked_and_not_dropped(club, tmp_path):
    past = {**PAST, "Attendance": [("Autumn 2018", *AINO, "Wharf folk", "")], "Members": []}
    preview = preview_past(club, filled(tmp_path, past))
    assert preview.unknown_sectors == {"Wharf folk": 1}
    told_of = [row.sentence for row in preview.rows if "Wharf folk" in row.sentence]
    assert len(told_of) == 1
    answered = preview_again(club, preview, PastChoices(sectors={"Wharf folk": "A"}))
    assert not [row for row in answered.rows if "Wharf folk" in row.sentence]
    import_past(club, answered)
    assert all_of(club, Organisation.name, Organisation.sector) == [("Kala Oy", "A")]


def test_who_is_known_stays_as_they_are(club, tmp_path):
    people.add_person(club, "Aino Laine", email="aino@example.org", organisation_name="Harbour")
    import_past(club, preview_past(club, filled(tmp_path)))
    (aino,) = [one for one in everybody(club) if one.name == "Aino Laine"]
    assert (aino.organisation, aino.sessions) == ("Harbour", 2)


def test_what_cannot_be_read_is_a_sentence(club, tmp_path):
    wrong: dict[str, list[Any]] = {
        "Sessions": [("Bad", "some day", "", ""), ("Later", "2030-01-01", "", "")],
        "Attendance": [("Nowhere", "Bo Ek", "", "", "", "")],
        "Projects": [("Lost", "", "", "", "", "")],
        "Members": [("Nothing", "Bo Ek", "", "", "")],
    }
    path = filled(tmp_path, wrong)
    assert told(club, path) == [
        "“some day” is no date: write it as 2016-10-05.",
        "This session is not over: plan it in the window, as every new one.",
        "There is no session “Nowhere” that comes in or is over: add it.",
        "Say which session: as in the sheet of sessions.",
        "There is no project “Nothing”: add it.",
    ]
    import_past(club, preview_past(club, path))
    assert everybody(club) == []


def test_a_workbook_without_the_sheets_is_refused(club, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Name,E-mail\nBo Ek,bo@example.org\n")
    with pytest.raises(UserError, match="has none of the sheets Sessions, Attendance"):
        preview_past(club, path)


def test_missing_sheets_are_nothing_to_bring_in(club, tmp_path):
    path = filled(tmp_path)
    book = load_workbook(path)
    del book["Projects"], book["Members"]
    book.save(path)
    assert preview_past(club, path).sentence == "5 new, 0 same, 0 problems"


def test_three_thousand_rows_come_in_whole(club, tmp_path):
    many: list[Any] = [("Spring 2019", f"Guest {n:04}", "", "", "", "") for n in range(3000)]
    path = filled(tmp_path, {"Sessions": PAST["Sessions"], "Attendance": many})
    assert import_past(club, preview_past(club, path)).sentence == "3,002 new, 0 same, 0 problems"
    assert len(everybody(club)) == 3000


def test_the_command_writes_the_template_and_brings_it_in(club, tmp_path, capsys):
    assert main(["past-template", str(tmp_path / "template.xlsx")]) == 0
    path, where = filled(tmp_path), ["--database", str(club.path)]
    club.close()
    capsys.readouterr()
    for more, said in ((["--preview"], "9 new, 0 same"), ([], "9 new, 0 same"), ([], "0 new, 9")):
        assert main(["import", "past", str(path), *more, *where]) == 0
        assert said in capsys.readouterr().out
