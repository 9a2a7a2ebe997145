"""Boxes that were filled in with a pen: which are filled, which are empty, which nobody can say.

All is seen beside the paper around: a shadow makes both darker, and where its edge falls on a box,
both are thought of. A box counts only where its printed edge is seen, so a sheet that lies
otherwise than it was thought says nothing rather than a wrong thing.
"""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.interchange.straightening import (
    Straight,
    mean_in,
    moved,
    patch,
    sampled,
    sums_of,
)

if TYPE_CHECKING:
    from numpy import float64, uint8
    from numpy.typing import NDArray

    Numbers = NDArray[float64]

_A_MM = 7  # samples
_AROUND = 1.3  # millimetres of paper beside a box
_MOVED = 1.3  # how far a box may lie from where it should
_EDGE = 0.5  # millimetres of the printed edge and its blur
_INSIDE = 0.7  # millimetres from the edge: there only a pen leaves anything
_LIGHT, _DARK = 0.15, 0.6  # how dark paper may be, and how dark ink is at least
_SHOWS = 0.12  # how much darker than the paper beside it an edge is
_EMPTY, _FILLED = 0.025, 0.11  # how much of a box is ink
_CLEAN = 0.045  # how much darker an empty box may be than the cleanest of its slip are
_CLEANEST = 0.25  # so many boxes of a slip are taken for clean
_BESIDE_OTHERS = 0.42  # of the fullest box of the slip: less may be a stroke that went astray
_SOLID, _CROSSED = 0.8, 0.6  # one that is black beside others that are crossed may be taken back


class BoxSeen(Enum):
    """What a box looks like."""

    EMPTY = auto()
    FILLED = auto()
    DOUBTFUL = auto()


class BoxInk(NamedTuple):
    """How much of a box is ink, 0 to 1: at least, and at most. `edged`: its edge was seen.

    `tone` is how much darker all of it is than the paper around: a faint, blurred stroke is nowhere
    dark enough for ink, and still makes the whole darker. A blurred edge makes the paper darker.
    """

    least: float
    most: float
    tone: float
    edged: bool


def inks(grey: "NDArray[uint8]", straight: Straight, boxes: Sequence[Rect]) -> list[BoxInk]:
    """How much ink is in each of these boxes, which are of one size."""
    import numpy

    side, around = boxes[0].width, _AROUND + _MOVED
    whole = side + 2 * around
    places = numpy.stack(
        [patch(box.x - around, box.y - around, whole, whole, _A_MM) for box in boxes]
    )
    seen = sampled(grey, moved(straight.matrix, places))
    sums = sums_of(seen)
    room = 2 * round(_MOVED * _A_MM) + 1
    paper, edge = _sides(sums, side, room)
    shows = numpy.min(1 - edge / numpy.maximum(paper, 1.0), axis=0) / straight.black
    drawn = numpy.sum(1 - edge / numpy.maximum(paper, 1.0), axis=0)
    found = []
    for at, one in enumerate(seen):
        row, column = numpy.unravel_index(int(drawn[at].argmax()), drawn[at].shape)
        edged = bool(shows[at, row, column] >= _SHOWS)
        found.append(_ink(one[row:, column:], side, straight.black, edged=edged))
    return found


def _sides(sums: "Numbers", side: float, room: int) -> tuple["Numbers", "Numbers"]:
    """For each place where a box may lie: how light the paper is beside each of its four edges, and
    how light the edges are."""
    import numpy

    thick, length = _cells(_EDGE), _cells(side)
    before, after = _cells(_AROUND - _EDGE / 2), _cells(_AROUND + side - _EDGE / 2)
    start, gap = _cells(_AROUND), _cells(_EDGE / 2)
    out = thick + gap
    lines = ((before, -out), (after, out))
    edges, papers = [], []
    for at, away in lines:
        edges += [
            mean_in(sums, at, start, thick, length, room),
            mean_in(sums, start, at, length, thick, room),
        ]
        papers += [
            mean_in(sums, at + away, start, thick, length, room),
            mean_in(sums, start, at + away, length, thick, room),
        ]
    return numpy.stack(papers), numpy.stack(edges)


def _ink(seen: "Numbers", side: float, black: float, *, edged: bool) -> BoxInk:
    """The ink in a box that lies so far from the corner as there is paper around it."""
    import numpy

    start, end, wide = _cells(_AROUND), _cells(_AROUND + side), _cells(_AROUND - _EDGE)
    far = end + _cells(_EDGE)
    beside = (
        *(seen[:wide, start:end], seen[far : far + wide, start:end]),
        *(seen[start:end, :wide], seen[start:end, far : far + wide]),
    )
    paper = [float(numpy.median(one)) for one in beside]
    inset = _cells(_AROUND + _INSIDE)
    inner = seen[inset : _cells(_AROUND + side - _INSIDE), inset : _cells(_AROUND + side - _INSIDE)]
    least, most = (
        float(
            numpy.clip(
                ((1 - inner / max(white, 1.0)) / black - _LIGHT) / (_DARK - _LIGHT), 0, 1
            ).mean()
        )
        for white in (min(paper), max(paper))
    )
    tone = (1 - float(inner.mean()) / max(sum(paper) / len(paper), 1.0)) / black
    return BoxInk(least, most, tone, edged)


def _cells(millimetres: float) -> int:
    return round(millimetres * _A_MM)


def judged(found: Sequence[BoxInk]) -> list[BoxSeen]:
    """What each box of a slip is: sure only of what nobody could see otherwise.

    One hand fills in a slip with one pen. So a box that has much less ink than the fullest is not
    sure, nor is one that is black where others are crossed: it may have been taken back.
    """
    fullest = max((one.least for one in found), default=0.0)
    tones = sorted(one.tone for one in found)
    clean = tones[int(_CLEANEST * len(tones))] + _CLEAN if tones else 0.0
    crossed = any(one.least >= _FILLED and one.most < _CROSSED for one in found)
    states = []
    for one in found:
        weak = one.least < max(_FILLED, _BESIDE_OTHERS * fullest)
        if not one.edged:
            states.append(BoxSeen.DOUBTFUL)
        elif one.most <= _EMPTY and one.tone <= clean:
            states.append(BoxSeen.EMPTY)
        elif weak or (crossed and one.most > _SOLID):
            states.append(BoxSeen.DOUBTFUL)
        else:
            states.append(BoxSeen.FILLED)
    return states
