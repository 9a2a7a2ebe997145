"""What a suggestion is asked for, and what new consortia are made with."""

from dataclasses import dataclass, field
from math import ceil

from kdc_desktop.domain.consortia.fitting import Weights
from kdc_desktop.domain.people.sectors import LETTERS


@dataclass(frozen=True)
class Wanted:
    """What is asked of a suggestion: sizes in people, sectors as letters, and what matters.

    `smallest`, `largest` and `needed_sectors` are for winners without a consortium; one that is
    there has its own. With `fill_seats` nobody waits while a seat is free; without, people wait
    rather than sit where they did not wish.
    """

    smallest: int = 3
    largest: int = 12
    needed_sectors: str = "".join(LETTERS)
    per_organisation: int = 3
    weights: Weights = field(default_factory=Weights)
    fill_seats: bool = True


def default_wanted(people: int, winners: int) -> Wanted:
    """Sizes around the even share: half of it to a quarter above it."""
    share = people / max(1, winners)
    smallest = max(2, round(share / 2))
    return Wanted(smallest, max(smallest + 1, ceil(share * 1.25)))
