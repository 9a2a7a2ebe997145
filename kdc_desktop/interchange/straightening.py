"""A sheet in a picture made straight: by its code and the black squares along its sides."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kdc_desktop.domain.polls.slip_sheet import CODE, MARK, NOTHING_NEAR, SlipLayout

if TYPE_CHECKING:
    from numpy import float64, uint8
    from numpy.typing import NDArray

    Numbers = NDArray[float64]
    Grey = NDArray[uint8]

_A_MM = 6  # samples
_FAR, _FARTHER = 2.5, 0.06  # where a square is looked for: millimetres, and of its distance
_EDGE = 0.4  # millimetres of a square that may be blurred
_DISTINCT = 0.4  # of the contrast of the code
_OF_CODE = 0.2  # how much the corners of the code count beside a square


class Straight(NamedTuple):
    """How the millimetres of a sheet lie in a picture.

    `matrix` leads from the one to the other. `found` are squares that were seen, of all; `black` is
    how dark ink of the printer is beside the paper, 0 to 1.
    """

    matrix: "Numbers"
    found: int
    black: float

    def pixels_a_mm(self, x: float, y: float) -> float:
        """How many pixels a millimetre has there, the shorter way."""
        import numpy

        at = numpy.array([[x, y], [x + 1, y], [x, y + 1]])
        here, right, below = moved(self.matrix, at)
        return float(min(numpy.hypot(*(right - here)), numpy.hypot(*(below - here))))


def straightened(grey: "Grey", corners: "Numbers", layout: SlipLayout) -> Straight:
    """Where the sheet lies whose code has these corners: square by square away from the code."""
    import numpy

    known = numpy.array([(0, 0), (CODE, 0), (CODE, CODE), (0, CODE)], dtype=float)
    sheet, picture, counts = list(known), list(corners), [_OF_CODE] * 4
    matrix = projection(known, corners, numpy.ones(4))
    dark, light = _contrast(grey, matrix)
    found = 0
    for mark in layout.marks:
        here = numpy.array(mark, dtype=float)
        near = min(float(numpy.hypot(*(here - one))) for one in sheet)
        seen = _square_near(grey, matrix, here, _FAR + _FARTHER * near, (light - dark) * _DISTINCT)
        if seen is None:
            continue
        found += 1
        sheet.append(here)
        picture.append(seen)
        counts.append(1.0)
        matrix = projection(numpy.array(sheet), numpy.array(picture), numpy.array(counts))
    return Straight(matrix, found, 1 - dark / max(light, 1.0))


def projection(sheet: "Numbers", picture: "Numbers", counts: "Numbers") -> "Numbers":
    """The 3 × 3 matrix that leads these points onto those, as well as it can."""
    import numpy

    into, from_ = _centred(sheet), _centred(picture)
    (x, y), (u, v) = moved(into, sheet).T, moved(from_, picture).T
    zero, one = numpy.zeros_like(x), numpy.ones_like(x)
    first = numpy.stack([x, y, one, zero, zero, zero, -u * x, -u * y, -u], axis=1)
    second = numpy.stack([zero, zero, zero, x, y, one, -v * x, -v * y, -v], axis=1)
    weight = numpy.sqrt(counts)[:, None]
    rows = numpy.concatenate([first * weight, second * weight])
    found = numpy.linalg.svd(rows)[2][-1].reshape(3, 3)
    whole = numpy.linalg.inv(from_) @ found @ into
    matrix: Numbers = whole / whole[2, 2]
    return matrix


def _centred(points: "Numbers") -> "Numbers":
    """What moves points around nothing, about one away: so that numbers stay exact."""
    import numpy

    middle = points.mean(axis=0)
    scale = max(float(numpy.abs(points - middle).mean()), 1e-9)
    return numpy.array(
        [[1 / scale, 0, -middle[0] / scale], [0, 1 / scale, -middle[1] / scale], [0, 0, 1]]
    )


def moved(matrix: "Numbers", points: "Numbers") -> "Numbers":
    """Where a matrix leads points, an array whose last axis is x and y."""
    import numpy

    x, y = points[..., 0], points[..., 1]
    below = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2]
    below = numpy.where(numpy.abs(below) < 1e-9, 1e-9, below)
    across = (matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2]) / below
    down = (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]) / below
    return numpy.stack([across, down], axis=-1)


def sampled(grey: "Grey", places: "Numbers") -> "Numbers":
    """The grey at these places of a picture, between pixels too; beside it, that of its edge."""
    import numpy

    height, width = grey.shape
    x = numpy.clip(places[..., 0], 0, width - 1.001)
    y = numpy.clip(places[..., 1], 0, height - 1.001)
    left, top = x.astype(numpy.int64), y.astype(numpy.int64)
    across, down = x - left, y - top
    right, below = numpy.minimum(left + 1, width - 1), numpy.minimum(top + 1, height - 1)
    upper = grey[top, left] * (1 - across) + grey[top, right] * across
    lower = grey[below, left] * (1 - across) + grey[below, right] * across
    value: Numbers = upper * (1 - down) + lower * down
    return value


def patch(x: float, y: float, width: float, height: float, a_mm: float) -> "Numbers":
    """The places of a grid over a rectangle in millimetres, with so many a millimetre."""
    import numpy

    across = x + (numpy.arange(round(width * a_mm)) + 0.5) / a_mm
    down = y + (numpy.arange(round(height * a_mm)) + 0.5) / a_mm
    return numpy.stack(numpy.meshgrid(across, down), axis=-1)


def sums_of(values: "Numbers") -> "Numbers":
    """For the sums of rectangles: what is above and left of each place, over the last two axes."""
    import numpy

    around = [(0, 0)] * (values.ndim - 2) + [(1, 0), (1, 0)]
    summed: Numbers = numpy.pad(values, around).cumsum(axis=-1).cumsum(axis=-2)
    return summed


def mean_in(sums: "Numbers", top: int, left: int, height: int, width: int, room: int) -> "Numbers":
    """The means of a rectangle that is moved over `room` places each way, from this one on."""
    below, right, r = top + height, left + width, room
    total = (
        sums[..., below : below + r, right : right + r]
        - sums[..., top : top + r, right : right + r]
        - sums[..., below : below + r, left : left + r]
        + sums[..., top : top + r, left : left + r]
    )
    means: Numbers = total / (height * width)
    return means


def _contrast(grey: "Grey", matrix: "Numbers") -> tuple[float, float]:
    """How dark the dark squares of the code are, and how light the light ones."""
    import numpy

    seen = sampled(grey, moved(matrix, patch(0, 0, CODE, CODE, 3)))
    dark, light = numpy.percentile(seen, (10, 90))
    return float(dark), float(light)


def _square_near(
    grey: "Grey", matrix: "Numbers", here: "Numbers", far: float, least: float
) -> "Numbers | None":
    """Where the middle of a black square is in the picture, which stands near this place of the
    sheet; None where none is."""
    import numpy

    half, white = MARK / 2, NOTHING_NEAR / 2
    reach = far + half + white
    places = patch(here[0] - reach, here[1] - reach, 2 * reach, 2 * reach, _A_MM)
    seen = sampled(grey, moved(matrix, places))
    inner, ring = round((MARK - 2 * _EDGE) * _A_MM), round((white - _EDGE) * _A_MM)
    outer = round((MARK + 2 * white) * _A_MM)
    room = len(seen) - outer
    gap = (outer - inner) // 2
    sums = sums_of(seen)
    black = mean_in(sums, gap, gap, inner, inner, room)
    far_side = outer - ring
    sides = (
        mean_in(sums, 0, 0, ring, outer, room),
        mean_in(sums, far_side, 0, ring, outer, room),
        mean_in(sums, 0, 0, outer, ring, room),
        mean_in(sums, 0, far_side, outer, ring, room),
    )
    score = numpy.min(numpy.stack(sides), axis=0) - black
    row, column = numpy.unravel_index(int(score.argmax()), score.shape)
    if score[row, column] < least:
        return None
    there = seen[row : row + outer, column : column + outer]
    cut = (float(black[row, column]) + float(numpy.median([one[row, column] for one in sides]))) / 2
    ink = numpy.clip(cut - there, 0, None)
    down, across = numpy.indices(there.shape)
    weight = max(float(ink.sum()), 1e-9)
    x = places[0, 0, 0] + (column + float((ink * across).sum()) / weight) / _A_MM
    y = places[0, 0, 1] + (row + float((ink * down).sum()) / weight) / _A_MM
    return moved(matrix, numpy.array([x, y]))


def is_inside(grey: "Grey", matrix: "Numbers", points: Sequence[tuple[float, float]]) -> bool:
    """Whether all of these places of the sheet are in the picture."""
    import numpy

    height, width = grey.shape
    x, y = moved(matrix, numpy.array(points, dtype=float)).T
    return bool((x.min() >= 0) and (y.min() >= 0) and (x.max() < width) and (y.max() < height))
