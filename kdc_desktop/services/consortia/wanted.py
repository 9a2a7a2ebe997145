"""What a suggestion is asked for, and what new consortia are made with."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from kdc_desktop.domain.consortia.fitting import Candidate, Weights
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


def default_wanted(people: int, winners: int, of_one_organisation: int = 0) -> Wanted:
    """Sizes around the even share: half of it to a quarter above it.

    So many of an organisation may sit together that all who came of the largest find a seat.
    """
    share = people / max(1, winners)
    smallest = max(2, round(share / 2))
    together = max(Wanted.per_organisation, ceil(of_one_organisation / max(1, winners)))
    largest = max(smallest + 1, ceil(share * 1.25))
    return Wanted(smallest, largest, per_organisation=together)


def usual_wanted(people: Sequence[Candidate], winners: int) -> Wanted:
    """`default_wanted` for these people."""
    came = Counter(one.organisation_id for one in people if one.organisation_id is not None)
    return default_wanted(len(people), winners, max(came.values(), default=0))
