"""Several boards of one session: notes and clusters of each lie by themselves."""

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import sheets
from kdc_desktop.services.board.badges import no_marks
from kdc_desktop.services.board.boards import (
    add_board,
    board_of_stage,
    boards,
    boards_of_stages,
    remove_board,
    rename_board,
    show_on_stage,
)
from kdc_desktop.services.board.importing import add_ideas
from kdc_desktop.services.board.merging import merge_ideas, unmerge_ideas
from kdc_desktop.services.board.moving import move_to_board
from kdc_desktop.services.board.questions import clusters, ideas, trash
from kdc_desktop.services.joined.sessions import SESSIONS
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.questions import stages
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database
from tests.storage.places import STARTS


@pytest.fixture
def session_id(database: Database) -> int:
    return planning.plan_session(database, "Autumn evening", STARTS, templates()[0])


def texts(database: Database, session_id: int, board_id: int | None) -> set[str]:
    return {row.text for row in ideas(database, session_id, no_marks, board_id=board_id)}


def test_a_session_has_one_board_until_there_is_another(
    database: Database, session_id: int
) -> None:
    assert [(row.id, row.title) for row in boards(database, session_id)] == [(None, "Board")]
    second = add_board(database, session_id, " Obstacles ")
    rows = boards(database, session_id)
    assert [(row.id, row.title) for row in rows] == [(None, "Board"), (second, "Obstacles")]
    database.undo()
    assert len(boards(database, session_id)) == 1


def test_what_hangs_on_one_is_not_on_the_other(database: Database, session_id: int) -> None:
    second = add_board(database, session_id, "Obstacles")
    board_ideas.add_idea(database, session_id, "Yard bikes")
    there = board_ideas.add_idea(database, session_id, "Permits", board_id=second)
    board_clusters.add_cluster(database, session_id, "City", [there])
    assert texts(database, session_id, None) == {"Yard bikes"}
    assert texts(database, session_id, second) == {"Permits"}
    assert clusters(database, session_id, board_id=None) == []
    (city,) = clusters(database, session_id, board_id=second)
    assert (city.name, city.number) == ("City", 1)
    board_clusters.add_cluster(database, session_id, "City")  # a name of the first board
    assert [row.number for row in clusters(database, session_id, board_id=None)] == [1]


def test_notes_of_one_take_no_place_of_the_other(database: Database, session_id: int) -> None:
    second = add_board(database, session_id, "Obstacles")
    for number in range(5):
        board_ideas.add_idea(database, session_id, f"Idea {number}")
    board_ideas.add_idea(database, session_id, "Permits", board_id=second)
    first = next(r for r in ideas(database, session_id, no_marks) if r.text == "Idea 0")
    other = next(r for r in ideas(database, session_id, no_marks) if r.text == "Permits")
    assert (other.x, other.y) == (first.x, first.y)


def test_ideas_move_to_another_board_and_back(database: Database, session_id: int) -> None:
    second = add_board(database, session_id, "Obstacles")
    kept, moved = (board_ideas.add_idea(database, session_id, text) for text in ("A", "B"))
    board_clusters.add_cluster(database, session_id, "City", [moved, kept])
    move_to_board(database, session_id, [moved], second)
    assert texts(database, session_id, second) == {"B"}
    (row,) = ideas(database, session_id, no_marks, board_id=second)
    assert row.cluster_id is None
    database.undo()
    assert texts(database, session_id, None) == {"A", "B"}
    with pytest.raises(UserError, match="not there any more"):
        move_to_board(database, session_id, [moved], 99)


def test_tidying_one_board_leaves_the_other_alone(database: Database, session_id: int) -> None:
    second = add_board(database, session_id, "Obstacles")
    board_ideas.add_idea(database, session_id, "Far away", at=(5000.0, 5000.0))
    board_ideas.add_idea(database, session_id, "Permits", at=(900.0, 900.0), board_id=second)
    board_clusters.tidy(database, session_id, second)
    (first,) = ideas(database, session_id, no_marks, board_id=None)
    (other,) = ideas(database, session_id, no_marks, board_id=second)
    assert (first.x, first.y) == (5000.0, 5000.0)
    assert (other.x, other.y) != (900.0, 900.0)


def test_a_board_with_something_on_it_stays(database: Database, session_id: int) -> None:
    second = add_board(database, session_id, "Obstacles")
    note = board_ideas.add_idea(database, session_id, "Permits", board_id=second)
    with pytest.raises(UserError, match=r"1 idea lies on Obstacles. Move it"):
        remove_board(database, session_id, second)
    move_to_board(database, session_id, [note], None)
    city = board_clusters.add_cluster(database, session_id, "City", board_id=second)
    with pytest.raises(UserError, match=r"1 cluster is on Obstacles. Move or remove it"):
        remove_board(database, session_id, second)
    board_clusters.remove_cluster(database, city, ())
    remove_board(database, session_id, second)
    assert [row.title for row in boards(database, session_id)] == ["Board"]


