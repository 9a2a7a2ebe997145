"""Each new note gets the place it would get if the whole board were looked over for it."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdc_desktop.errors import UserError
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import next_place
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.storage import Database, files, open_database
from tests.rooms.board_room import notes
from tests.services.board.on_the_board import add, overlaps
from tests.storage.places import EVENING


def refuse(database: Database) -> None:
    with pytest.raises(UserError):
        board_ideas.add_idea(database, 1, " ")


def undo(database: Database) -> None:
    if notes(database):  # else it would be the session that goes
        database.undo()


def make_or_remove_cluster(database: Database) -> None:
    there = board_questions.clusters(database, 1)
    if there:
        board_clusters.remove_cluster(database, there[0].id, BOARD.cluster_trails)
    else:
        board_clusters.add_cluster(database, 1, "Yards")


def move(database: Database) -> None:
    for row in notes(database)[-1:]:
        board_ideas.move_ideas(database, {row.id: (-77.0, 130.0 * row.id)})


def trash(database: Database) -> None:
    for row in notes(database)[:1]:
        board_ideas.trash_ideas(database, [row.id])


def add_one(database: Database) -> None:
    add(database, 1)


STEPS = st.lists(
    st.sampled_from([add_one] * 8 + [move, undo, trash, make_or_remove_cluster, refuse]),
    max_size=40,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_what_is_kept_of_a_board_places_as_a_look_at_it(
    database: Database, tmp_path: Path, steps: list[Callable[[Database], None]]
) -> None:
    database.settle()
    lying = []
    for name in ("kept", "looked"):
        shutil.copy(database.path, tmp_path / f"{name}.kdc")
        with closing(open_database(tmp_path / f"{name}.kdc", lambda: EVENING)) as opened:
            for step in steps:
                if name == "looked":
                    next_place._KNOWN.clear()
                step(opened)
            lying.append([(row.id, row.x, row.y) for row in notes(opened)])
    assert lying[0] == lying[1]


def test_a_note_after_another_is_placed_without_a_look_over_the_board(database: Database) -> None:
    add(database, 3)
    said: list[str] = []
    files.raw(database.connections._connection()).set_trace_callback(said.append)
    add(database, 3)
    assert [each for each in said if "min(" in each or "cluster.x" in each] == []
    assert overlaps(database) == []
