"""Ideas and whole clusters go to another board of their session, and come back by one undo."""

import pytest
from sqlalchemy import select

from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Cluster, Idea, Poll
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board.badges import no_marks
from kdc_desktop.services.board.boards import add_board
from kdc_desktop.services.board.ideas import add_idea, trash_ideas
from kdc_desktop.services.board.merging import merge_ideas, unmerge_ideas
from kdc_desktop.services.board.moving import move_cluster_to_board, move_to_board
from kdc_desktop.services.board.questions import clusters, ideas
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.polls.preparing import PollPlan, create_poll
from kdc_desktop.storage import Database

SESSION = 1


@pytest.fixture
def second(database: Database) -> int:
    return add_board(database, SESSION, "Obstacles")


def _put(database: Database, poll_id: int, state: PollState) -> None:
    with database.edit(lazy("Went on"), undoable=False) as edit:
        edit.get_one(Poll, poll_id).state = state


def everything(database: Database) -> list[object]:
    with database.read() as snapshot:
        rows = [*snapshot.scalars(select(Idea)), *snapshot.scalars(select(Cluster))]
        return [{key: one for key, one in vars(row).items() if key[0] != "_"} for row in rows]


def texts(database: Database, board_id: int | None) -> set[str]:
    return {row.text for row in ideas(database, SESSION, no_marks, board_id=board_id)}


def names(database: Database, board_id: int | None) -> list[tuple[str, int, int]]:
    rows = clusters(database, SESSION, board_id=board_id)
    return [(row.name, row.number, row.ideas) for row in rows]


def test_a_cluster_goes_with_all_that_lies_in_it(database: Database, second: int) -> None:
    city, yard, kept, thrown = (add_idea(database, SESSION, text) for text in "ABCD")
    moved = board_clusters.add_cluster(database, SESSION, "City", [city, yard, thrown])
    board_clusters.add_cluster(database, SESSION, "Yards", [kept])
    trash_ideas(database, [thrown])
    merge_ideas(database, [city, yard])
    before = everything(database)
    move_cluster_to_board(database, moved, second)
    assert names(database, second) == [("City", 1, 1)]
    assert names(database, None) == [("Yards", 1, 1)]
    unmerge_ideas(database, [city])
    assert texts(database, second) == {"A", "B"}
    database.undo()
    database.undo()
    assert everything(database) == before


def test_it_lies_beside_what_is_there_and_covers_nothing(database: Database, second: int) -> None:
    for number in range(6):
        add_idea(database, SESSION, f"Free {number}", board_id=second)
    inside = [add_idea(database, SESSION, f"Idea {number}") for number in range(14)]
    moved = board_clusters.add_cluster(database, SESSION, "City", inside)
    board_clusters.add_cluster(database, SESSION, "Yards", board_id=second)
    move_cluster_to_board(database, moved, second)
    yards, city = clusters(database, SESSION, board_id=second)
    assert (yards.number, city.number) == (1, 2)
    assert yards.x + yards.width <= city.x or yards.y + yards.height <= city.y
    for row in ideas(database, SESSION, no_marks, board_id=second):
        in_it = city.x <= row.x < city.x + city.width and city.y <= row.y < city.y + city.height
        assert in_it == (row.cluster_id == city.id)


def test_what_was_merged_elsewhere_stays_where_that_is(database: Database, second: int) -> None:
    bikes, ferries = add_idea(database, SESSION, "Bikes"), add_idea(database, SESSION, "Ferries")
    city = board_clusters.add_cluster(database, SESSION, "City", [ferries])
    merge_ideas(database, [bikes, ferries])
    move_cluster_to_board(database, city, second)
    unmerge_ideas(database, [bikes])
    assert texts(database, None) == {"Bikes", "Ferries"}
    assert texts(database, second) == set()


def test_two_clusters_of_one_name_do_not_meet_on_a_board(database: Database, second: int) -> None:
    city = board_clusters.add_cluster(database, SESSION, "City")
    board_clusters.add_cluster(database, SESSION, "city", board_id=second)
    with pytest.raises(UserError, match=r"City on that board already. Rename one"):
        move_cluster_to_board(database, city, second)
    with pytest.raises(UserError, match="not there any more"):
        move_cluster_to_board(database, city, 99)


def test_what_the_room_votes_on_stays_until_the_poll_is_closed(
    database: Database, second: int
) -> None:
    bikes, ferries = add_idea(database, SESSION, "Bikes"), add_idea(database, SESSION, "Ferries")
    clustered = [
        board_clusters.add_cluster(database, SESSION, name, [idea])
        for name, idea in (("City", bikes), ("Sea", ferries))
    ]
    plan = PollPlan(question="Which first?", option_ids=tuple(clustered))
    poll = create_poll(database, SESSION, plan)
    move_cluster_to_board(database, clustered[0], second, BOARD.move_trails)
    database.undo()
    _put(database, poll, PollState.OPEN)
    told = "votes on “City” just now, in “Which first\\?”. Close that poll first"
    with pytest.raises(UserError, match=told):
        move_cluster_to_board(database, clustered[0], second, BOARD.move_trails)
    move_to_board(database, SESSION, [ferries], second, BOARD.move_trails)
    _put(database, poll, PollState.CLOSED)
    move_cluster_to_board(database, clustered[0], second, BOARD.move_trails)
    assert texts(database, second) == {"Bikes", "Ferries"}
