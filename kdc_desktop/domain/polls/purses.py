"""What each voter has left while options are bought: in floats with a bound of their error, and
exactly where these cannot decide."""

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from kdc_desktop.domain.polls.backers import Backers
from kdc_desktop.domain.polls.exact_purses import ExactPurses

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

    from kdc_desktop.domain.polls.backers import Groups

_ULP = 2.0**-52
_TINY = 1e-300


class Price(NamedTuple):
    """The most that one backer pays for an option, and by how much that may be wrong.

    `level`: everybody who is for it pays that.
    """

    most: float
    error: float
    level: bool = False


class Purchase(NamedTuple):
    """An option that was bought: how many paid all of its price, how many what they had left."""

    option: int
    price: Price
    payers: int
    gave_all: int


class _Held(NamedTuple):
    """What the backers of an option hold: `many` says how many voters a group is, None: one."""

    groups: "Groups"
    left: "NDArray[float64]"
    many: "NDArray[int64] | None"
    voters: int

    def count(self, which: "NDArray[bool_]") -> int:
        """How many voters the groups are that are marked."""
        import numpy

        return int(numpy.count_nonzero(which) if self.many is None else self.many[which].sum())

    def gives(self, most: float) -> float:
        """What they give if nobody gives more than that; wrong by an ulp a group at most."""
        import numpy

        given = numpy.minimum(self.left, most)
        return float(given.sum() if self.many is None else (given * self.many).sum())


class Purses:
    """The purses of all voters, with the same share at first, and what has been bought so far."""

    def __init__(self, backers: Backers, costs: tuple[int, ...], share: Fraction) -> None:
        import numpy

        self.share, self.exact = share, ExactPurses(backers, share)
        self.bought: list[Purchase] = []
        self._backers, self._costs = backers, costs
        self._left = numpy.full(len(backers.many), float(share))  # 0: closed, and nothing else is
        self._error = float(share) * _ULP
        self._of = list(backers.of)

    def price(self, option: int, least: float) -> Price | None:
        """What an option would cost a backer now, at `least` so much; None: more than all have.

        It never falls while options are bought, and what cannot be paid never can be again.
        """
        held, cost = self._held(option), self._costs[option]
        if not held.voters:
            return None
        most, few, price = max(least, cost / held.voters), -1, Price(0.0, inf)
        while True:  # Newton's way: who has less gives all, the others share what is open
            poor = held.left < most
            before, few = few, held.count(poor)
            if few == held.voters:
                break
            if few <= before:
                price = self._bounded(held, cost, most, held.voters - few)
                break
            if few:
                most += (cost - held.gives(most)) / (held.voters - few)
        return price if price.error < inf or self._enough(held, cost) else None

    def _bounded(self, held: _Held, cost: int, most: float, payers: int) -> Price:
        """The price with a bound of its error: what all purses may be wrong by, for each payer."""
        if payers == held.voters and float(held.left.min()) - self._error > most * (1 + 2 * _ULP):
            return Price(most, 2 * _ULP * most, level=True)
        wrong = 2 * (self._error * held.voters + self._rounding(held, cost)) / payers
        wrong += 4 * _ULP * most
        still = held.count(held.left >= most + wrong)
        return Price(most, wrong if 2 * still >= payers else inf)

    def _enough(self, held: _Held, cost: int) -> bool:
        """Whether they have as much together."""
        is_open = held.left > 0
        money = held.gives(inf)
        doubt = self._error * held.voters + self._rounding(held, max(cost, money))
        if abs(money - cost) > 2 * doubt:
            return money > cost
        return self.exact.hold(held.groups[is_open]) >= cost

    def _rounding(self, held: _Held, money: float) -> float:
        """What a sum over them may be wrong by because it is rounded."""
        return 2 * (len(held.left) + 2) * _ULP * money

    def buy(self, option: int, price: Price) -> None:
        """Take the price out of its backers' purses; who has less gives all."""
        import numpy

        held, exact = self._held(option), None
        is_open, band = held.left > 0, self._error + price.error
        poor = is_open & (held.left < price.most - band)
        near = is_open & ~poor & (held.left <= price.most + band)
        empty = poor.copy()
        if near.any():
            exact = self.exactly(option, price)
            alike = self.exact.alike(held.groups[near])
            poor |= _among(held.groups, [groups for one, groups in alike if one < exact])
            empty |= _among(held.groups, [groups for one, groups in alike if one <= exact])
        gave_all, payers = held.count(poor), held.count(is_open & ~poor)
        if exact is None:
            exact = (self._costs[option] - self.exact.hold(held.groups[poor])) / payers
        self.bought.append(Purchase(option, price, payers, gave_all))
        self.exact.note(option, exact)
        left = numpy.maximum(held.left - float(exact), _TINY)
        left[empty | ~is_open] = 0.0
        self._left[held.groups] = left
        self._error += 2 * _ULP * float(self.share)

    def exactly(self, option: int, price: Price) -> Fraction:
        """The price that an option has now."""
        held, cost = self._held(option), self._costs[option]
        if price.level:
            return Fraction(cost, held.voters)
        is_open, band = held.left > 0, self._error + price.error
        poor = is_open & (held.left < price.most - band)
        near = is_open & ~poor & (held.left <= price.most + band)
        gave, payers = self.exact.hold(held.groups[poor]), held.count(is_open & ~poor)
        for one, alike in self.exact.alike(held.groups[near]):
            if cost - gave <= one * payers:
                break
            voters = self._backers.count(alike)
            gave, payers = gave + one * voters, payers - voters
        return (cost - gave) / payers

    def _held(self, option: int) -> _Held:
        """What the backers of an option hold; those whose purses are closed are soon left out."""
        import numpy

        groups = self._of[option]
        left = self._left.take(groups)
        if 4 * numpy.count_nonzero(left == 0) > len(left):
            groups = self._of[option] = groups[left > 0]
            left = left[left > 0]
        if self._backers.alone:
            return _Held(groups, left, None, len(groups))
        many = self._backers.many[groups]
        return _Held(groups, left, many, int(many.sum()))


def _among(groups: "Groups", some: "list[Groups]") -> "NDArray[bool_]":
    """Which of the groups are in one of these."""
    import numpy

    return numpy.isin(groups, numpy.concatenate(some) if some else [])
