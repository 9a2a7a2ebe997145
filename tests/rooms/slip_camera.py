"""Slips as they come back: filled in with pens, then scanned, or photographed by hand."""

import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from kdc_desktop.audience.kit.ink import load_fonts
from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.domain.pages.values import NumberedSlip, SlipPile
from kdc_desktop.domain.polls.method import PaperKind
from kdc_desktop.domain.polls.slip_code import SlipCode, number_on_slip
from kdc_desktop.domain.polls.slip_paper import Box, SlipWords
from kdc_desktop.domain.polls.slip_sheet import SlipShape, SlipSize, layout_of
from kdc_desktop.screens.pages.poll_slips import slip_pages
from kdc_desktop.screens.pages.setting import MILLIMETRE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Greys = NDArray[Any]

A4 = (210.0, 297.0)
PRINTED_AT = 10
"""Pixels a millimetre of the paper that is filled in; a camera sees fewer."""
POLL = 17
SHAPES = (
    SlipShape(PaperKind.MARKS, SlipSize.QUARTER, 1, False, 7, 1, 3),
    SlipShape(PaperKind.MARKS, SlipSize.QUARTER, 1, False, 9, 1, 1),
    SlipShape(PaperKind.LEVELS, SlipSize.HALF, 2, True, 14, 1, 6),
    SlipShape(PaperKind.ORDER, SlipSize.HALF, 1, False, 10, 1, 10),
    SlipShape(PaperKind.MARKS, SlipSize.WHOLE, 2, False, 40, 1, 1),
    SlipShape(PaperKind.ORDER, SlipSize.WHOLE, 1, False, 40, 1, 10),
    SlipShape(PaperKind.GRID, SlipSize.WHOLE, 2, False, 8, 4, 6),
)


@dataclass(frozen=True)
class Pen:
    """How a hand fills in boxes: with what, how wide and dark, and how far beyond the edge."""

    sign: str = "cross"
    width: float = 0.5
    grey: int = 40
    beyond: float = 0.1


@dataclass(frozen=True)
class Light:
    """How a picture is taken: out of focus by so many pixels, with so much noise, and so on.

    `tilt` is how far the camera leans, `turned` by how many degrees; `shadow` how much light a hand
    takes away beyond a line, which is `soft` pixels wide.
    """

    blur: float = 0.8
    noise: float = 4
    tilt: float = 0.0
    turned: float = 0.0
    bright: float = 0.9
    uneven: float = 0.1
    shadow: float = 0.0
    soft: float = 20.0


