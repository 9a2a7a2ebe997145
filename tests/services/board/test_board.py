"""The board: notes, clusters, merging, trash. On a real file."""

import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.board.layout import Rect, note_rect
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, Option, Organisation, Person, Poll, Session, Winner
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board
from kdc_desktop.services.board import merging as board_merging
from kdc_desktop.services.board import questions as ask
from kdc_desktop.services.board import similar as board_similar
from kdc_desktop.services.board.rows import BoardCounts, IdeaRow
from kdc_desktop.services.joined import BOARD
from kdc_desktop.storage import Database, open_database

EVENING = datetime(2026, 11, 3, 18, 0, 0)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    with opened.edit(lazy("Added a session")) as edit:
        edit.add(Session(title="Autumn", starts_at=EVENING))
        edit.add(Organisation(name="Harbour Mobility", sector="C"))
        edit.flush()
        edit.add(Person(name="Aino Laine", organisation_id=1, created_at=EVENING))
        edit.add(Person(name="Eero Salmi", created_at=EVENING))
    yield opened
    opened.close()


def add(database: Database, count: int, **more: object) -> list[int]:
    return [board.add_idea(database, 1, f"Idea {n}", **more) for n in range(1, count + 1)]  # type: ignore[arg-type]


def undone_next(database: Database) -> str:
    step = database.next_steps()[0]
    assert step is not None
    return str(step.label)


def notes(database: Database) -> list[IdeaRow]:
    return ask.ideas(database, 1, BOARD.marks)


def rows(database: Database) -> dict[int, IdeaRow]:
    return {row.id: row for row in notes(database)}


def box(database: Database, cluster_id: int) -> Rect:
    found = next(row for row in ask.clusters(database, 1) if row.id == cluster_id)
    return Rect(found.x, found.y, found.width, found.height)


def overlaps(database: Database) -> list[tuple[int, int]]:
    here = [(row.id, note_rect((row.x, row.y))) for row in notes(database)]
    return [(a, b) for n, (a, one) in enumerate(here) for b, two in here[:n] if one.overlaps(two)]


def test_an_idea_counts_in_the_sector_of_its_author(database: Database) -> None:
    with_company = board.add_idea(database, 1, "Parcel lockers", 1)
    resident = board.add_idea(database, 1, "Compost", 2)
    nobody = board.add_idea(database, 1, "Saunas")
    found = rows(database)
    assert [found[i].sector for i in (with_company, resident, nobody)] == ["C", "R", None]
    assert [found[i].author for i in (with_company, resident, nobody)] == [
        "Aino Laine",
        "Eero Salmi",
        "",
    ]


def test_new_ideas_lie_in_free_places(database: Database) -> None:
    add(database, 40)
    assert overlaps(database) == []


def test_notes_added_one_by_one_fill_a_screen_and_cover_nothing(database: Database) -> None:
    add(database, 300)
    assert overlaps(database) == []
    shown = rows(database).values()
    wide = max(row.x for row in shown) + 168
    high = max(row.y for row in shown) + 108
    assert 1.3 <= wide / high <= 2.0


def test_a_new_note_finds_a_place_wherever_the_newest_one_lies(database: Database) -> None:
    draw = random.Random(7)
    ideas = add(database, 60)
    board_clusters.add_cluster(database, 1, "Yards", ideas[:9], at=(0, 0))
    board_clusters.add_cluster(database, 1, "Streets", ideas[20:50])
    assert overlaps(database) == []
    boxes = [box(database, cluster.id) for cluster in ask.clusters(database, 1)]
    for _ in range(60):
        known = {row.id: note_rect((row.x, row.y)) for row in rows(database).values()}
        at = (draw.uniform(-900, 3000), draw.uniform(-900, 3000)) if draw.random() < 0.5 else None
        added = board.add_idea(database, 1, "One more", at=at)
        if at is None:
            place = note_rect(rows(database)[added][3:5])
            assert not any(place.overlaps(other) for other in (*known.values(), *boxes))


def test_a_new_note_takes_the_place_of_one_just_trashed(database: Database) -> None:
    ideas = add(database, 10)
    place = rows(database)[ideas[-1]][3:5]
    board.trash_ideas(database, ideas[-1:])
    another = board.add_idea(database, 1, "Another")
    assert rows(database)[another][3:5] == place


@pytest.mark.parametrize("text", ["", "   ", "x" * 5001])
def test_an_idea_needs_a_text_that_is_not_too_long(database: Database, text: str) -> None:
    with pytest.raises(UserError):
        board.add_idea(database, 1, text)
    assert rows(database) == {}


def test_a_moved_idea_lies_on_top(database: Database) -> None:
    first, _second = add(database, 2)
    board.move_ideas(database, {first: (500.0, 500.0)})
    last = notes(database)[-1]
    assert (last.id, last.x, last.y) == (first, 500.0, 500.0)


