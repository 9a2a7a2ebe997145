"""Where the words of levels stand above their bars: as many lines as they need to be whole."""

from collections.abc import Sequence
from typing import NamedTuple

from kdc_desktop.audience.kit.ink import SMALLEST, text_width

SIGN, LINE = 40.0, 44.0
"""How wide the sign before a word is, and how far lines are apart."""
_GAP, _MOST_LINES = 28.0, 3


class InKey(NamedTuple):
    """The level number `at`: on which line, how far to the right, how wide its word may be."""

    at: int
    line: int
    left: float
    wide: float


def in_key(names: Sequence[str], room: float) -> tuple[InKey, ...]:
    """The levels in their order, in a room of this width; on more lines where one is too short.

    Where not even three are enough, words share the lines and may be cut.
    """
    if not names:
        return ()
    wides = [text_width(name, SMALLEST) + 2 for name in names]
    rows = [max(1, -(-len(names) // lines)) for lines in range(1, _MOST_LINES + 1)]
    tried = [(each, [max(wides[at::each]) + SIGN + _GAP for at in range(each)]) for each in rows]
    cut = (rows[-1], [(room + _GAP) / rows[-1]] * rows[-1])
    fits = (one for one in tried if sum(one[1]) - _GAP <= room)
    each, steps = next(fits, cut)
    lefts = [sum(steps[:column]) for column in range(each)]
    return tuple(
        InKey(at, at // each, lefts[at % each], steps[at % each] - SIGN - _GAP)
        for at in range(len(names))
    )
