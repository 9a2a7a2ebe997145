"""Numbers of which nobody is quite sure: products and sums of them, with how far they may be off.

What they are made of is taken to be independent, so spreads combine as the root of their summed
squares, upwards and downwards apart.
"""

from collections.abc import Iterable
from math import hypot
from typing import NamedTuple


class Amount(NamedTuple):
    """A number that very likely lies between `value - down` and `value + up`, both 0 or more."""

    value: float = 0.0
    down: float = 0.0
    up: float = 0.0

    @property
    def least(self) -> float:
        """The lowest that it very likely is."""
        return self.value - self.down

    @property
    def most(self) -> float:
        """The highest that it very likely is."""
        return self.value + self.up

    @property
    def is_spread(self) -> bool:
        """Whether anybody has said how sure it is."""
        return bool(self.down or self.up)


NOTHING = Amount()


def between(value: float, least: float | None, most: float | None) -> Amount:
    """An amount by its ends; None where nobody has said how low, or how high, it may be."""
    down = 0.0 if least is None else value - least
    up = 0.0 if most is None else most - value
    return Amount(value, max(0.0, down), max(0.0, up))


def times(one: Amount, other: Amount) -> Amount:
    """The product of two amounts, whose spread is made of both, and goes no further than both."""
    first, second = _scaled(one, other.value), _scaled(other, one.value)
    corners = [
        mine * yours for mine in (one.least, one.most) for yours in (other.least, other.most)
    ]
    down, up = first.value - min(corners), max(corners) - first.value
    return Amount(
        first.value,
        min(down, hypot(first.down, second.down)),
        min(up, hypot(first.up, second.up)),
    )


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of amounts: each may be off in its own way, so all together are off by less."""
    found = list(amounts)
    return Amount(
        sum(one.value for one in found),
        hypot(*(one.down for one in found)),
        hypot(*(one.up for one in found)),
    )


def _scaled(one: Amount, by: float) -> Amount:
    """So many times the amount; below nothing, its low end becomes the high one."""
    down, up = (one.down, one.up) if by >= 0 else (one.up, one.down)
    return Amount(one.value * by, down * abs(by), up * abs(by))
