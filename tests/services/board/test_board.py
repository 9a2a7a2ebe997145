"""The board: notes, merging, trash. On a real file."""

import random

import pytest

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.board.layout import note_rect
from kdc_desktop.errors import UserError
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import merging as board_merging
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.board import similar as board_similar
from kdc_desktop.services.board.rows import BoardCounts
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.storage import Database
from tests.rooms.board_room import counts, notes, rows, undone_next
from tests.services.board.on_the_board import add, box, overlaps


def label(database: Database) -> str:
    step, _redo = database.next_steps()
    return "" if step is None else str(step.label)


def test_an_idea_counts_in_the_sector_of_its_author(database: Database) -> None:
    with_company = board_ideas.add_idea(database, 1, "Parcel lockers", 1)
    resident = board_ideas.add_idea(database, 1, "Compost", 2)
    nobody = board_ideas.add_idea(database, 1, "Saunas")
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
    boxes = [box(database, cluster.id) for cluster in board_questions.clusters(database, 1)]
    for _ in range(60):
        known = {row.id: note_rect((row.x, row.y)) for row in rows(database).values()}
        at = (draw.uniform(-900, 3000), draw.uniform(-900, 3000)) if draw.random() < 0.5 else None
        added = board_ideas.add_idea(database, 1, "One more", at=at)
        if at is None:
            place = note_rect(rows(database)[added][3:5])
            assert not any(place.overlaps(other) for other in (*known.values(), *boxes))


def test_a_new_note_takes_the_place_of_one_just_trashed(database: Database) -> None:
    ideas = add(database, 10)
    place = rows(database)[ideas[-1]][3:5]
    board_ideas.trash_ideas(database, ideas[-1:])
    another = board_ideas.add_idea(database, 1, "Another")
    assert rows(database)[another][3:5] == place


@pytest.mark.parametrize("text", ["", "   ", "x" * 5001])
def test_an_idea_needs_a_text_that_is_not_too_long(database: Database, text: str) -> None:
    with pytest.raises(UserError):
        board_ideas.add_idea(database, 1, text)
    assert rows(database) == {}


def test_a_moved_idea_lies_on_top(database: Database) -> None:
    first, _second = add(database, 2)
    board_ideas.move_ideas(database, {first: (500.0, 500.0)})
    last = notes(database)[-1]
    assert (last.id, last.x, last.y) == (first, 500.0, 500.0)


def test_a_merged_idea_keeps_both_texts_and_authors(database: Database) -> None:
    one = board_ideas.add_idea(database, 1, "Cargo bikes", 1)
    two = board_ideas.add_idea(database, 1, "Share a cargo bike", 2)
    assert board_merging.merge_ideas(database, [one, two]) == one
    assert [(row.id, row.merged) for row in notes(database)] == [(one, 1)]
    detail = board_questions.idea(database, one, BOARD.marks.of)
    assert detail is not None
    assert [(m.text, m.author) for m in detail.merged] == [("Share a cargo bike", "Eero Salmi")]


def test_merging_a_stack_takes_its_ideas_along(database: Database) -> None:
    a, b, c = add(database, 3)
    board_merging.merge_ideas(database, [a, b])
    board_merging.merge_ideas(database, [a, c], into=c)
    detail = board_questions.idea(database, c, BOARD.marks.of)
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
    board_ideas.trash_ideas(database, [first])
    assert [row.id for row in notes(database)] == [second]
    assert [row.id for row in board_questions.trash(database, 1)] == [first]
    board_ideas.restore_ideas(database, [first])
    assert set(rows(database)) == {first, second}
    assert board_questions.trash(database, 1) == []


def test_counts(database: Database) -> None:
    ideas = add(database, 6)
    board_clusters.add_cluster(database, 1, "One", ideas[:2])
    board_merging.merge_ideas(database, ideas[2:4])
    board_ideas.trash_ideas(database, ideas[4:5])
    board_ideas.set_silent(database, 1, True)
    assert counts(database) == BoardCounts(4, 2, 1, 1, True)
    assert [row.ideas for row in board_questions.clusters(database, 1)] == [2]


def test_labels_count_what_was_changed_and_not_what_was_asked(database: Database) -> None:
    ideas = add(database, 6)
    cluster = board_clusters.add_cluster(database, 1, "Yards", ideas[5:])
    board_ideas.colour_ideas(database, ideas[:1], NoteColour.MINT)
    board_ideas.colour_ideas(database, ideas[:3], NoteColour.MINT)
    assert label(database) == "Coloured 2 ideas mint"
    board_ideas.trash_ideas(database, ideas[:1])
    board_ideas.trash_ideas(database, ideas[:3])
    assert label(database) == "Put 2 ideas into the trash"
    board_ideas.restore_ideas(database, ideas[:4])
    assert label(database) == "Restored 3 ideas"
    board_clusters.send_to_cluster(database, ideas[4:], cluster)
    assert label(database) == "Moved 1 idea to Yards"
    board_merging.merge_ideas(database, [*ideas[:2], ideas[0]])
    assert label(database) == "Merged 2 ideas"
    board_merging.unmerge_ideas(database, ideas[:4])
    assert label(database) == "Un-merged 1 idea"


def test_where_nothing_changes_there_is_nothing_to_undo(database: Database) -> None:
    ideas = add(database, 2)
    cluster = board_clusters.add_cluster(database, 1, "Yards", ideas)
    board_ideas.colour_ideas(database, ideas, NoteColour.MINT)
    before = database.next_steps()
    board_ideas.colour_ideas(database, ideas, NoteColour.MINT)
    board_ideas.restore_ideas(database, ideas)
    board_clusters.send_to_cluster(database, ideas, cluster)
    assert database.next_steps() == before


def test_labels_say_what_was_done(database: Database) -> None:
    ideas = add(database, 3)
    cluster = board_clusters.add_cluster(database, 1, "Shared yards")
    board_clusters.send_to_cluster(database, ideas, cluster)
    assert undone_next(database) == "Moved 3 ideas to Shared yards"
    board_clusters.send_to_cluster(database, ideas[:1], None)
    assert undone_next(database) == "Moved the idea “Idea 1” to no cluster"


def test_ideas_told_apart_are_not_offered_as_the_same_again(database: Database) -> None:
    said = ("Share a cargo bike per yard", "A cargo bike shared per yard", "Compost")
    first, second, _ = [board_ideas.add_idea(database, 1, text) for text in said]
    pairs = board_similar.similar_ideas(database, 1)
    assert [(pair.ids, pair.texts) for pair in pairs] == [((first, second), said[:2])]
    board_similar.tell_apart(database, 1, (second, first))
    assert board_similar.similar_ideas(database, 1) == []


def test_what_is_merged_into_a_trashed_idea_is_not_counted_as_merged(database: Database) -> None:
    first, second, _ = add(database, 3)
    kept = board_merging.merge_ideas(database, [first, second])
    assert counts(database).merged == 1
    board_ideas.trash_ideas(database, [kept])
    assert counts(database).merged == 0
