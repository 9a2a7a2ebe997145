"""A round of a count as a picture has room for it: who has what, who gained, who drops out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kdc_desktop.domain.polls.method import Number, Round

_MOST, _MOST_OUT = 8, 3


class RoundBar(NamedTuple):
    """What an option has in a round, and how much of that is new in it; whether it drops out."""

    option_id: int
    value: float
    gained: float
    is_out: bool


class RoundBars(NamedTuple):
    """The bars of a round, the longest first and those who drop out last.

    So many are `between` them, or drop out as well (`more_out`), without a bar. `exhausted` is what
    counts for nobody any more.
    """

    bars: tuple[RoundBar, ...]
    between: int
    more_out: int
    exhausted: float


def bars_of(rounds: Sequence[Round], at: int) -> RoundBars:
    """The bars of this one of the rounds."""
    now = rounds[at].values
    before: Mapping[int, Number] = rounds[at - 1].values if at else {}
    after = rounds[at + 1].values if at + 1 < len(rounds) else now
    bars = [
        RoundBar(key, float(value), float(value - before.get(key, value)), key not in after)
        for key, value in now.items()
    ]
    bars.sort(key=lambda bar: (bar.is_out, -bar.value))
    out = [bar for bar in bars if bar.is_out]
    left = bars[: len(bars) - len(out)]
    shown_out = out if len(bars) <= _MOST else out[:_MOST_OUT]
    shown = left[: _MOST - len(shown_out)]
    lost = float(sum(rounds[0].values.values()) - sum(now.values()))
    return RoundBars(
        (*shown, *shown_out), len(left) - len(shown), len(out) - len(shown_out), max(0.0, lost)
    )


def longest(rounds: Sequence[Round]) -> float:
    """What the longest bar of all rounds stands for; half of all votes fits in too."""
    most = max((max(one.values.values(), default=0) for one in rounds), default=0)
    return max(float(most), *(half_of(one) for one in rounds), 1e-9)


def half_of(one: Round) -> float:
    """Half of what counts in a round: who has more wins."""
    return float(sum(one.values.values())) / 2
