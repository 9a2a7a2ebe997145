"""Equal shares voter by voter in fractions, one step after the other: what the count must equal."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

Ballots = Sequence[frozenset[int]]


class ByHand(NamedTuple):
    """What was free, what was bought at which price, how often all got more, what was added."""

    free: list[int]
    bought: list[int]
    prices: list[Fraction]
    raised: int
    added: list[int]


def one_run(
    ballots: Ballots, costs: Sequence[int], share: Fraction
) -> tuple[list[int], list[Fraction]]:
    """What is bought with a share each, and at which prices."""
    left = [share] * len(ballots)
    backers = {at: [i for i, one in enumerate(ballots) if at in one] for at in range(len(costs))}
    waiting = {at for at, cost in enumerate(costs) if cost and backers[at]}
    bought: list[int] = []
    prices: list[Fraction] = []
    while True:
        payable = [at for at in waiting if sum(left[i] for i in backers[at]) >= costs[at]]
        if not payable:
            return bought, prices
        price = {at: price_of(costs[at], [left[i] for i in backers[at]]) for at in payable}
        best = min(
            payable, key=lambda at: (price[at] / costs[at], -len(backers[at]), costs[at], at)
        )
        for i in backers[best]:
            left[i] -= min(left[i], price[best])
        bought.append(best)
        prices.append(price[best])
        waiting.discard(best)


def price_of(cost: int, purses: list[Fraction]) -> Fraction:
    """The most that one pays where all pay the same, or what they have."""
    open_, payers = Fraction(cost), len(purses)
    for purse in sorted(purses):
        if open_ / payers <= purse:
            break
        open_, payers = open_ - purse, payers - 1
    return open_ / payers


def by_hand(ballots: Ballots, costs: Sequence[int], total: int, one: int = 1) -> ByHand:
    """The whole rule: raise the share one by one, then add by approvals what fits."""
    approvals = [sum(at in ballot for ballot in ballots) for at in range(len(costs))]
    free = [at for at, cost in enumerate(costs) if not cost and approvals[at]]
    offered = [at for at, cost in enumerate(costs) if cost and approvals[at]]
    share, raised = Fraction(total, max(1, len(ballots))), 0
    bought, prices = one_run(ballots, costs, share)
    while fits(costs, total, offered, bought):
        more, dearer = one_run(ballots, costs, share + one)
        if sum(costs[at] for at in more) > total:
            break
        bought, prices, share, raised = more, dearer, share + one, raised + 1
    added: list[int] = []
    for at in sorted(offered, key=lambda at: (-approvals[at], costs[at], at)):
        if at in fits(costs, total, offered, bought + added):
            added.append(at)
    return ByHand(free, bought, prices, raised, added)


def fits(
    costs: Sequence[int], total: int, offered: Sequence[int], bought: Sequence[int]
) -> list[int]:
    """What could be bought of what is left."""
    left = total - sum(costs[at] for at in bought)
    return [at for at in offered if at not in bought and costs[at] <= left]
