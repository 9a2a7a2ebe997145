"""Clusters: numbered, carried with their notes, tidied, and kept where something hangs on them."""

import pytest

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.board.layout import note_rect
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, Option, Poll, Winner
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.storage import Database
from tests.rooms.board_room import EVENING, notes, rows
from tests.services.board.on_the_board import add, box, overlaps


def test_an_idea_leaves_its_cluster_only_when_taken_out(database: Database) -> None:
    (idea,) = add(database, 1)
    cluster = board_clusters.add_cluster(database, 1, "Yards", [idea])
    board_ideas.move_ideas(database, {idea: (9000.0, 9000.0)})
    around, note = box(database, cluster), rows(database)[idea]
    assert note.cluster_id == cluster
    assert note.x + 168 < around.x + around.width
    board_ideas.move_ideas(database, {idea: (9000.0, 9000.0)}, take_out=True)
    assert rows(database)[idea].cluster_id is None


def test_clusters_are_numbered_and_close_ranks(database: Database) -> None:
    names = ["Getting around", "Shared yards", "Power"]
    ids = [board_clusters.add_cluster(database, 1, name) for name in names]
    board_clusters.remove_cluster(database, ids[0], BOARD.cluster_trails)
    assert [(row.number, row.name) for row in board_questions.clusters(database, 1)] == [
        (1, "Shared yards"),
        (2, "Power"),
    ]


def test_a_cluster_grows_with_its_notes_and_covers_nothing(database: Database) -> None:
    ideas = add(database, 60)
    first = board_clusters.add_cluster(database, 1, "One", at=(-200.0, -500.0))
    second = board_clusters.add_cluster(database, 1, "Two", ideas[:3], at=(-200.0, -60.0))
    board_clusters.send_to_cluster(database, ideas[3:43], first)
    found, around = rows(database), box(database, first)
    inside = [row for row in found.values() if row.cluster_id == first]
    assert len(inside) == 40
    assert all(around.overlaps(note_rect((row.x, row.y))) for row in inside)
    assert not around.overlaps(box(database, second))
    strangers = [row.id for row in found.values() if row.cluster_id != first]
    assert [i for i in strangers if around.overlaps(note_rect(found[i][3:5]))] == []
    assert overlaps(database) == []


def test_a_cluster_moves_with_its_notes(database: Database) -> None:
    ideas = add(database, 3)
    cluster = board_clusters.add_cluster(database, 1, "One", ideas)
    before, around = rows(database), box(database, cluster)
    board_clusters.move_cluster(database, cluster, around.x + 100, around.y - 50)
    assert {
        i: (row.x - before[i].x, row.y - before[i].y) for i, row in rows(database).items()
    } == dict.fromkeys(ideas, (100, -50))


def test_a_cluster_never_gets_too_small_for_its_notes(database: Database) -> None:
    ideas = add(database, 5)
    cluster = board_clusters.add_cluster(database, 1, "One", ideas)
    board_clusters.resize_cluster(database, cluster, 10.0, 10.0)
    around = box(database, cluster)
    inside = [note_rect((row.x, row.y)) for row in rows(database).values()]
    assert all(around.x < n.x and n.x + n.width < around.x + around.width for n in inside)
    assert all(around.y < n.y and n.y + n.height < around.y + around.height for n in inside)


def test_ideas_of_a_removed_cluster_are_free(database: Database) -> None:
    ideas = add(database, 2)
    cluster = board_clusters.add_cluster(database, 1, "One", ideas)
    board_ideas.trash_ideas(database, ideas[:1])
    board_clusters.remove_cluster(database, cluster, BOARD.cluster_trails)
    board_ideas.restore_ideas(database, ideas[:1])
    assert [row.cluster_id for row in notes(database)] == [None, None]


def test_a_cluster_in_a_poll_stays(database: Database) -> None:
    cluster = board_clusters.add_cluster(database, 1, "One")
    with database.edit(lazy("Prepared a poll")) as edit:
        edit.add(
            Poll(
                session_id=1,
                question="Which?",
                method="approval",
                marks_each=0,
                stacking=False,
                secrecy="named",
                subject="clusters",
                created_at=EVENING,
            )
        )
        edit.flush()
        edit.add(Option(poll_id=1, place_in_order=1, title="One", cluster_id=cluster))
    with pytest.raises(UserError, match="part of a poll"):
        board_clusters.remove_cluster(database, cluster, BOARD.cluster_trails)


def test_a_cluster_that_is_a_winner_stays(database: Database) -> None:
    cluster = board_clusters.add_cluster(database, 1, "One")
    with database.edit(lazy("Chose a winner")) as edit:
        edit.add(Winner(session_id=1, title="One", cluster_id=cluster, place_in_order=1))
    with pytest.raises(UserError, match="part of a winner"):
        board_clusters.remove_cluster(database, cluster, BOARD.cluster_trails)


