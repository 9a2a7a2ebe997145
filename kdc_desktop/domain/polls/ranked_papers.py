"""What ranked papers come to by each rule, each worked out when it is first asked for."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kdc_desktop.domain.polls.borda import doubled_points
from kdc_desktop.domain.polls.duels import (
    condorcet_winner,
    doubled_copeland,
    duels,
    has_unbeaten,
)
from kdc_desktop.domain.polls.method import Number
from kdc_desktop.domain.polls.orders import Orders
from kdc_desktop.domain.polls.runoff import RunoffStep, runoff
from kdc_desktop.domain.polls.schulze import beaten_by

if TYPE_CHECKING:
    from kdc_desktop.domain.polls.orders import Numbers


class RankedOutcome(NamedTuple):
    """What a rule says of each option, by its place: `ranks` the higher the better, and `values`.

    `winners` are who the rule chooses, which may be nobody.
    """

    ranks: Sequence[tuple[Number, ...]]
    values: Sequence[Number]
    winners: tuple[int, ...]


class RankedPapers:
    """Ranked papers, counted by any rule."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders

    @cached_property
    def said(self) -> int:
        """How many papers rank something."""
        return int(self._orders.times.sum())

    @cached_property
    def steps(self) -> list[RunoffStep]:
        """The rounds of an instant run-off."""
        return runoff(self._orders)

    @cached_property
    def condorcet_winner(self) -> int | None:
        """The place of the option that beats every other one two by two."""
        return condorcet_winner(self._duels) if self.said else None

    @cached_property
    def has_unbeaten(self) -> bool:
        """Whether some option is beaten by none other; there may be a draw between several."""
        return bool(self.said) and has_unbeaten(self._duels)

    def outcome(self, rule: str) -> RankedOutcome:
        """What the rule with this key makes of the papers; nobody wins where they say nothing."""
        if not self.said:
            nothing = [0] * self._orders.size
            return RankedOutcome([(0,)] * self._orders.size, nothing, ())
        if rule == "irv":
            return self._by_runoff()
        if rule == "condorcet":
            scores = [half(score) for score in doubled_copeland(self._duels)]
            winner = self.condorcet_winner
            return RankedOutcome(
                [(s,) for s in scores], scores, () if winner is None else (winner,)
            )
        if rule == "schulze":
            beaten = beaten_by(self._duels)
            return _best([len(beaten) - 1 - count for count in beaten])
        return _best([half(points) for points in doubled_points(self._orders)])

    @cached_property
    def _duels(self) -> "Numbers":
        return duels(self._orders)

    def _by_runoff(self) -> RankedOutcome:
        """The later an option drops out, the better; of those still in, by what they have."""
        last = {option: at for at, step in enumerate(self.steps) for option in step.votes}
        values = [self.steps[at].votes[option] for option, at in sorted(last.items())]
        ranks = [(last[option], value) for option, value in enumerate(values)]
        won = tuple(option for option, rank in enumerate(ranks) if rank == max(ranks))
        return RankedOutcome(ranks, [whole(value) for value in values], won)


def _best(values: Sequence[Number]) -> RankedOutcome:
    won = tuple(option for option, value in enumerate(values) if value == max(values))
    return RankedOutcome([(value,) for value in values], values, won)


def half(number: int) -> Number:
    """Half of a number, a whole one where it can be."""
    return whole(Fraction(number, 2))


def whole(number: Fraction) -> Number:
    """The same number, a whole one where it is one."""
    return number.numerator if number.denominator == 1 else number