def test_an_idea_leaves_its_cluster_only_when_taken_out(database: Database) -> None:
    (idea,) = add(database, 1)
    cluster = board_clusters.add_cluster(database, 1, "Yards", [idea])
    board.move_ideas(database, {idea: (9000.0, 9000.0)})
    around, note = box(database, cluster), rows(database)[idea]
    assert note.cluster_id == cluster
    assert note.x + 168 < around.x + around.width
    board.move_ideas(database, {idea: (9000.0, 9000.0)}, take_out=True)
    assert rows(database)[idea].cluster_id is None


def test_clusters_are_numbered_and_close_ranks(database: Database) -> None:
    names = ["Getting around", "Shared yards", "Power"]
    ids = [board_clusters.add_cluster(database, 1, name) for name in names]
    board_clusters.remove_cluster(database, ids[0], BOARD.cluster_trails)
    assert [(row.number, row.name) for row in ask.clusters(database, 1)] == [
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
    board.trash_ideas(database, ideas[:1])
    board_clusters.remove_cluster(database, cluster, BOARD.cluster_trails)
    board.restore_ideas(database, ideas[:1])
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


def test_a_merged_idea_keeps_both_texts_and_authors(database: Database) -> None:
    one = board.add_idea(database, 1, "Cargo bikes", 1)
    two = board.add_idea(database, 1, "Share a cargo bike", 2)
    assert board_merging.merge_ideas(database, [one, two]) == one
    assert [(row.id, row.merged) for row in notes(database)] == [(one, 1)]
    detail = ask.idea(database, one, BOARD.marks)
    assert detail is not None
    assert [(m.text, m.author) for m in detail.merged] == [("Share a cargo bike", "Eero Salmi")]


def test_merging_a_stack_takes_its_ideas_along(database: Database) -> None:
    a, b, c = add(database, 3)
    board_merging.merge_ideas(database, [a, b])
    board_merging.merge_ideas(database, [a, c], into=c)
    detail = ask.idea(database, c, BOARD.marks)
    assert detail is not None
    assert {m.id for m in detail.merged} == {a, b}


def test_unmerging_lays_everything_back_without_covering(database: Database) -> None:
    ideas = add(database, 6)
    cluster = board_clusters.add_cluster(database, 1, "One", ideas)
    board_merging.merge_ideas(database, ideas)
    assert set(board_merging.unmerge_ideas(database, [ideas[0]])) == set(ideas[1:])
    assert {row.cluster_id for row in rows(database).values()} == {cluster}
    assert overlaps(database) == []


def test_trash_and_restore(database: Database) -> None:
    first, second = add(database, 2)
    board.trash_ideas(database, [first])
    assert [row.id for row in notes(database)] == [second]
    assert [row.id for row in ask.trash(database, 1)] == [first]
    board.restore_ideas(database, [first])
    assert set(rows(database)) == {first, second}
    assert ask.trash(database, 1) == []


def test_counts(database: Database) -> None:
    ideas = add(database, 6)
    board_clusters.add_cluster(database, 1, "One", ideas[:2])
    board_merging.merge_ideas(database, ideas[2:4])
    board.trash_ideas(database, ideas[4:5])
    board.set_silent(database, 1, True)
    assert ask.counts(database, 1) == BoardCounts(4, 2, 1, 1, True)
    assert [row.ideas for row in ask.clusters(database, 1)] == [2]


def test_tidying_covers_nothing_and_is_one_undo(database: Database) -> None:
    ideas = add(database, 30)
    board_clusters.add_cluster(database, 1, "One", ideas[:9])
    board.move_ideas(database, dict.fromkeys(ideas[9:], (0.0, 0.0)))
    before = rows(database)
    board_clusters.tidy(database, 1)
    assert overlaps(database) == []
    assert str(database.undo().label) == "Tidied the board"
    assert rows(database) == before


def test_labels_say_what_was_done(database: Database) -> None:
    ideas = add(database, 3)
    cluster = board_clusters.add_cluster(database, 1, "Shared yards")
    board_clusters.send_to_cluster(database, ideas, cluster)
    assert undone_next(database) == "Moved 3 ideas to Shared yards"
    board_clusters.send_to_cluster(database, ideas[:1], None)
    assert undone_next(database) == "Moved 1 idea to no cluster"


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
    board.colour_ideas(database, [ideas[0]], NoteColour.ROSE)
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


def test_ideas_told_apart_are_not_offered_as_the_same_again(database: Database) -> None:
    said = ("Share a cargo bike per yard", "A cargo bike shared per yard", "Compost")
    first, second, _ = [board.add_idea(database, 1, text) for text in said]
    pairs = board_similar.similar_ideas(database, 1)
    assert [(pair.ids, pair.texts) for pair in pairs] == [((first, second), said[:2])]
    board_similar.tell_apart(database, 1, (second, first))
    assert board_similar.similar_ideas(database, 1) == []


def test_what_is_merged_into_a_trashed_idea_is_not_counted_as_merged(database: Database) -> None:
    first, second, _ = add(database, 3)
    kept = board_merging.merge_ideas(database, [first, second])
    assert ask.counts(database, 1).merged == 1
    board.trash_ideas(database, [kept])
    assert ask.counts(database, 1).merged == 0
