"""What rearranges the board is planned before the write; who edits in between loses nothing."""

from pathlib import Path

import pytest
from sqlalchemy import event

from kdc_desktop.errors import CalledOffError, UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person, Session
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.board.importing import import_ideas, preview_ideas
from kdc_desktop.services.board.rearranging import rearranged
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.people import people
from kdc_desktop.storage import Database, files
from tests.rooms.board_room import notes, rows
from tests.services.board.on_the_board import add, overlaps


class Plan:
    """Lays all notes of the board in one place, and counts how often it was made."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, wall: Wall) -> None:
        self.made += 1
        for note in wall.on_board(1):
            note.lay((5.0, 5.0))


def places(database: Database) -> set[tuple[float, float]]:
    return {(row.x, row.y) for row in notes(database)}


def test_a_plan_that_still_holds_is_written_as_it_was_made(database: Database) -> None:
    add(database, 3)
    plan = Plan()
    rearranged(
        database,
        lazy("Laid all in one place"),
        plan,
        ahead=True,
        before_writing=lambda: people.add_person(database, "Eino Aho"),
    )
    assert (plan.made, places(database)) == (1, {(5.0, 5.0)})


def test_what_was_not_written_meanwhile_is_not_read_again(database: Database) -> None:
    add(database, 3)
    asked: list[str] = []

    def meanwhile() -> None:
        people.add_person(database, "Eino Aho")
        files.raw(database.connections._connection()).set_trace_callback(asked.append)

    rearranged(database, lazy("Laid all"), Plan(), ahead=True, before_writing=meanwhile)
    assert [each for each in asked if "idea.session_id = 1" in each] == []
    assert places(database) == {(5.0, 5.0)}


def test_a_plan_is_made_anew_where_somebody_has_changed_what_it_goes_out_from(
    database: Database,
) -> None:
    add(database, 3)
    plan = Plan()
    rearranged(
        database,
        lazy("Laid all in one place"),
        plan,
        ahead=True,
        before_writing=lambda: add(database, 1, at=(900.0, 900.0)),
    )
    assert (plan.made, places(database), len(notes(database))) == (2, {(5.0, 5.0)}, 4)


def test_an_undo_in_between_counts_as_a_change(database: Database) -> None:
    ideas = add(database, 3)
    board_ideas.trash_ideas(database, ideas[:1])
    plan = Plan()
    rearranged(database, lazy("Laid all"), plan, ahead=True, before_writing=database.undo)
    assert (plan.made, places(database), len(notes(database))) == (2, {(5.0, 5.0)}, 3)


def sheet(folder: Path, *lines: str) -> Path:
    path = folder / "ideas.csv"
    path.write_text("\n".join(("Idea,Author,Cluster", *lines)), encoding="utf-8")
    return path


def test_ideas_that_come_while_an_import_is_worked_out_are_not_doubled_and_not_covered(
    database: Database, tmp_path: Path
) -> None:
    preview = preview_ideas(database, 1, sheet(tmp_path, "Parcel lockers,,", "Shared saunas,,"))

    def meanwhile() -> None:
        board_ideas.add_idea(database, 1, "parcel LOCKERS")
        board_ideas.add_idea(database, 1, "Night buses")

    done = import_ideas(database, 1, preview, meanwhile)
    assert str(done) == "1 new, 1 same, 0 problems"
    assert sorted(row.text for row in notes(database)) == [
        "Night buses",
        "Shared saunas",
        "parcel LOCKERS",
    ]
    assert overlaps(database) == []


def test_a_cluster_that_goes_while_an_import_is_worked_out_is_made_again(
    database: Database, tmp_path: Path
) -> None:
    yards = board_clusters.add_cluster(database, 1, "Yards")
    preview = preview_ideas(database, 1, sheet(tmp_path, "Shared saunas,,Yards"))
    import_ideas(
        database,
        1,
        preview,
        lambda: board_clusters.remove_cluster(database, yards, BOARD.cluster_trails),
    )
    (row,) = board_questions.clusters(database, 1)
    assert (row.name, row.ideas) == ("Yards", 1)


def test_the_name_of_an_author_who_goes_in_between_stays_with_the_idea(
    database: Database, tmp_path: Path
) -> None:
    preview = preview_ideas(database, 1, sheet(tmp_path, "Shared saunas,Aino Laine,"))

    def meanwhile() -> None:
        with database.edit(lazy("Removed Aino Laine")) as edit:
            edit.delete(edit.get_one(Person, 1))

    import_ideas(database, 1, preview, meanwhile)
    assert [(row.text, row.author) for row in notes(database)] == [("Shared saunas", "Aino Laine")]


def test_a_session_that_goes_in_between_is_told_and_nothing_is_written(
    database: Database, tmp_path: Path
) -> None:
    preview = preview_ideas(database, 1, sheet(tmp_path, "Shared saunas,,"))

    def meanwhile() -> None:
        with database.edit(lazy("Removed a session")) as edit:
            edit.delete(edit.get_one(Session, 1))

    with pytest.raises(UserError, match="not there any more"):
        import_ideas(database, 1, preview, meanwhile)
    assert notes(database) == []


def test_an_import_that_is_called_off_before_the_write_writes_nothing(
    database: Database, tmp_path: Path
) -> None:
    preview = preview_ideas(database, 1, sheet(tmp_path, "Shared saunas,,"))

    def call_off() -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError):
        import_ideas(database, 1, preview, call_off)
    assert notes(database) == []


def test_a_stack_of_every_kind_is_laid_out_in_one_go(database: Database) -> None:
    from kdc_desktop.services.board.merging import merge_ideas, unmerge_ideas

    ideas = add(database, 30)
    board_clusters.add_cluster(database, 1, "Yards", ideas[:10])
    parents = [merge_ideas(database, ideas[at : at + 3]) for at in range(0, 30, 3)]
    freed = unmerge_ideas(database, parents)
    assert (len(freed), len(notes(database)), overlaps(database)) == (20, 30, [])
    inside = [row.id for row in rows(database).values() if row.cluster_id is not None]
    assert sorted(inside) == ideas[:12]


def test_moving_many_ideas_takes_as_many_statements_as_moving_a_few_hundred(
    database: Database,
) -> None:
    ideas = add(database, 40)
    said: list[str] = []

    def listen(_connection, _cursor, statement, *_rest):
        said.append(statement)

    engine = database.connections._writer
    event.listen(engine, "before_cursor_execute", listen)
    board_ideas.move_ideas(database, dict.fromkeys(ideas[:2], (7.0, 7.0)))
    few, said[:] = len(said), []
    board_ideas.move_ideas(database, dict.fromkeys(ideas, (9.0, 9.0)))
    event.remove(engine, "before_cursor_execute", listen)
    assert len(said) == few
