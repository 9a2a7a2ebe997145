"""The colours of where members stand: from least support to most, readable in both modes."""

from functools import lru_cache
from itertools import pairwise

from kdc_desktop.screens.kit.icons import mixed
from kdc_desktop.screens.kit.palette import NOTE_INK, Palette, contrast

READABLE = 4.5
_STOPS = (
    (0.0, "#C4513F"),
    (2 / 7, "#F0B98A"),
    (3 / 7, "#F5DFB3"),
    (4 / 7, "#ECE7D8"),
    (5 / 7, "#A9D5B6"),
    (6 / 7, "#4E9F6C"),
    (1.0, "#1F7A48"),
)


@lru_cache(maxsize=256)
def heat_colour(share: float, palette: Palette) -> str:
    """The fill for a level that lies `share` (0 to 1) of the way to most support."""
    share = min(1.0, max(0.0, share))
    (low, first), (high, second) = next(
        (before, after) for before, after in pairwise(_STOPS) if share <= after[0]
    )
    colour = mixed(first, second, (share - low) / (high - low))
    calm = mixed(colour, palette.surface, 0.12) if palette.dark else colour
    return calm if contrast(ink_on(calm), calm) >= READABLE else colour


@lru_cache(maxsize=256)
def ink_on(colour: str) -> str:
    """The ink that reads best on a fill."""
    return max((NOTE_INK, "#FFFFFF"), key=lambda ink: contrast(ink, colour))
