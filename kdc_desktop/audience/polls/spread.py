"""How many said which level: the levels of a scale as a picture has room for them."""

from collections.abc import Sequence
from typing import NamedTuple

from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.domain.polls.method import Average
from kdc_desktop.i18n import _, decimal_text

_MOST, _GROUPED = 11, 7
"""So many levels are shown one by one; of more, so many groups."""


class Band(NamedTuple):
    """Levels that are shown as one, from the first up to, and without, the `end`."""

    name: str
    start: int
    end: int


def bands(levels: Sequence[str]) -> tuple[Band, ...]:
    """One for each level; of more than there is room for, several together."""
    each = 1 if len(levels) <= _MOST else -(-len(levels) // _GROUPED)
    found = []
    for start in range(0, len(levels), each):
        end = min(start + each, len(levels))
        name = levels[start]
        if end - start > 1:
            name = _("{first} to {last}", first=name, last=levels[end - 1])
        found.append(Band(name, start, end))
    return tuple(found)


def counts(row: RevealRow, shown: Sequence[Band]) -> tuple[int, ...]:
    """How many said each of these."""
    return tuple(sum(row.spread[band.start : band.end]) for band in shown)


def median(spread: Sequence[int]) -> int | None:
    """The level at which at least half have said that or less; None where nobody said anything."""
    whole, before = sum(spread), 0
    for at, count in enumerate(spread):
        before += count
        if whole and 2 * before >= whole:
            return at
    return None


def place_of(result: ResultPicture, row: RevealRow) -> float | None:
    """Where its mean or median lies between the lowest level (0) and the highest (1)."""
    steps = len(result.levels) - 1
    if not sum(row.spread) or steps < 1:
        return None
    if result.average is Average.MEDIAN:
        at = median(row.spread)
        return None if at is None else at / steps
    return min(1.0, max(0.0, (row.total - result.lowest) / steps))


def score_word(result: ResultPicture) -> str:
    """What is written beside a spread: “mean” or “median”, unless it is something else."""
    if result.score_name:
        return result.score_name
    return _("median") if result.average is Average.MEDIAN else _("mean")


def score_text(row: RevealRow) -> str:
    """The mean or median as it is written."""
    if not sum(row.spread):
        return row.score or _("none")
    return row.score or decimal_text(row.total, 2)
