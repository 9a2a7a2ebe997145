"""The two palettes and the measures of the look: colours as ``#RRGGBB``, lengths in pixels."""

from typing import NamedTuple

from kdc_desktop.audience.kit import ink


class Palette(NamedTuple):
    """The colours of one mode.

    `paper` lies behind everything, `surface` under controls and panels, `sunken` under groups of
    cards; `line` separates, `edge` outlines what can be filled in; the `_soft` colours are fills
    that `ink` and the colour itself can be read on.
    """

    dark: bool
    paper: str
    surface: str
    sunken: str
    hover: str
    pressed: str
    ink: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    warning: str
    warning_soft: str
    bad: str
    bad_soft: str


LIGHT = Palette(
    dark=False,
    paper="#F6F5F1",
    surface="#FFFFFF",
    sunken="#ECEAE3",
    hover="#F4F2ED",
    pressed="#E6E3DA",
    ink="#1C2430",
    muted="#5B6675",
    line="#DDD9D0",
    edge="#838A94",
    accent="#0F6B8F",
    accent_hover="#0C5A79",
    accent_soft="#E4F0F5",
    on_accent="#FFFFFF",
    good="#2E7D4F",
    good_soft="#E9F5EE",
    warning="#9A5B00",
    warning_soft="#FFF8E5",
    bad="#B3261E",
    bad_soft="#FCECEA",
)
DARK = Palette(
    dark=True,
    paper="#10151C",
    surface="#1A222C",
    sunken="#151C25",
    hover="#232D39",
    pressed="#2B3744",
    ink="#F2F4F6",
    muted="#9AA6B4",
    line="#2F3A47",
    edge="#6F7D8D",
    accent="#4FB3D9",
    accent_hover="#74C5E4",
    accent_soft="#17374A",
    on_accent="#10151C",
    good="#6FCF97",
    good_soft="#173226",
    warning="#E9B35C",
    warning_soft="#382B12",
    bad="#F59188",
    bad_soft="#421F1E",
)

NOTE_INK = ink.NOTE_INK
"""What is written with on notes of every colour, in both modes."""

CORNER = 6
CORNER_LARGE = 10


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
