"""What is known of two people before they are seated: have they met, may they, should they."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from kdc_desktop.domain.offers.matching import matches
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.domain.seating.problem import pair_of
from kdc_desktop.domain.seating.ties import TwoPeople
from kdc_desktop.services.offers.questions import open_offers, unfit_pairs
from kdc_desktop.services.offers.rows import OfferRow
from kdc_desktop.services.people.apart import apart_pairs
from kdc_desktop.services.seating.rows import RoomPerson, RoundRow
from kdc_desktop.services.seating.ties import met
from kdc_desktop.storage import Snapshot


class KnownOfTwo(NamedTuple):
    """How often a pair has met, who is kept apart, who has what the other needs and does not sit
    with them in another round of the evening, and how often a pair does that."""

    met: Mapping[TwoPeople, int]
    apart: Collection[TwoPeople]
    together: Collection[TwoPeople]
    tonight: Mapping[TwoPeople, int]

    def and_beside(self, person_id: int, others: Iterable[int]) -> "KnownOfTwo":
        """The same once somebody sits with these others in one more round."""
        new = [pair_of(person_id, other) for other in others]
        counts = Counter(self.tonight)
        counts.update(new)
        return self._replace(together=frozenset(self.together).difference(new), tonight=counts)


def known_of(
    snapshot: Snapshot, kept: Iterable[RoundRow], people: Collection[RoomPerson]
) -> KnownOfTwo:
    """What is known of these people; who sits together in these rounds meets there."""
    times = Counter({pair: one.times for pair, one in met(snapshot).items()})
    tonight: Counter[TwoPeople] = Counter()
    for table in (table for round_ in kept for table in round_.tables):
        keys = [seat.person.person_id for seat in table.here]
        pairs = [pair_of(one, other) for one, other in combinations(keys, 2)]
        tonight.update(pairs)
        times.update(() if table.met_at else pairs)
    here = {one.person_id for one in people}
    return KnownOfTwo(
        {pair: count for pair, count in times.items() if here.issuperset(pair)},
        apart_pairs(snapshot),
        _helping(snapshot, people) - tonight.keys(),
        {pair: count for pair, count in tonight.items() if here.issuperset(pair)},
    )


def _helping(snapshot: Snapshot, people: Collection[RoomPerson]) -> frozenset[TwoPeople]:
    """Who in the room offers what somebody else there needs."""
    said = open_offers(snapshot, [one.person_id for one in people])
    rows = {row.id: row for row in said}
    offers = [row for row in said if row.kind is OfferKind.OFFER]
    needs = [row for row in said if row.kind is OfferKind.NEED]
    found = set()
    for fit in matches(offers, needs, unfit_pairs(snapshot)):
        one, other = (_who(rows[key], people) for key in (fit.offer_id, fit.need_id))
        if one is not None and other is not None and one != other:
            found.add(pair_of(one, other))
    return frozenset(found)


def _who(row: OfferRow, people: Iterable[RoomPerson]) -> int | None:
    """Who in the room can speak for an offer or a need: the first where that are several."""
    if row.person_id is not None:
        return row.person_id
    for one in people:
        same = one.organisation_id == row.organisation_id
        if same and row.department_id in (None, one.department_id):
            return one.person_id
    return None
