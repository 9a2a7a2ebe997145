"""A workbook that was written here comes back: as it was, it changes nothing; what was changed in
it is seen in the preview, and happens."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - the tests change what was written
from openpyxl.cell import Cell, MergedCell  # noqa: TID253 - the tests
from openpyxl.worksheet.worksheet import Worksheet  # noqa: TID253 - the tests

from kdc_desktop.cli import main
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.states import Answer, ConsentKind, MatchState
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board.importing import import_ideas, preview_ideas
from kdc_desktop.services.board.merging import merge_ideas
from kdc_desktop.services.board.rows import Described
from kdc_desktop.services.people import people
from kdc_desktop.services.people.consents import say_consent
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING, plan_evening
from tests.rooms.known_people import everybody, previewed, somebody

NOTHING = "0 new, 0 changed, {count} same, 0 problems"


@pytest.fixture
def club(tmp_path):
    """With namesakes, a shared address, strange words, and ideas in every state."""
    database = open_database(tmp_path / "club.kdc", lambda: EVENING)
    for day in (3, 4):
        plan_evening(database, day)
    _fill_with_people(database)
    _fill_with_ideas(database)
    yield database
    database.close()


def _fill_with_people(database: Database) -> None:
    works = people.add_person
    for _namesake in range(2):
        works(database, "Matti Virtanen", organisation_name="Kala Oy", department_name="Nets")
    works(database, "Matti Virtanen", email="matti@example.org", organisation_name="City of Kotka")
    works(database, "Laine, Aino", notes="Sits at the door\nand sings", organisation_name="Sparrow")
    works(database, "Total")
    for name, email in (("Ida Ek", "office@example.org"), ("Bo Ek", "a@example.org")):
        works(database, name, email=email, organisation_name="Harbour")
    with database.edit(lazy("One address")) as edit:
        edit.get_one(Person, 7).email = "office@example.org"
    say_consent(database, 3, ConsentKind.CONTACT, given=True, source="paper")
    say_consent(database, 3, ConsentKind.PHOTOGRAPH, given=False, source="paper")


def _fill_with_ideas(database: Database) -> None:
    add = board_ideas.add_idea
    texts = ("Cargo <b>bikes</b> &amp; more", "- a point", "1. first", "=1+1", "Total", "15")
    for session_id in (1, 2):
        for text in (*texts, "Cargo <b>bikes</b> &amp; more"):
            add(database, session_id, text, author_id=1)
        add(database, session_id, "Quiet Fridays", author_id=2)
    board_clusters.add_cluster(database, 1, "Roads  & yards", [1, 2])
    merge_ideas(database, [3, 4])
    board_ideas.trash_ideas(database, [5])
    board_ideas.describe_idea(
        database,
        6,
        Described("Some details\nof it", "quiet, far", 12.5, "https://example.org/a?b=1&c"),
    )


def written(database: Database, folder: Path) -> Path:
    """The whole club as a workbook."""
    path = folder / "written.xlsx"
    assert main(["export", str(path), "--database", str(database.path)]) == 0
    return path


def rows_of(sheet: Worksheet) -> tuple[list[str], list[tuple[Cell | MergedCell, ...]]]:
    """The headers of a sheet, and the rows below them."""
    rows = list(sheet.iter_rows())
    at = next(place for place, row in enumerate(rows) if sum(bool(cell.value) for cell in row) > 3)
    return [str(cell.value) for cell in rows[at]], rows[at + 1 :]


def changed(path: Path, title: str, name: str, cells: Mapping[str, str | None]) -> Path:
    """The workbook with other cells in the first row with a name, by the headers of the columns."""
    book = load_workbook(path)
    headers, rows = rows_of(book[title])
    row = next(row for row in rows if name in [cell.value for cell in row])
    for header, value in cells.items():
        row[headers.index(header)].value = value
    book.save(path)
    return path


def told(database: Database, path: Path) -> list[str]:
    """What the preview says of the people whom something would become of."""
    rows = previewed(database, path).rows
    return [row.sentence for row in rows if row.state is not MatchState.SAME]


def test_an_untouched_workbook_changes_nobody_and_asks_nothing(club, tmp_path):
    path = written(club, tmp_path)
    before = everybody(club)
    preview = previewed(club, path)
    assert [row.sentence for row in preview.rows if row.state is not MatchState.SAME] == []
    assert preview.counts.sentence == NOTHING.format(count=7)
    import_people(club, preview)
    assert everybody(club) == before


def test_an_untouched_workbook_changes_no_idea_of_either_session(club, tmp_path):
    path = written(club, tmp_path)
    for session_id in (1, 2):
        found = preview_ideas(club, session_id, path)
        assert [(row.text, row.why) for row in found.rows if row.comes_in] == []
        assert found.problems == 0


def touched(path: Path, touch: Callable[[Worksheet, int], None]) -> Path:
    """The workbook after something was done to the sheets that come back; the row of headers."""
    book = load_workbook(path)
    for title in ("People", "Ideas"):
        rows = list(book[title].iter_rows(values_only=True))
        touch(book[title], next(at for at, row in enumerate(rows, 1) if sum(map(bool, row)) > 3))
    book.save(path)
    return path


def turn_around(sheet: Worksheet, head: int) -> None:
    rows = list(sheet.iter_rows(min_row=head + 1))
    values = [[cell.value for cell in row] for row in rows]
    for row, turned in zip(rows, values[::-1], strict=True):
        for cell, value in zip(row, turned, strict=True):
            cell.value = value


def insert_a_column(sheet: Worksheet, head: int) -> None:
    sheet.insert_cols(2)
    sheet.cell(head, 2).value = "Whom I call"
    sheet.cell(head + 2, 2).value = "on Monday"


def push_down(sheet: Worksheet, _head: int) -> None:
    sheet.insert_cols(1)
    sheet.insert_rows(1, 2)
    sheet["B1"] = "For the board"


def leave_two(sheet: Worksheet, head: int) -> None:
    sheet.delete_rows(head + 3, sheet.max_row)


@pytest.mark.parametrize("touch", [turn_around, insert_a_column, push_down, leave_two])
def test_rows_that_were_sorted_moved_or_deleted_change_nothing(club, tmp_path, touch):
    path = touched(written(club, tmp_path), touch)
    people_left = 2 if touch is leave_two else 7
    assert previewed(club, path).counts.sentence == NOTHING.format(count=people_left)
    assert [one.text for one in preview_ideas(club, 2, path).rows if one.comes_in] == []


def test_rows_out_of_sight_stay_out_and_a_row_between_is_new(club, tmp_path):
    def touch(sheet: Worksheet, head: int) -> None:
        sheet.insert_rows(head + 2)
        sheet.cell(head + 2, 1).value = "Pia Uusi"
        for row in range(head + 3, sheet.max_row + 1):
            sheet.row_dimensions[row].hidden = True  # as a filter does

    path = touched(written(club, tmp_path), touch)
    new, *out = [row for row in previewed(club, path).rows if row.state is not MatchState.SAME]
    assert new.sentence == "Pia Uusi is new."
    assert {row.sentence for row in out} == {"This row is hidden in the file."}
    assert [one.text for one in preview_ideas(club, 2, path).rows if one.comes_in] == ["Pia Uusi"]


def test_a_name_that_was_changed_is_a_new_name_of_the_same_person(club, tmp_path):
    path = changed(written(club, tmp_path), "People", "Ida Ek", {"Name": "Ida Ekholm"})
    preview = previewed(club, path)
    assert told(club, path) == ["Ida Ek: name Ida Ek → Ida Ekholm."]
    import_people(club, preview)
    assert (somebody(club, 6).name, len(everybody(club))) == ("Ida Ekholm", 7)
    assert previewed(club, path).counts.sentence == NOTHING.format(count=7)


def test_whoever_of_two_namesakes_was_changed_is_changed(club, tmp_path):
    path = written(club, tmp_path)
    book = load_workbook(path)
    headers, rows = rows_of(book["People"])
    second = next(row for row in rows if row[headers.index("Person id")].value == 2)
    second[headers.index("Phone")].value = "040 123"
    book.save(path)
    import_people(club, previewed(club, path))
    assert [somebody(club, key).details.phone for key in (1, 2)] == ["", "040 123"]


def test_every_cell_that_was_changed_is_told_and_taken_over(club, tmp_path):
    path = changed(
        written(club, tmp_path),
        "People",
        "Laine, Aino",
        {
            "E-mail": "aino@example.org",
            "Organisation": "Harbour",
            "Notes": "Sits at the window",
        },
    )
    assert told(club, path) == [
        "Laine, Aino: e-mail aino@example.org added; organisation Sparrow → Harbour; notes Sits at "
        "the door and sings → Sits at the window."
    ]
    import_people(club, previewed(club, path))
    aino = somebody(club, 4)
    assert (aino.name, aino.email, aino.organisation) == (
        "Laine, Aino",
        "aino@example.org",
        "Harbour",
    )
    assert aino.notes == "Sits at the window"


def test_cells_that_were_emptied_erase_nothing(club, tmp_path):
    empty = {"Name": None, "Notes": None, "Organisation": None, "E-mail": ""}
    path = changed(written(club, tmp_path), "People", "Laine, Aino", empty)
    assert told(club, path) == []


def test_names_that_were_sorted_apart_from_their_ids_rename_nobody(club, tmp_path):
    path = written(club, tmp_path)
    book = load_workbook(path)
    headers, rows = rows_of(book["People"])
    ids = [row[headers.index("Person id")] for row in rows]
    for cell, other in zip(ids, [one.value for one in ids][::-1], strict=True):
        cell.value = other
    book.save(path)
    assert [one for one in told(club, path) if "→" in one] == []


def test_a_row_that_was_written_over_is_asked_about(club, tmp_path):
    over = {"Name": "Sami Uusi", "E-mail": "sami@example.org", "Organisation": "Harbour"}
    path = changed(written(club, tmp_path), "People", "Ida Ek", over)
    (row,) = [row for row in previewed(club, path).rows if row.state is not MatchState.SAME]
    assert row.state is MatchState.ASKED
    assert row.sentence == (
        "This row had Ida Ek when it was written, and nothing of that is left: is Sami Uusi the "
        "same person, or somebody new?"
    )
    for answer, count in ((Answer.SAME, 7), (Answer.NEW, 8)):
        choices = ImportChoices(answers={row.number: answer})
        import_people(club, previewed(club, path, choices))
        assert len(everybody(club)) == count
        club.undo()


def test_the_ids_of_another_club_say_nothing(club, tmp_path):
    path = changed(written(club, tmp_path), "People", "Ida Ek", {"Name": "Ida Ekholm"})
    other = open_database(tmp_path / "other.kdc", lambda: EVENING + timedelta(hours=1))
    plan_evening(other)
    for number in range(8):
        people.add_person(other, f"Somebody {number}")
    assert {row.person_id for row in previewed(other, path).rows} == {None}
    assert preview_ideas(other, 1, path).changed == 0
    other.close()


def test_what_was_changed_of_ideas_happens_to_the_very_ones(club, tmp_path):
    path = changed(written(club, tmp_path), "Ideas", "Quiet Fridays", {"Idea": "Quiet Mondays"})
    found = preview_ideas(club, 2, path)
    (row,) = [row for row in found.rows if row.comes_in]
    assert row.why.startswith("Idea: “Quiet Fridays” becomes “Quiet Mondays”.")
    assert preview_ideas(club, 1, path).changed == 0
    import_ideas(club, 2, found)
    assert preview_ideas(club, 2, path).changed == 0


def test_the_command_says_what_was_changed_and_takes_it_over(club, tmp_path, capsys):
    path = changed(written(club, tmp_path), "People", "Ida Ek", {"Name": "Ida Ekholm"})
    club.close()
    command = ["import", "people", str(path), "--database", str(club.path)]
    for more in (["--preview"], []):
        assert main([*command, *more]) == 0
        assert capsys.readouterr().out.endswith("0 new, 1 changed, 6 same, 0 problems\n")
    assert main(command) == 0
    assert capsys.readouterr().out.endswith(NOTHING.format(count=7) + "\n")
