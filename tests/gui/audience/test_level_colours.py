"""Levels are told apart by whatever eyes a room has."""

from itertools import pairwise
from math import hypot

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kdc_desktop.audience.kit.ink import NIGHT, PAPER, SlidePalette
from kdc_desktop.audience.polls.level_colours import level_colours
from kdc_desktop.audience.polls.level_ink import paint_level, write_in_level
from tests.gui.audience.test_slides import contrast

EYES = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""What an eye makes of linear red, green and blue (Machado, Oliveira and Fernandes 2009)."""
LEAST = {3: 45.0, 5: 28.0, 6: 22.0, 7: 19.0, 11: 11.0}


def lab(colour: str, eye: str) -> tuple[float, float, float]:
    """A colour in CIE Lab, as an eye sees it."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in EYES[eye]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: str, other: str, eye: str) -> float:
    """How far two colours are from each other: 2 is just seen side by side."""
    pairs = zip(lab(one, eye), lab(other, eye), strict=True)
    return hypot(*(a - b for a, b in pairs))


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("palette", [NIGHT, PAPER], ids=["night", "paper"])
@pytest.mark.parametrize(("count", "least"), LEAST.items())
def test_levels_beside_each_other_differ(
    count: int, least: float, palette: SlidePalette, eye: str
) -> None:
    fills = [colour.fill for colour in level_colours(count, palette)]
    assert min(apart(one, other, eye) for one, other in pairwise(fills)) >= least
    assert apart(fills[0], fills[-1], eye) >= 50


@pytest.mark.usefixtures("qapp")
def test_levels_beside_each_other_differ_without_any_colour() -> None:
    striped = [colour.striped for colour in level_colours(6, NIGHT)]
    assert striped == [False, True, False, True, False, True]
    assert painted(striped=True) != painted(striped=False)


def painted(*, striped: bool) -> QImage:
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        colour = level_colours(6, PAPER)[3]._replace(striped=striped)
        paint_level(painter, QRectF(0, 0, 120, 60), colour, 6)
        write_in_level(painter, QRectF(0, 0, 120, 60), "12", colour)
    return image


@pytest.mark.parametrize("palette", [NIGHT, PAPER], ids=["night", "paper"])
@pytest.mark.parametrize("count", [*LEAST, 1, 2])
def test_numbers_on_levels_are_read(count: int, palette: SlidePalette) -> None:
    for colour in level_colours(count, palette):
        assert contrast(colour.fill, colour.ink) >= 4.2
        assert contrast(colour.fill, palette.paper) >= 1.9
