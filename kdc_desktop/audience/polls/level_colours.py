"""Colours of the levels of a scale, from red over yellow to blue, which all eyes tell apart.

Whoever sees no red, no green or no blue sees levels beside each other as different as others do,
and every other level is striped: on a bad projector, or without any colours, stripes part them.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from kdc_desktop.audience.kit.ink import SlidePalette

_NIGHT = ("#AB2365", "#D58125", "#FFCA44", "#BBD7D4", "#87D0F9", "#2568F2")
_PAPER = ("#660502", "#CD3A06", "#FD923A", "#A5B19D", "#2975AA", "#0B2F66")
_DARK_INK, _LIGHT_INK = "#10151C", "#FFFFFF"


class LevelColour(NamedTuple):
    """What a level is filled with, and what is written on it, as ``#RRGGBB``; is it striped?"""

    fill: str
    ink: str
    striped: bool = False


def level_colours(count: int, palette: SlidePalette) -> tuple[LevelColour, ...]:
    """The colours of so many levels, the lowest first."""
    return _colours(count, palette.dark)


@lru_cache(maxsize=64)
def _colours(count: int, dark: bool) -> tuple[LevelColour, ...]:
    stops = [QColor(stop) for stop in (_NIGHT if dark else _PAPER)]
    last = max(1, count - 1)
    fills = (_between(stops, at / last if count > 1 else 1.0) for at in range(count))
    return tuple(_with_ink(fill, striped=at % 2 == 1) for at, fill in enumerate(fills))


def _between(stops: list[QColor], where: float) -> QColor:
    place = where * (len(stops) - 1)
    at = min(int(place), len(stops) - 2)
    part, one, other = place - at, stops[at], stops[at + 1]
    return QColor(
        _mixed(one.red(), other.red(), part),
        _mixed(one.green(), other.green(), part),
        _mixed(one.blue(), other.blue(), part),
    )


def _mixed(one: int, other: int, part: float) -> int:
    return round(one + (other - one) * part)


def _with_ink(fill: QColor, *, striped: bool) -> LevelColour:
    light = _light(fill)
    on_dark, on_light = 1.05 / (light + 0.05), (light + 0.05) / (_light(QColor(_DARK_INK)) + 0.05)
    return LevelColour(fill.name(), _LIGHT_INK if on_dark > on_light else _DARK_INK, striped)


def _light(colour: QColor) -> float:
    """How light it is, 0 to 1, as WCAG measures it."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
