"""Two boards may have a cluster of one name: wherever both meet, the board stands beside it."""

import pytest

from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Stage
from kdc_desktop.screens.polls.fresh_plan import fresh_plan
from kdc_desktop.services.board.apart import cluster_names
from kdc_desktop.services.board.boards import (
    add_board,
    board_asked_about,
    rename_board,
    show_on_stage,
)
from kdc_desktop.services.board.clusters import add_cluster
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.board.questions import EVERY_BOARD
from kdc_desktop.services.polls.preparing import TITLE_LENGTH, PollPlan, create_poll
from kdc_desktop.services.polls.questions import choices, options
from kdc_desktop.services.winners.marking import add_winner
from kdc_desktop.services.winners.questions import winners
from kdc_desktop.storage import Database

SESSION = 1
TOLD = ["Mobility (Ideas)", "Sea", "mobility (Obstacles)"]


@pytest.fixture
def clustered(database: Database) -> list[int]:
    """Clusters of two boards, in the order in which they are told."""
    second = add_board(database, SESSION, "Obstacles")
    rename_board(database, SESSION, None, "Ideas")
    there = add_cluster(database, SESSION, "mobility", board_id=second)
    return [*(add_cluster(database, SESSION, name) for name in ("Mobility", "Sea")), there]


def test_names_are_as_they_are_while_they_differ(database: Database) -> None:
    city = add_cluster(database, SESSION, "City")
    with database.read() as snapshot:
        assert cluster_names(snapshot, SESSION) == {city: "City"}


def test_namesakes_have_their_board_beside_them_and_others_have_not(
    database: Database, clustered: list[int]
) -> None:
    with database.read() as snapshot:
        names = cluster_names(snapshot, SESSION)
    assert list(names.items()) == list(zip(clustered, TOLD, strict=True))


def test_so_they_stand_on_the_ballot_paper_and_among_the_winners(
    database: Database, clustered: list[int]
) -> None:
    plan = PollPlan(question="Which first?", option_ids=tuple(clustered))
    poll_id = create_poll(database, SESSION, plan)
    assert [row.title for row in options(database, poll_id)] == TOLD
    for cluster_id in clustered:
        add_winner(database, SESSION, cluster_id=cluster_id)
    assert [row.title for row in winners(database, SESSION)] == TOLD


def test_ideas_of_one_text_on_two_boards_are_told_apart_too(
    database: Database, clustered: list[int]
) -> None:
    del clustered
    second = choices(database, SESSION, PollSubject.CLUSTERS)[-1].board_id
    ids = [add_idea(database, SESSION, "B" * 400, board_id=board) for board in (None, second)]
    plan = PollPlan(question="Which?", subject=PollSubject.IDEAS, option_ids=tuple(ids))
    titles = [row.title for row in options(database, create_poll(database, SESSION, plan))]
    assert [title[-12:] for title in titles] == ["BBBB… (Ideas)"[-12:], "… (Obstacles)"[-12:]]
    assert {len(title) for title in titles} == {TITLE_LENGTH}


def test_what_is_offered_says_its_board_where_there_are_several(
    database: Database, clustered: list[int]
) -> None:
    rows = choices(database, SESSION, PollSubject.CLUSTERS)
    assert [row.id for row in rows] == clustered
    assert [row.detail for row in rows] == [
        *("0 ideas, Ideas", "0 ideas, Ideas", "0 ideas, Obstacles")
    ]


def test_a_vote_is_about_the_board_of_the_stage_before_it(
    database: Database, clustered: list[int]
) -> None:
    del clustered
    second = choices(database, SESSION, PollSubject.CLUSTERS)[-1].board_id
    with database.edit(lazy("An agenda")) as edit:
        made = [
            Stage(session_id=SESSION, place_in_order=n, kind=kind, title=kind, planned_minutes=5)
            for n, kind in enumerate(("ideas", "poll", "cluster", "break", "poll"))
        ]
        edit.add_all(made)
        edit.flush()
        _ideas, vote, cluster, _break, later = (stage.id for stage in made)
    assert board_asked_about(database, SESSION, later) == EVERY_BOARD
    show_on_stage(database, cluster, second)
    assert board_asked_about(database, SESSION, vote) is None
    assert board_asked_about(database, SESSION, later) == second
    assert board_asked_about(database, SESSION, None) == EVERY_BOARD
    for name in ("Sea", "Land"):
        add_cluster(database, SESSION, name, board_id=second)
    asked = fresh_plan(database, SESSION, (), later, second).option_ids
    offered = choices(database, SESSION, PollSubject.CLUSTERS)
    assert asked == tuple(row.id for row in offered if row.board_id == second)
    everything = fresh_plan(database, SESSION, (), None, EVERY_BOARD).option_ids
    assert everything == tuple(row.id for row in offered)
