"""However many ideas there are, the wall is full of them, and what has no room is counted."""

import re
from collections.abc import Sequence
from itertools import islice

import pytest
from PySide6.QtCore import QRectF, QSize

from kdc_desktop.audience.board.board_slide import BoardCluster, BoardNote, BoardSlide
from kdc_desktop.audience.board.flowing import flow
from kdc_desktop.audience.board.tiling import tiles
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.audience.kit.slide import INNER
from tests.gui.texts_seen import Painted

pytestmark = pytest.mark.usefixtures("qapp")

WALL = QRectF(96, 190, INNER, 766)
PLAIN = (
    "Cargo bikes to borrow for every block",
    "More benches",
    "A repair café in every library",
    "Neighbourhood tool library in the old depot",
)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    """The words that are painted from now on."""
    return Painted(monkeypatch)


def said(count: int) -> tuple[BoardNote, ...]:
    """So many ideas, the newest last, with the number in front."""
    return tuple(BoardNote(f"{n} {PLAIN[n % 4]}", "CPATR"[n % 5]) for n in range(1, 1 + count))


@pytest.mark.parametrize("count", [5, 20, 41, 120, 371])
def test_loose_ideas_fill_the_wall_with_the_newest_first(count: int) -> None:
    shown = flow(said(count), WALL)
    assert shown.more == count - len(shown.placed)
    assert len(shown.placed) >= min(count, 30)
    assert [note.text.split()[0] for _box, note in shown.placed[:3]] == [
        str(count),
        str(count - 1),
        str(count - 2),
    ]
    boxes = [box for box, _note in shown.placed]
    assert all(WALL.contains(box) for box in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    if shown.more:
        assert max(box.right() for box in boxes) > WALL.right() - 1


@pytest.mark.parametrize(("count", "named"), [(41, 0), (120, 3), (371, 9), (371, 12)])
def test_what_has_no_room_is_counted_in_words(count: int, named: int, painted: Painted) -> None:
    notes = said(count)
    clusters = [BoardCluster(f"Theme {n}", notes[n :: named + 1]) for n in range(named)]
    clusters.append(BoardCluster("", notes[named :: named + 1]))
    picture(BoardSlide(prompt="What?", clusters=tuple(clusters)), QSize(1920, 1080))
    words = " ".join(painted.texts)
    more = [int(found) for found in re.findall(r"and (\d+) more idea", words)]
    read = re.findall(r"(\d+) (?:Cargo|More|A rep|Neigh)", words)
    assert sum(more) + len(read) == count
    assert {cluster.notes[-1].text.split()[0] for cluster in clusters[:10]} <= set(read)


@pytest.mark.parametrize("sizes", [[9], [30, 1], [5, 5, 5], [40, 3, 3, 1, 1], [30] * 10, [9] * 12])
def test_tiles_leave_no_part_of_the_wall_empty(sizes: Sequence[int]) -> None:
    boxes = tiles([BoardCluster("Trams", said(size)) for size in sizes], WALL)
    assert all(WALL.adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
    gaps = 16 * (2 * INNER + 3 * WALL.height())
    assert sum(box.width() * box.height() for box in boxes) > INNER * WALL.height() - gaps


def test_a_new_idea_is_seen_however_long_the_newest_is() -> None:
    notes = (*said(50), BoardNote("99 " + "and so on " * 400, "C"))
    placed = flow(notes, QRectF(0, 0, 385, 60)).placed
    assert [note.text[:2] for _box, note in placed] == ["99"]


@pytest.mark.parametrize("count", [8, 60])
def test_a_long_name_of_a_cluster_is_read_to_its_end(count: int, painted: Painted) -> None:
    name = "Neighbourhood tool library in the old depot behind the railway station"
    notes = said(count)
    clusters = (BoardCluster(name, notes[::2]), *(BoardCluster("Yards", notes[1::2]),) * 3)
    picture(BoardSlide(prompt="What?", clusters=clusters), QSize(1920, 1080))
    assert name in " ".join(painted.texts)


@pytest.mark.parametrize(
    ("sizes", "pages"), [([41], 2), ([3, 3, 39], 2), ([20, 21], 2), ([4] * 8 + [12], 3)]
)
def test_page_after_page_every_idea_is_read(
    sizes: Sequence[int], pages: int, painted: Painted
) -> None:
    notes, clusters = iter(said(sum(sizes))), []
    for at, size in enumerate(sizes, 1):
        name = f"Theme {at}" if at < len(sizes) else ""
        clusters.append(BoardCluster(name, tuple(islice(notes, size))))
    slide = BoardSlide(prompt="What?", clusters=tuple(clusters), leads=True)
    assert slide.turns_itself
    assert slide.pages == pages
    read: set[str] = set()
    words = ""
    for page in range(pages):
        painted.texts.clear()
        picture(slide.on_page(page), QSize(1920, 1080))
        words = " ".join(painted.texts)
        assert f"Page {page + 1} of {pages}" in words
        read.update(re.findall(r"(\d+) (?:Cargo|More|A rep|Neigh)", words))
    assert read == {str(number) for number in range(1, 1 + sum(sizes))}
    assert "more idea" not in words