@dataclass
class Sheet:
    """A printed page with slips that are filled in; `truth` has the filled boxes by number."""

    shape: SlipShape
    image: QImage
    first: int
    truth: dict[int, set[Box]] = field(default_factory=dict)

    def place(self, at: int) -> tuple[float, float]:
        """Where the slip at this place begins, in millimetres of the page."""
        layout, a_sheet = layout_of(self.shape), self.shape.size.a_sheet
        columns = 2 if a_sheet == 4 else 1
        across, down = A4[0] / columns, A4[1] / max(1, a_sheet // columns)
        row, column = divmod(at, columns)
        x = column * across + (across - layout.width) / 2
        return x, row * down + (down - layout.height) / 2

    def fill(self, at: int, boxes: Collection[Box], pen: Pen, rng: random.Random) -> None:
        """Fill in the slip at this place."""
        answers = layout_of(self.shape).answers
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(PRINTED_AT, PRINTED_AT)
        painter.translate(*self.place(at))
        ink = QPen(QColor(pen.grey, pen.grey, pen.grey), pen.width)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(ink)
        for line, box in sorted(boxes):
            painter.drawPath(_stroke(answers[line].boxes[box], pen, rng))
        painter.end()
        self.truth.setdefault(self.first + at, set()).update(boxes)


def printed_sheet(
    shape: SlipShape,
    first: int = 1,
    code: Callable[[int], SlipCode] | None = None,
    club: str = "ABCD",
) -> Sheet:
    """A page of slips with numbers from this one on, and what their codes say."""
    load_fonts()
    words = SlipWords(
        "What shall we begin with this winter, before the snow?",
        "Dots, 5 each. Cross as many boxes of an option as you give to it.",
        tuple(f"{n}. Rooftop greenhouse on waste heat" for n in range(1, shape.groups + 1)),
        tuple(f"Criterion {n}" for n in range(1, shape.lines + 1)),
        tuple(str(n) for n in range(1, shape.boxes + 1)) if shape.boxes > 1 else (),
    )
    code = code or (lambda number: SlipCode(club, "123", POLL, number, shape))
    slips = tuple(
        NumberedSlip(number_on_slip(POLL, n), code(n).text)
        for n in range(first, first + shape.size.a_sheet)
    )
    pile = SlipPile(shape, words, "Nobody can find your vote again.", slips)
    width, height = (round(side * PRINTED_AT) for side in A4)
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(PRINTED_AT / MILLIMETRE, PRINTED_AT / MILLIMETRE)
    slip_pages(pile, A4[0] * MILLIMETRE, A4[1] * MILLIMETRE)[0](painter)
    painter.end()
    return Sheet(shape, image, first)


def _stroke(box: Rect, pen: Pen, rng: random.Random) -> QPainterPath:
    def at(across: float, down: float) -> QPointF:
        x = box.x + across * box.width + rng.uniform(-0.4, 0.4)
        return QPointF(x, box.y + down * box.height + rng.uniform(-0.4, 0.4))

    path, out = QPainterPath(), pen.beyond
    if pen.sign == "cross":
        path.moveTo(at(-out, -out))
        path.quadTo(at(0.5, 0.5), at(1 + out, 1 + out))
        path.moveTo(at(1 + out, -out))
        path.quadTo(at(0.5, 0.5), at(-out, 1 + out))
    elif pen.sign == "tick":
        path.moveTo(at(0.1, 0.5))
        path.lineTo(at(0.4, 0.9))
        path.lineTo(at(1 + out, -out))
    else:  # blackened
        path.moveTo(at(0.1, 0.1))
        for step in range(14):
            path.lineTo(at(0.05 if step % 2 else 0.95, 0.05 + step / 14 * 0.9))
    return path


def photographed(
    image: QImage,
    seen: tuple[float, float, float, float],
    pixels: int,
    light: Light,
    rng: random.Random,
) -> "Greys":
    """What a camera sees of a part of a page, in millimetres from its corner: greys.

    The longer side of the picture has so many `pixels`.
    """
    x, y, width, height = (value * PRINTED_AT for value in seen)
    corners = [QPointF(x, y), QPointF(x + width, y), QPointF(x + width, y + height)]
    page = QPolygonF([*corners, QPointF(x, y + height)])
    there, size = _seen_from(width, height, pixels, light, rng)
    lens = QTransform.quadToQuad(page, there)
    assert isinstance(lens, QTransform)
    picture = QImage(*size, QImage.Format.Format_Grayscale8)
    picture.fill(QColor(90, 90, 90))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(lens)
    painter.drawImage(0, 0, image)
    painter.end()
    return lit(greys_of(picture), light, rng)


def _seen_from(
    width: float, height: float, pixels: int, light: Light, rng: random.Random
) -> tuple[QPolygonF, tuple[int, int]]:
    """Where the corners of what is seen lie in the picture, and how large that is."""

    import numpy

    turned = numpy.radians(light.turned)
    flat = numpy.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (width / 2, height / 2)
    spin = numpy.array(
        [[numpy.cos(turned), -numpy.sin(turned)], [numpy.sin(turned), numpy.cos(turned)]]
    )
    lean = numpy.array([rng.uniform(-1, 1), rng.uniform(-1, 1)]) * light.tilt
    leaning = flat @ spin.T
    leaning = leaning / (1 + leaning @ lean / max(width, height) * 2)[:, None]
    low, high = leaning.min(axis=0), leaning.max(axis=0)
    scale = pixels * 0.96 / (high - low).max()
    size = (high - low) * scale / 0.96
    corners = (leaning - (low + high) / 2) * scale + size / 2
    whole = tuple(int(side) for side in size.round())
    return QPolygonF([QPointF(*corner) for corner in corners]), (whole[0], whole[1])


def lit(grey: "Greys", light: Light, rng: random.Random) -> "Greys":
    """The same in this light, by this lens."""

    import numpy

    height, width = grey.shape
    down, across = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    lamp = light.bright * (
        1
        + light.uneven * rng.uniform(-1, 1) * (across / width - 0.5)
        + light.uneven * rng.uniform(-1, 1) * (down / height - 0.5)
    )
    if light.shadow:
        angle = rng.uniform(0, 2 * numpy.pi)
        middle = width * rng.uniform(0.2, 0.8), height * rng.uniform(0.2, 0.8)
        beyond = (across - middle[0]) * numpy.cos(angle) + (down - middle[1]) * numpy.sin(angle)
        lamp *= 1 - light.shadow / (1 + numpy.exp(numpy.clip(-beyond / light.soft, -40, 40)))
    seen = _blurred(grey * lamp, light.blur)
    seen += numpy.random.default_rng(rng.randrange(2**32)).normal(0, light.noise, seen.shape)
    return numpy.clip(seen, 0, 255).astype(numpy.uint8)


def _blurred(values: "Greys", by: float) -> "Greys":
    import numpy

    if not by:
        return values
    reach = max(1, round(3 * by))
    weights = numpy.exp(-0.5 * (numpy.arange(-reach, reach + 1) / by) ** 2)
    for axis in (0, 1):
        size = values.shape[axis]
        pads = [(reach, reach) if one == axis else (0, 0) for one in (0, 1)]
        wide = numpy.pad(values, pads, mode="edge")
        parts = (numpy.take(wide, range(at, at + size), axis) for at in range(2 * reach + 1))
        values = sum(w * part for w, part in zip(weights / weights.sum(), parts, strict=True))
    return values


def greys_of(image: QImage) -> "Greys":
    """The pixels of a grey picture."""

    import numpy

    rows = numpy.frombuffer(image.constBits(), numpy.uint8)
    return rows.reshape(image.height(), image.bytesPerLine())[:, : image.width()].copy()


def beside_each_other(pictures: "Sequence[Greys]") -> "Greys":
    """Several pictures in one."""

    import numpy

    height = max(len(one) for one in pictures)
    padded = [
        numpy.pad(one, ((0, height - len(one)), (0, 0)), constant_values=90) for one in pictures
    ]
    return numpy.ascontiguousarray(numpy.concatenate(padded, axis=1))
