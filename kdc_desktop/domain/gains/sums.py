"""What consortia give back to people a day: minutes × people, and the sum towards the goal."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeVar

from kdc_desktop.domain.consortia.given_back import still_counts
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.kit.amounts import Amount, total


class Gives(NamedTuple):
    """What one consortium gives back, how that is known, and how far it is."""

    worth: Amount
    way: GainWay
    state: ConsortiumState

    @property
    def counts(self) -> bool:
        """Whether it is part of the sum."""
        return still_counts(self.state, measured=self.way is GainWay.MEASURED)


class GivenBack(NamedTuple):
    """Minutes a day for all people together: what is `measured`, and what is `on_the_way`."""

    measured: Amount
    on_the_way: Amount

    @property
    def whole(self) -> Amount:
        """What it comes to once all guesses have come true."""
        return total((self.measured, self.on_the_way))


class KnownSomehow(Protocol):
    """What somebody has said of what a consortium gives back."""

    @property
    def way(self) -> GainWay:
        """How that is known."""


SomeTold = TypeVar("SomeTold", bound=KnownSomehow)


def that_counts(newest_first: Iterable[SomeTold]) -> SomeTold | None:
    """What counts of all that was said of one consortium: the last measure, else the last guess."""
    said = list(newest_first)
    measured = (one for one in said if one.way is GainWay.MEASURED)
    return next(measured, said[0] if said else None)


def given_back(gives: Iterable[Gives]) -> GivenBack:
    """The sum of all that counts; only what is measured is given back by now."""
    by_way: dict[GainWay, list[Amount]] = {way: [] for way in GainWay}
    for one in gives:
        if one.counts:
            by_way[one.way].append(one.worth)
    return GivenBack(total(by_way[GainWay.MEASURED]), total(by_way[GainWay.GUESSED]))
