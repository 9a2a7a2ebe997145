"""Notes and clusters find places where nothing overlaps."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.board.layout import (
    TITLE_HEIGHT,
    Point,
    Rect,
    cluster_box,
    cluster_rows,
    free_places,
    grid_positions,
    note_rect,
    places_in_cluster,
)


def overlapping(rects: list[Rect]) -> list[tuple[Rect, Rect]]:
    return [pair for pair in combinations(rects, 2) if pair[0].overlaps(pair[1])]


def test_371_notes_lie_in_a_block_as_wide_as_a_screen() -> None:
    places = grid_positions(371, (10, 20))
    assert places[0] == Point(10, 20)
    assert len(set(places)) == 371
    width = max(p.x for p in places) + 168 - 10
    height = max(p.y for p in places) + 108 - 20
    assert 1.4 < width / height < 2.1
    assert overlapping([note_rect(place) for place in places]) == []


def test_notes_lie_inside_their_cluster_below_its_title() -> None:
    @given(st.integers(0, 60))
    def check(count: int) -> None:
        width, height = cluster_box(count)
        for place in places_in_cluster((100, 200), count):
            assert 100 < place.x < place.x + 168 < 100 + width
            assert 200 + TITLE_HEIGHT < place.y < place.y + 108 < 200 + height

    check()


def test_cluster_boxes_never_overlap() -> None:
    @given(st.lists(st.integers(0, 80), max_size=12))
    def check(counts: list[int]) -> None:
        assert overlapping(cluster_rows(counts)) == []

    check()


def test_free_places_touch_nothing() -> None:
    numbers = st.integers(-300, 900)
    rects = st.builds(Rect, numbers, numbers, st.integers(1, 700), st.integers(1, 700))

    @given(st.lists(rects, max_size=6), st.integers(0, 30))
    def check(taken: list[Rect], count: int) -> None:
        notes = [note_rect(place) for place in free_places(taken, count, columns=4)]
        assert len(notes) == count
        assert overlapping(notes) == []
        assert not any(note.overlaps(rect) for note in notes for rect in taken)

    check()


def test_without_anything_taken_the_grid_is_filled_in_order() -> None:
    assert free_places([], 7, (0, 0), 3) == grid_positions(7, (0, 0), 3)