def test_two_clusters_have_two_names(database: Database) -> None:
    board_clusters.add_cluster(database, 1, "Shared yards")
    with pytest.raises(UserError, match="already"):
        board_clusters.add_cluster(database, 1, " shared  YARDS ")


def test_tidying_covers_nothing_and_is_one_undo(database: Database) -> None:
    ideas = add(database, 30)
    board_clusters.add_cluster(database, 1, "One", ideas[:9])
    board_ideas.move_ideas(database, dict.fromkeys(ideas[9:], (0.0, 0.0)))
    before = rows(database)
    board_clusters.tidy(database, 1)
    assert overlaps(database) == []
    assert str(database.undo().label) == "Tidied the board"
    assert rows(database) == before


def test_the_notes_of_each_new_cluster_get_a_colour_of_their_own_and_one_undo_takes_it_back(
    database: Database,
) -> None:
    ideas = add(database, 6)
    board_clusters.add_cluster(database, 1, "Yards", ideas[:2])
    second = board_clusters.add_cluster(database, 1, "Streets", ideas[2:4])
    board_clusters.send_to_cluster(database, [ideas[4]], second)
    colours = [rows(database)[idea].colour for idea in ideas]
    assert colours == ["sky", "sky", "mint", "mint", "mint", "butter"]
    database.undo()
    database.undo()
    assert [rows(database)[idea].colour for idea in ideas[2:]] == ["butter"] * 4


def test_a_colour_that_somebody_chose_stays_when_the_note_goes_elsewhere(
    database: Database,
) -> None:
    ideas = add(database, 3)
    board_ideas.colour_ideas(database, [ideas[0]], NoteColour.ROSE)
    first = board_clusters.add_cluster(database, 1, "Yards", ideas)
    board_clusters.add_cluster(database, 1, "Streets", ideas[:2])
    assert [rows(database)[idea].colour for idea in ideas] == ["rose", "mint", "sky"]
    board_clusters.send_to_cluster(database, ideas[:2], None)
    board_clusters.remove_cluster(database, first, BOARD.cluster_trails)
    assert [rows(database)[idea].colour for idea in ideas] == ["rose", "butter", "butter"]


@pytest.mark.parametrize("count", [40, 120, 376, 1500])
def test_many_free_notes_fill_a_screen_instead_of_a_band(database: Database, count: int) -> None:
    with database.edit(lazy("Added ideas")) as edit:
        edit.add_all(
            Idea(session_id=1, text=f"Idea {n}", x=0, y=0, created_at=EVENING) for n in range(count)
        )
    board_clusters.tidy(database, 1)
    shown = rows(database).values()
    wide = max(row.x for row in shown) + 168
    high = max(row.y for row in shown) + 108
    assert 1.3 <= wide / high <= 2.0


def test_merged_clusters_are_one_and_apart_again(database: Database) -> None:
    ideas = add(database, 12)
    one = board_clusters.add_cluster(database, 1, "One", ideas[:5])
    two = board_clusters.add_cluster(database, 1, "Two", ideas[5:9])
    board_clusters.add_cluster(database, 1, "Three")
    board_ideas.trash_ideas(database, ideas[:1])
    before = notes(database), board_questions.clusters(database, 1)
    board_clusters.merge_clusters(database, one, two, BOARD.cluster_trails)
    assert [(row.number, row.name) for row in board_questions.clusters(database, 1)] == [
        (1, "Two"),
        (2, "Three"),
    ]
    found = rows(database)
    assert {found[key].cluster_id for key in ideas[1:9]} == {two}
    assert len({found[key].colour for key in ideas[1:9]}) == 1
    assert overlaps(database) == []
    board_ideas.restore_ideas(database, ideas[:1])
    assert rows(database)[ideas[0]].cluster_id == two
    database.undo()
    database.undo()
    assert (notes(database), board_questions.clusters(database, 1)) == before


def test_an_empty_cluster_merges_too(database: Database) -> None:
    full = board_clusters.add_cluster(database, 1, "Full", add(database, 2))
    empty = board_clusters.add_cluster(database, 1, "Empty")
    board_clusters.merge_clusters(database, empty, full, BOARD.cluster_trails)
    assert [(row.name, row.ideas) for row in board_questions.clusters(database, 1)] == [("Full", 2)]


def test_a_cluster_that_something_hangs_on_is_not_merged_away(database: Database) -> None:
    full = board_clusters.add_cluster(database, 1, "Full", add(database, 2))
    other = board_clusters.add_cluster(database, 1, "Other")
    trail = ClusterTrail(lambda _snapshot, key: key == full, lambda name: lazy("{n} stays", n=name))
    with pytest.raises(UserError, match="Full stays"):
        board_clusters.merge_clusters(database, full, other, [trail])
    board_clusters.merge_clusters(database, other, full, [trail])
