"""What purses hold, exactly: the share less the prices of what was paid for, as whole numbers over
one denominator."""

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

from kdc_desktop.domain.polls.backers import Backers

if TYPE_CHECKING:
    from kdc_desktop.domain.polls.backers import Groups


class ExactPurses:
    """A purse is closed once all was given; any other holds the share less some of the prices.

    So what several hold is a whole number of shares less whole numbers of prices: however many
    there are, nothing but numbers of voters is ever counted.
    """

    def __init__(self, backers: Backers, share: Fraction) -> None:
        self._backers = backers
        self._share, self._over = share.numerator, share.denominator
        self._prices: list[int] = []
        self._options: list[int] = []

    def paid(self, at: int) -> Fraction:
        """The price of what was bought as the one after so many."""
        return Fraction(self._prices[at], self._over)

    def note(self, option: int, price: Fraction) -> None:
        """What was bought, and what each of its payers gave."""
        grown = price.denominator // gcd(price.denominator, self._over)
        self._share, self._over = self._share * grown, self._over * grown
        self._prices = [one * grown for one in self._prices]
        self._prices.append(price.numerator * (self._over // price.denominator))
        self._options.append(option)

    def hold(self, groups: "Groups") -> Fraction:
        """What these open purses hold together."""
        if not len(groups):
            return Fraction(0)
        given = self._backers.tally(groups).tolist()
        held = self._backers.count(groups) * self._share
        for option, price in zip(self._options, self._prices, strict=True):
            held -= given[option] * price
        return Fraction(held, self._over)

    def alike(self, groups: "Groups") -> "list[tuple[Fraction, Groups]]":
        """These open purses by what one of them holds, the least first."""
        import numpy

        if not len(groups):
            return []
        rows, wanted = self._backers.wanted(groups)
        paid_for = numpy.zeros((len(groups), len(self._backers.of)), dtype=bool)
        paid_for[rows, wanted] = True
        signs = numpy.packbits(paid_for[:, self._options], axis=1)
        _kinds, which = numpy.unique(signs, axis=0, return_inverse=True)
        order = numpy.argsort(which.reshape(-1), kind="stable")
        ends = numpy.cumsum(numpy.bincount(which.reshape(-1)))
        found = [
            (self._holds(paid_for[kind[0]]), groups[kind]) for kind in numpy.split(order, ends[:-1])
        ]
        return sorted(found, key=lambda one: one[0])

    def _holds(self, paid_for: "Groups") -> Fraction:
        """What a purse holds that paid for these options."""
        held = self._share
        for option, price in zip(self._options, self._prices, strict=True):
            held -= price if paid_for[option] else 0
        return Fraction(held, self._over)