def test_what_lies_in_the_trash_of_a_board_outlives_it(database: Database, session_id: int) -> None:
    second = add_board(database, session_id, "Obstacles")
    note = board_ideas.add_idea(database, session_id, "Permits", board_id=second)
    board_ideas.trash_ideas(database, [note])
    remove_board(database, session_id, second)
    assert [row.text for row in trash(database, session_id)] == ["Permits"]
    board_ideas.restore_ideas(database, [note])
    assert texts(database, session_id, None) == {"Permits"}
    for _step in range(3):
        database.undo()
    assert texts(database, session_id, second) == {"Permits"}


def test_nothing_is_put_on_a_board_that_is_gone(database: Database, session_id: int) -> None:
    gone = add_board(database, session_id, "Obstacles")
    stage = stages(database, session_id)[0]
    remove_board(database, session_id, gone)
    for put in (
        lambda: board_ideas.add_idea(database, session_id, "Permits", board_id=gone),
        lambda: board_clusters.add_cluster(database, session_id, "City", board_id=gone),
        lambda: add_ideas(database, session_id, [], gone),
        lambda: show_on_stage(database, stage.id, gone),
        lambda: rename_board(database, session_id, gone, "Hurdles"),
    ):
        with pytest.raises(UserError, match="not there any more"):
            put()


@pytest.mark.parametrize(
    ("title", "told"), [("", "Give the board a name"), ("obstacles", "There is a board")]
)
def test_names_of_boards_are_there_and_differ(
    database: Database, session_id: int, title: str, told: str
) -> None:
    add_board(database, session_id, "Obstacles")
    with pytest.raises(UserError, match=told):
        add_board(database, session_id, title)
    with pytest.raises(UserError, match=told):
        rename_board(database, session_id, None, title)
    rename_board(database, session_id, None, "Ideas")
    assert [row.title for row in boards(database, session_id)] == ["Ideas", "Obstacles"]


def test_a_stage_shows_its_own_board(database: Database, session_id: int) -> None:
    second = add_board(database, session_id, "Obstacles")
    stage = next(one for one in stages(database, session_id) if one.kind == "cluster")
    assert board_of_stage(database, stage.id) is None
    show_on_stage(database, stage.id, second)
    assert board_of_stage(database, stage.id) == second
    assert boards_of_stages(database, session_id) == {stage.id: second}
    agenda.remove_stages(database, [stage.id], SESSIONS.stage_checks)
    assert boards_of_stages(database, session_id) == {}
    database.undo()
    assert board_of_stage(database, stage.id) == second
    remove_board(database, session_id, second)
    assert board_of_stage(database, stage.id) is None


def test_the_workbook_says_on_which_board_an_idea_is(database: Database, session_id: int) -> None:
    board_ideas.add_idea(database, session_id, "Yard bikes")
    with database.read() as snapshot:
        (row,) = sheets.ideas(lambda _source: {}, Source(snapshot, None, database.now())).rows
        assert row[-1] is None
    second = add_board(database, session_id, "Obstacles")
    board_ideas.add_idea(database, session_id, "Permits", board_id=second)
    with database.read() as snapshot:
        rows = sheets.ideas(lambda _source: {}, Source(snapshot, None, database.now())).rows
        assert [row[-1] for row in rows] == ["Board", "Obstacles"]


def test_what_is_merged_across_boards_hangs_on_the_board_of_who_stays(
    database: Database, session_id: int
) -> None:
    second = add_board(database, session_id, "Obstacles")
    bikes = board_ideas.add_idea(database, session_id, "Yard bikes")
    permits = board_ideas.add_idea(database, session_id, "Permits", board_id=second)
    city = board_clusters.add_cluster(database, session_id, "City", [permits])
    merge_ideas(database, [bikes, permits])
    unmerge_ideas(database, [bikes])
    assert texts(database, session_id, None) == {"Yard bikes", "Permits"}
    assert texts(database, session_id, second) == set()
    board_clusters.remove_cluster(database, city, ())
    remove_board(database, session_id, second)
    for _step in range(4):
        database.undo()
    assert texts(database, session_id, second) == {"Permits"}


def test_an_idea_stays_in_its_session(database: Database, session_id: int) -> None:
    idea = board_ideas.add_idea(database, session_id, "Yard bikes")
    other = planning.plan_session(database, "Spring evening", STARTS, templates()[0])
    with pytest.raises(UserError, match="between the boards of one session"):
        move_to_board(database, other, [idea], add_board(database, other, "Obstacles"))


def test_a_note_comes_to_the_board_of_its_cluster(database: Database, session_id: int) -> None:
    second = add_board(database, session_id, "Obstacles")
    here = board_ideas.add_idea(database, session_id, "Yard bikes")
    there = board_clusters.add_cluster(database, session_id, "City", board_id=second)
    board_clusters.send_to_cluster(database, [here], there)
    assert texts(database, session_id, second) == {"Yard bikes"}
    of_first = board_clusters.add_cluster(database, session_id, "Yards")
    board_clusters.merge_clusters(database, there, of_first, ())
    assert texts(database, session_id, None) == {"Yard bikes"}
    assert texts(database, session_id, second) == set()
