"""Slips in a picture from a scanner or a camera: which they are, and which boxes were filled in."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.domain.polls.slip_code import SlipCode, number_on_slip, parsed
from kdc_desktop.domain.polls.slip_paper import Box
from kdc_desktop.domain.polls.slip_sheet import CODE, SlipLayout, layout_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.codes import FoundCode, codes_in
from kdc_desktop.interchange.slip_boxes import BoxSeen, inks, judged
from kdc_desktop.interchange.straightening import (
    Straight,
    is_inside,
    moved,
    patch,
    sampled,
    straightened,
)

if TYPE_CHECKING:
    from numpy import float64, uint8
    from numpy.typing import NDArray

    Numbers = NDArray[float64]
    Grey = NDArray[uint8]

_LEAST_PIXELS = 3.5  # a millimetre: fewer tell no cross from dirt
_MANY_PIXELS = 8
_SEEN = 0.75  # of the edges of all boxes: fewer say that the sheet is not where it seems to be
_SHOWN_A_MM = 6
_MARGIN = 1.5  # millimetres around a line that is shown


class SlipSeen(NamedTuple):
    """A slip in a picture. Of the lines that have a doubtful box, `shown` has what they look like:
    a picture of greys of the whole line, and where in it each box is."""

    code: SlipCode
    filled: frozenset[Box]
    doubtful: tuple[Box, ...]
    shown: dict[int, "LineShown"]


class LineShown(NamedTuple):
    """What a line looks like, and its boxes in pixels of that."""

    picture: "Grey"
    boxes: tuple[Rect, ...]


class PictureRead(NamedTuple):
    """What was read from a picture; `problems` are sentences on what was not."""

    slips: tuple[SlipSeen, ...]
    problems: tuple[str, ...]


def read_slips(grey: "Grey") -> PictureRead:
    """All slips in a picture of which each pixel is a grey from 0 to 255; they may lie in any way.

    Slips of other polls are read as well: the caller knows which are wanted.
    """
    slips, problems, known = [], [], []
    for found in codes_in(grey):
        try:
            known.append((found, parsed(found.text)))
        except UserError as error:
            problems.append(str(error))
    times = Counter(code for _found, code in known)
    problems += [_twice(code) for code, count in times.items() if count > 1]
    for found, code in known:
        if times[code] == 1:
            seen = _read(grey, found, code)
            slips += [seen] if isinstance(seen, SlipSeen) else []
            problems += [seen] if isinstance(seen, str) else []
    if not (slips or problems):
        problems.append(
            _(
                "No code of a slip is seen in the picture. The whole slip belongs on it, sharp and "
                "flat."
            )
        )
    return PictureRead(tuple(slips), tuple(dict.fromkeys(problems)))


def _read(grey: "Grey", found: FoundCode, code: SlipCode) -> SlipSeen | str:
    """A slip, or in a sentence why it cannot be read."""
    layout = layout_of(code.shape)
    grey, corners = _smaller(grey, found)
    straight = straightened(grey, corners, layout)
    ends = [(0.0, 0.0), (layout.width, 0.0), (layout.width, layout.height), (0.0, layout.height)]
    if not is_inside(grey, straight.matrix, ends):
        return _("Slip {number} is not whole in the picture.", number=_number(code))
    if min(straight.pixels_a_mm(x, y) for x, y in ends) < _LEAST_PIXELS:
        return _(
            "Slip {number} is too small in the picture: take it from closer.", number=_number(code)
        )
    boxes = [box for line in layout.answers for box in line.boxes]
    found_ink = inks(grey, straight, boxes)
    if sum(one.edged for one in found_ink) < _SEEN * len(boxes):
        return _(
            "The boxes of slip {number} are not seen well: lay it flat, see that it is sharp and "
            "evenly lit, and take the picture again, or type it in.",
            number=_number(code),
        )
    states = iter(judged(found_ink))
    seen = {
        (number, at): next(states)
        for number, line in enumerate(layout.answers)
        for at in range(len(line.boxes))
    }
    doubtful = tuple(box for box, state in seen.items() if state is BoxSeen.DOUBTFUL)
    shown = {line: _shown(grey, straight, layout, line) for line, _box in doubtful}
    filled = frozenset(box for box, state in seen.items() if state is BoxSeen.FILLED)
    return SlipSeen(code, filled, doubtful, shown)


def _twice(code: SlipCode) -> str:
    return _(
        "Slip {number} lies in the picture twice: keep the one that is right, and read it alone.",
        number=_number(code),
    )


def _smaller(grey: "Grey", found: FoundCode) -> tuple["Grey", "Numbers"]:
    """The picture with no more pixels than are needed: so that each is the mean of several."""
    import numpy

    sides = numpy.hypot(*(found.corners - numpy.roll(found.corners, 1, axis=0)).T)
    by = int(float(sides.mean()) / CODE / _MANY_PIXELS)
    if by < 2:
        return grey, found.corners
    height, width = (side // by * by for side in grey.shape)
    parts = grey[:height, :width].reshape(height // by, by, width // by, by)
    means = parts.mean(axis=(1, 3), dtype=numpy.float32).round().astype(numpy.uint8)
    return means, (found.corners + 0.5) / by - 0.5


def _shown(grey: "Grey", straight: Straight, layout: SlipLayout, line: int) -> LineShown:
    import numpy

    of_line = layout.answers[line]
    last = of_line.boxes[-1]
    left, top = of_line.title.x - _MARGIN, of_line.title.y - _MARGIN
    width = last.x + last.width + _MARGIN - left
    height = of_line.title.height + 2 * _MARGIN
    places = patch(left, top, width, height, _SHOWN_A_MM)
    picture = sampled(grey, moved(straight.matrix, places)).round().astype(numpy.uint8)
    boxes = (
        Rect(
            *(
                (value - start) * _SHOWN_A_MM
                for value, start in zip(box, (left, top, 0, 0), strict=True)
            )
        )
        for box in of_line.boxes
    )
    return LineShown(picture, tuple(boxes))


def _number(code: SlipCode) -> str:
    return number_on_slip(code.poll_id, code.number)
