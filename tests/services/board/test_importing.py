"""Ideas from a sheet: previewed, added once, taken back in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop import paths
from kdc_desktop.domain.board.arranging import reading_order
from kdc_desktop.domain.board.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH, grid_positions
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person, Session
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.board.importing import (
    add_ideas,
    import_ideas,
    preview_ideas,
    preview_lines,
)
from kdc_desktop.services.club import backups
from kdc_desktop.storage import Database, open_database
from tests.rooms.board_room import EVENING, STARTS, notes


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    with opened.edit(lazy("Added a session")) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
        edit.add(Person(name="Aino Laine", created_at=EVENING))
    yield opened
    opened.close()


def sheet(folder: Path, text: str) -> Path:
    path = folder / "ideas.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_importing_again_adds_nothing(database: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, "Idea,Author\nParcel lockers,Aino Laine\nShared saunas,Somebody\n")
    assert str(import_ideas(database, 1, preview_ideas(database, 1, path))) == (
        "2 new, 0 same, 0 problems"
    )
    assert str(preview_ideas(database, 1, path)) == "0 new, 2 same, 0 problems"


def test_an_idea_that_its_author_tells_again_is_one_with_the_details_of_both(
    database: Database, tmp_path: Path
) -> None:
    rows = ("Tram,Bo,Fast\n", "Tram,Carl,\n", "tram,Bo,Faster\n", "Boat,Bo,\n", "Tram,,\n")
    path = sheet(tmp_path, "Idea,Author,Details\n" + "".join(rows) * 2)
    preview = preview_ideas(database, 1, path)
    assert preview.rows[2].why == (
        "Bo tells the same idea in row 2: it is one, with the details of both."
    )
    assert str(import_ideas(database, 1, preview)) == "5 new, 0 same, 0 problems, 5 left out"
    assert (preview.rows[0].details, len(notes(database))) == ("Fast\n\nFaster", 5)
    again = str(preview_ideas(database, 1, path))
    assert again == "0 new, 5 same, 0 problems, 5 left out"


def test_what_only_one_idea_can_say_keeps_two_of_an_author_apart(
    database: Database, tmp_path: Path
) -> None:
    path = sheet(tmp_path, "Idea,Author,Cluster\nTram,Bo,Sea\nTram,Bo,Mobility\n")
    assert preview_ideas(database, 1, path).new == 2


def test_what_came_after_the_preview_is_not_added_twice(database: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, "Idea,Author\nParcel lockers,\nShared saunas,\n")
    preview = preview_ideas(database, 1, path)
    board_ideas.add_idea(database, 1, "parcel LOCKERS")
    assert str(import_ideas(database, 1, preview)) == "1 new, 1 same, 0 problems"


def test_an_idea_that_cannot_be_taken_is_named(database: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, f"Idea,Author\n{'x' * 6000},\nShared saunas,\n")
    preview = preview_ideas(database, 1, path)
    assert str(preview) == "1 new, 0 same, 1 problem"
    assert preview.rows[0].why == "The text is longer than 5,000 characters."


def test_authors_sectors_and_clusters_come_along(database: Database, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        "Idea,Author,Sector,Cluster\n"
        "Parcel lockers,Aino Laine,,Getting around\n"
        "Shared saunas,Nobody Known,Companies,Getting around\n",
    )
    import_ideas(database, 1, preview_ideas(database, 1, path))
    assert [(i.text, i.author, i.sector) for i in notes(database)] == [
        ("Parcel lockers", "Aino Laine", "R"),
        ("Shared saunas", "Nobody Known", "C"),
    ]
    assert [(c.name, c.ideas) for c in board_questions.clusters(database, 1)] == [
        ("Getting around", 2)
    ]


def test_371_real_ideas_are_one_undo(database: Database) -> None:
    path = paths.resource("sample", "bowling-green-2050", "comments.csv")
    done = import_ideas(database, 1, preview_ideas(database, 1, path))
    assert (done.new, done.changed, done.problems) == (371, 0, 0)
    assert len(notes(database)) == done.new
    assert str(database.undo().label) == f"Imported {done.new} ideas"
    assert notes(database) == []


def test_an_import_keeps_a_backup_of_the_club_before_it(database: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, "Idea\nParcel lockers\n")
    import_ideas(database, 1, preview_ideas(database, 1, path))
    (backup,) = backups.kept(database)
    backups.restore(backup, tmp_path / "before.kdc")
    before = open_database(tmp_path / "before.kdc")
    assert notes(before) == []
    before.close()


def test_ideas_for_a_session_that_is_not_there_are_refused_in_a_sentence(
    database: Database, tmp_path: Path
) -> None:
    path = sheet(tmp_path, "Idea,Author\nParcel lockers,\n")
    preview = preview_ideas(database, 1, path)
    with pytest.raises(UserError, match="not there any more"):
        preview_ideas(database, 55, path)
    with pytest.raises(UserError, match="not there any more"):
        import_ideas(database, 55, preview)
    assert backups.kept(database) == []


def test_what_is_cut_of_a_row_is_told_beside_it(database: Database, tmp_path: Path) -> None:
    path = sheet(tmp_path, f"Idea,Cluster\nLockers,{'x' * 130}\nSaunas,Warm\n")
    rows = preview_ideas(database, 1, path).rows
    assert [len(row.cluster) for row in rows] == [120, 4]
    assert [row.why for row in rows] == [
        "A name is too long and is cut: of the cluster, or of the author.",
        "",
    ]


def test_lines_that_are_pasted_may_say_what_is_there_already(database: Database) -> None:
    for _time in range(2):
        add_ideas(database, 1, preview_lines(database, 1, "Lockers\nSaunas").rows)
    assert [row.text for row in notes(database)] == ["Lockers", "Saunas", "Lockers", "Saunas"]
    step = database.next_steps()[0]
    assert step is not None
    assert str(step.label) == "Added 2 ideas"


@pytest.mark.parametrize(("there", "count", "at"), [(0, 8, 0), (3, 2, 3), (5, 12, 0), (12, 30, 0)])
def test_lines_are_read_in_their_order_on_the_board_after_what_is_there(
    database: Database, there: int, count: int, at: int
) -> None:
    for number in range(there):
        board_ideas.add_idea(database, 1, f"Idea {number}")
    lines = [f"Line {number}" for number in range(count)]
    add_ideas(database, 1, preview_lines(database, 1, "\n".join(lines)).rows)
    rows = {row.id: row for row in notes(database)}
    order = reading_order({key: (row.x, row.y) for key, row in rows.items()})
    assert [rows[key].text for key in order][there:] == lines
    assert rows[order[there]].x == grid_positions(at + 1, columns=6)[at].x


@pytest.mark.parametrize(
    ("moved", "lines", "row"),
    [((2, 100), 3, 0), ((0, 1.4), 4, 2), ((0, 1.0), 4, 1), ((0, 1.0), 6, 2), ((2, 3.5), 3, 4)],
    ids=["one far below", "one that lies low", "room beside", "no room beside", "one lower"],
)
def test_lines_lie_together_where_a_note_lies_apart(
    database: Database, moved: tuple[int, float], lines: int, row: int
) -> None:
    for number in range(3):
        board_ideas.add_idea(database, 1, f"Idea {number}")
    first, *_, last = notes(database)
    x, y = moved
    step_x, step_y = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP
    board_ideas.move_ideas(database, {last.id: (first.x + x * step_x, first.y + y * step_y)})
    text = "\n".join(f"Line {number}" for number in range(lines))
    add_ideas(database, 1, preview_lines(database, 1, text).rows)
    at = [(one.y - first.y) / step_y for one in notes(database) if one.text.startswith("Line")]
    assert at == [row] * lines


def test_lines_that_a_cluster_would_part_begin_a_row(database: Database) -> None:
    board_ideas.add_idea(database, 1, "Idea")
    (first,) = notes(database)
    beside = first.x + 2 * (NOTE_WIDTH + GAP)
    board_clusters.add_cluster(database, 1, "Beside", at=(beside, first.y))
    add_ideas(database, 1, preview_lines(database, 1, "A\nB\nC").rows)
    assert len({row.y for row in notes(database) if row.text != "Idea"}) == 1
