"""What is known of two people before they are seated: have they met, may they, should they."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from kdc_desktop.domain.seating.problem import Twosome, pair_of
from kdc_desktop.services.seating.rows import RoundRow


class KnownOfTwo(NamedTuple):
    """How often a pair has met, who is kept apart, and who has what the other needs."""

    met: Mapping[Twosome, int]
    apart: Collection[Twosome]
    together: Collection[Twosome]


def known_of(kept: Iterable[RoundRow]) -> KnownOfTwo:
    """What is known of everybody; that they sit together in these rounds counts as met."""
    met: Counter[Twosome] = Counter()
    for table in (table for round_ in kept for table in round_.tables):
        keys = [seat.person.person_id for seat in table.here]
        met.update(pair_of(one, other) for one, other in combinations(keys, 2))
    return KnownOfTwo(met, frozenset(), frozenset())
