"""An overview of many clusters: which tiles stand where on the wall, and on how many pages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF

from kdc_desktop.audience.board.flowing import MOST_IN_PAGES, flow_pages
from kdc_desktop.audience.board.notes import BoardCluster
from kdc_desktop.audience.board.parts import tile_room
from kdc_desktop.i18n import ngettext

MOST_TILES = 12
_GAP = 16.0
_ROWS = (1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3)
_NARROWEST, _LOWEST = 380.0, 170.0
_LOW_BESIDE, _MOST_BESIDE = 228.0, 4


def tiles(clusters: Sequence[BoardCluster], area: QRectF) -> list[QRectF]:
    """Where their tiles stand: rows fill the width, and more notes have more room.

    Where that saves pages, small clusters leave the room that they do not need.
    """
    rows = _ROWS[len(clusters) - 1]
    calm = _shared(clusters, area, _weight, rows)
    if _pages(clusters, calm) == 1:
        return calm
    by_size = _shared(clusters, area, _full_weight, rows)
    ways = filter(None, (calm, by_size, _beside_the_largest(clusters, area)))
    return min(ways, key=lambda boxes: _pages(clusters, boxes))


def pages_of_tiles(shown: Sequence[Sequence[BoardCluster]], area: QRectF) -> int:
    """How many pages all notes of an overview need."""
    together = [joined(one) for one in shown]
    if is_loose(together):
        return len(flow_pages(together[0].notes, area))
    return _pages(together, tiles(together, area))


def is_loose(together: Sequence[BoardCluster]) -> bool:
    """Whether there are no clusters, so that the notes need no tile."""
    return len(together) == 1 and not together[0].name


def _pages(clusters: Sequence[BoardCluster], boxes: Sequence[QRectF]) -> int:
    """On how many pages all notes are read in these tiles; 1 where they are too many for that."""
    if sum(len(cluster.notes) for cluster in clusters) > MOST_IN_PAGES:
        return 1
    both = zip(clusters, boxes, strict=True)
    return max(len(flow_pages(one.notes, tile_room(box, one))) for one, box in both)


def _shared(
    clusters: Sequence[BoardCluster],
    area: QRectF,
    weigh: Callable[[BoardCluster], int],
    rows: int,
) -> list[QRectF]:
    in_row = -(-len(clusters) // rows)
    lines = [clusters[first : first + in_row] for first in range(0, len(clusters), in_row)]
    heights = _shares(area.height(), [max(map(weigh, line)) for line in lines], _LOWEST)
    boxes, top = [], area.top()
    for line, height in zip(lines, heights, strict=True):
        left = area.left()
        for width in _shares(area.width(), [weigh(one) for one in line], _NARROWEST):
            boxes.append(QRectF(left, top, width, height))
            left += width + _GAP
        top += height + _GAP
    return boxes


def _beside_the_largest(clusters: Sequence[BoardCluster], area: QRectF) -> list[QRectF]:
    """The largest has the height of the wall, and the others what they need beside it."""
    largest = max(range(len(clusters)), key=lambda at: len(clusters[at].notes))
    others = [*clusters[:largest], *clusters[largest + 1 :]]
    most = int((area.height() + _GAP) / (_LOW_BESIDE + _GAP))
    columns = -(-len(others) // most)
    if not 0 < columns < _MOST_BESIDE:
        return []
    beside = QRectF(area)
    beside.setWidth(columns * (_NARROWEST + _GAP) - _GAP)
    boxes = _shared(others, beside, _weight, -(-len(others) // columns))
    boxes.insert(largest, area.adjusted(beside.width() + _GAP, 0, 0, 0))
    return boxes


def _weight(cluster: BoardCluster) -> int:
    """More for twice as many notes only, so that not every new one moves all tiles."""
    return 1 + len(cluster.notes).bit_length()


def _full_weight(cluster: BoardCluster) -> int:
    """More for every few notes."""
    return 1 + len(cluster.notes) // 4


def _shares(whole: float, weights: Sequence[int], least: float) -> list[float]:
    free = whole - _GAP * (len(weights) - 1) - least * len(weights)
    return [least + free * weight / sum(weights) for weight in weights]


def overview(clusters: Sequence[BoardCluster]) -> list[list[BoardCluster]]:
    """What each tile of an overview stands for: a cluster, those left over, those in none."""
    named = [[cluster] for cluster in clusters if cluster.name]
    free = [cluster for cluster in clusters if not cluster.name]
    room = MOST_TILES - bool(free)
    if len(named) > room:
        named[room - 1 :] = [[cluster for (cluster,) in named[room - 1 :]]]
    return [*named, free] if free else named


def joined(together: Sequence[BoardCluster]) -> BoardCluster:
    """The clusters of one tile as one, which says how many they are; ideas in none stay so."""
    if len(together) == 1 or not together[0].name:
        name = together[0].name
    else:
        name = ngettext("{count} more cluster", "{count} more clusters", len(together))
    return BoardCluster(name, tuple(note for cluster in together for note in cluster.notes))
