"""One run of equal shares: everybody has a share, and the option that costs its backers least, for
what it costs, is bought again and again, until none can be paid."""

from fractions import Fraction
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from kdc_desktop.domain.polls.backers import Backers
from kdc_desktop.domain.polls.purses import Price, Purses
from kdc_desktop.domain.polls.spending import first

_UP, _DOWN = 1 + 2.0**-50, 1 - 2.0**-50


class Bought(NamedTuple):
    """What a run bought next, and what else had exactly as low a price for its cost then."""

    option: int
    level_with: tuple[int, ...] = ()


class Buying(NamedTuple):
    """What was bought with a share, one after the other, and the purses as they are then."""

    bought: tuple[Bought, ...]
    purses: Purses

    @property
    def options(self) -> tuple[int, ...]:
        """What was bought, in that order."""
        return tuple(one.option for one in self.bought)


class Market:
    """The options that can be bought: who is for them, what they cost, which comes first."""

    def __init__(self, backers: Backers, costs: tuple[int, ...]) -> None:
        self.backers, self.costs = backers, costs
        counts = backers.approvals
        self.offered = tuple(at for at, cost in enumerate(costs) if cost and counts[at])

    def first(self, option: int) -> tuple[int, int, int]:
        """What is bought first of what has the same price for its cost."""
        return first(self.backers.approvals, self.costs, option)

    def run(self, share: Fraction) -> Buying:
        """What is bought with this share each."""
        purses, waiting, bought = Purses(self.backers, self.costs, share), self._lowest(), []
        while chosen := self._next(purses, waiting):
            one, price = chosen
            purses.buy(one.option, price)
            bought.append(one)
        return Buying(tuple(bought), purses)

    def _lowest(self) -> list[tuple[float, int]]:
        """The lowest that each option can cost a backer for its cost, whatever is in the purses."""
        counts = self.backers.approvals
        waiting = [(_DOWN / counts[at], at) for at in self.offered]
        heapify(waiting)
        return waiting

    def _next(
        self, purses: Purses, waiting: list[tuple[float, int]]
    ) -> tuple[Bought, Price] | None:
        """The option to buy; what cannot be paid any more is no longer waiting."""
        seen: list[tuple[float, int, Price]] = []
        top = float("inf")
        while waiting and waiting[0][0] <= top:
            low, option = heappop(waiting)
            if price := purses.price(option, low * self.costs[option]):
                seen.append((self._at_least(option, price, low), option, price))
                top = min(top, self._at_most(option, price))
        near = {option: price for low, option, price in seen if low <= top}
        if not near:
            return None
        chosen, level_with = self._cheapest(purses, near)
        for low, option, _price in seen:
            if option != chosen:
                heappush(waiting, (low, option))
        return Bought(chosen, level_with), near[chosen]

    def _at_least(self, option: int, price: Price, low: float) -> float:
        return max(low, (price.most - price.error) / self.costs[option] * _DOWN)

    def _at_most(self, option: int, price: Price) -> float:
        return (price.most + price.error) / self.costs[option] * _UP

    def _cheapest(self, purses: Purses, near: dict[int, Price]) -> tuple[int, tuple[int, ...]]:
        """The one to buy of those which floats cannot tell apart, and what is level with it."""
        if len(near) == 1:
            return next(iter(near)), ()
        exact = {at: purses.exactly(at, price) / self.costs[at] for at, price in near.items()}
        least = min(exact.values())
        level = sorted((at for at in near if exact[at] == least), key=self.first)
        return level[0], tuple(level[1:])

    def again(self, run: Buying, share: Fraction) -> Buying | None:
        """The run with a higher share, where it and all between surely buy the same in that order.

        While the same is bought in the same order, a higher share leaves everybody no less at each
        step, so no price is higher. What was bought was therefore at most as dear with each share
        between as it was with the lower, and what was not, at least as dear as with the higher: it
        is enough that these two do not meet. None: they may meet, which says nothing.
        """
        purses, waiting = Purses(self.backers, self.costs, share), self._lowest()
        for one, was in zip(run.bought, run.purses.bought, strict=True):
            if not self._stays(one.option, was.price, purses, waiting):
                return None
            price = purses.price(one.option, 0.0)
            assert price is not None
            purses.buy(one.option, price)
        left = (option for _low, option in waiting)
        if any(purses.price(option, 0.0) for option in left):
            return None
        return Buying(run.bought, purses)

    def _stays(
        self, chosen: int, was: Price, purses: Purses, waiting: list[tuple[float, int]]
    ) -> bool:
        """Whether nothing else that is waiting can be as cheap as what was bought."""
        top, aside = self._at_most(chosen, was), []
        while waiting and waiting[0][0] <= top:
            low, option = heappop(waiting)
            if option == chosen:
                continue
            if (price := purses.price(option, low * self.costs[option])) is None:
                continue
            low = self._at_least(option, price, low)
            if low <= top and not self._is_behind(option, chosen, was):
                return False
            aside.append((low, option))
        for one in aside:
            heappush(waiting, one)
        return True

    def _is_behind(self, option: int, chosen: int, was: Price) -> bool:
        """Whether an option that can never be cheaper than the chosen one comes behind it."""
        counts = self.backers.approvals
        level = was.level and counts[option] == counts[chosen]
        return level and self.first(chosen) < self.first(option)
