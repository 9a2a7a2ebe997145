"""In which order places are revealed, and how far each has come at a moment."""

from collections.abc import Sequence
from itertools import groupby

from kdc_desktop.audience.polls.result_picture import RevealRow

TALLEST, _TWO_LINES = 132.0, 68.0
"""How far rows are apart at most, for titles of three lines; how high they are for two."""


def in_turn(rows: Sequence[RevealRow], per_page: int) -> list[range]:
    """The rows that are revealed together, in turn: from the last place up, ties together.

    What stands on later pages comes at once, before all others.
    """
    groups: list[range] = []
    for _place, tied in groupby(rows, key=lambda row: row.place):
        start = groups[-1].stop if groups else 0
        groups.append(range(start, start + len(list(tied))))
    first = [group for group in groups if group.stop <= per_page]
    later = range(first[-1].stop if first else 0, len(rows))
    return [*([later] if later else []), *reversed(first)]


def grown(index: int, count: int, moment: float) -> float:
    """How far the bar of row `index` has grown (0 to 1) when the last row starts first."""
    if moment >= 1:
        return 1.0
    start = (count - 1 - index) / count * 0.65
    return eased(min(1.0, max(0.0, (moment - start) / 0.35)))


def come_of(
    turns: Sequence[range], revealed: int | None, index: int, at: int, count: int, moment: float
) -> float:
    """How far row `at` has come, which is the `index`-th of `count` on its page.

    All of a page grow one after the other; of so many `revealed` turns only the newest one grows.
    """
    if revealed is None:
        return grown(index, count, moment)
    known = turns[:revealed]
    if not any(at in some for some in known):
        return 0.0
    return grown(0, 1, moment) if at in known[-1] else 1.0


def eased(linear: float) -> float:
    """Fast first, slow in the end."""
    return 1 - (1 - linear) ** 3


def inside(step: float) -> float:
    """How high a row is that begins a step above the next one: two lines, if it can be."""
    return step - min(24.0, max(8.0, step - _TWO_LINES))
