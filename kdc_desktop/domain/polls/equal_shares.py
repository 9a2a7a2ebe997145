"""The method of equal shares, of Peters, Pierczyński and Skowron (2021), for options with costs.

The total is divided among all papers, blank ones too. Whoever is for an option helps to pay for it,
all the same amount, and who has less left gives that; what is bought next is what has the lowest
price for its cost. Usually money is left: then everybody is given one more, as if there were more
than there is (Add1), as long as what is bought then does not cost more than the total, or until
nothing more that anybody is for would fit. What still fits is bought by approvals at the end. This
is what pabutools does with cost satisfaction, an increment of 1 and a greedy completion, but that
an option that nobody is for is never funded.
"""

from fractions import Fraction
from typing import NamedTuple

from kdc_desktop.domain.polls.backers import Backers
from kdc_desktop.domain.polls.shares_run import Buying, Market
from kdc_desktop.domain.polls.spending import Spent, spend


class Funding(NamedTuple):
    """What is funded: options that cost nothing, what a run bought, and what was added at the end.

    `raised` is how often everybody was given one more.
    """

    free: tuple[int, ...]
    run: Buying
    raised: int
    added: Spent

    @property
    def funded(self) -> frozenset[int]:
        """The places of all that is funded."""
        return frozenset((*self.free, *self.run.options, *self.added.bought))


def fund(backers: Backers, costs: tuple[int, ...], total: int, one: int = 1) -> Funding:
    """What the total is spent on, by equal shares; `one` is what each is given more at a time."""
    market = Market(backers, costs)
    free = tuple(at for at, cost in enumerate(costs) if not cost and backers.approvals[at])
    run, raised = _raised(market, Fraction(total, max(backers.voters, 1)), total, one)
    rest = [at for at in market.offered if at not in run.options]
    added = spend(backers.approvals, costs, total - _spent(market, run), rest)
    return Funding(free, run, raised, added)


def _raised(market: Market, share: Fraction, total: int, one: int) -> tuple[Buying, int]:
    """The last run that does not spend more than there is, and how often the share was raised.

    Many steps are taken at once where it is sure that all of them buy the same; where that was
    asked in vain, it is asked less often.
    """
    run, raised, ahead = market.run(share), 0, _Ahead()
    while not _is_full(market, run, total):
        if ahead.steps > 1:
            later = market.again(run, run.purses.share + ahead.steps * one)
            if later is not None:
                run, raised = later, raised + ahead.steps
            ahead.learn(later is not None)
        else:
            later = market.run(run.purses.share + one)
            if _spent(market, later) > total:
                break
            ahead.see(later.options == run.options)
            run, raised = later, raised + 1
    return run, raised


class _Ahead:
    """How many steps to try at once: twice as many until it fails, then half as many."""

    def __init__(self) -> None:
        self.steps, self._grows, self._rest, self._pause = 1, True, 0, 1

    def learn(self, went: bool) -> None:
        """Several steps could be taken at once, or could not."""
        if went:
            self._pause = 1
        elif self.steps == 2:
            self._rest, self._pause = self._pause, min(2 * self._pause, 64)
        self._grows = self._grows and went
        self.steps = 2 * self.steps if self._grows else self.steps // 2

    def see(self, same: bool) -> None:
        """One step was taken, which bought the same or not."""
        self._rest -= 1
        self.steps, self._grows = 2 if same and self._rest < 0 else 1, True


def _is_full(market: Market, run: Buying, total: int) -> bool:
    """Whether nothing more fits that anybody is for."""
    left = total - _spent(market, run)
    return not any(market.costs[at] <= left for at in market.offered if at not in run.options)


def _spent(market: Market, run: Buying) -> int:
    return sum(market.costs[at] for at in run.options)
