"""Whose offer meets whose need, among the people whom a suggestion places."""

from collections.abc import Collection, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.consortia.bonds import Meeting
from kdc_desktop.domain.consortia.fitting import Candidate, Weights
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.offers.matching import matches
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.model.interests import Interest
from kdc_desktop.services.interests.organisations import OrganisationWish
from kdc_desktop.services.offers.questions import open_offers, unfit_pairs
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

_SAID = Quick(
    select(Interest.person_id, Interest.offers, Interest.needs)
    .where(Interest.session_id == value("session"), (Interest.offers + Interest.needs) != "")
    .distinct()
)


class _Said(NamedTuple):
    """What a person or an organisation offers or needs, as it was said: once, whoever is of it.

    On the wall it has the id that it has there; what was said beside wishes has one below 0.
    """

    id: int
    text: str
    kind: OfferKind
    person_id: int | None
    organisation_id: int | None
    department_id: int | None
    speaks_for: int | None

    @property
    def holder(self) -> Holder:
        return Holder(self.person_id, self.organisation_id, self.department_id)


class _People:
    """Who of those who are here can speak for whom; each is asked for once."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._found: dict[Holder, set[int]] = {}
        for one in candidates:
            holders = [Holder(one.person_id)]
            if one.organisation_id is not None:
                holders.append(Holder(None, one.organisation_id))
                if one.department_id is not None:
                    holders.append(Holder(None, one.organisation_id, one.department_id))
            for holder in holders:
                self._found.setdefault(holder, set()).add(one.person_id)

    def of(self, holder: Holder) -> frozenset[int]:
        """A person alone, or everybody of an organisation or a department of it."""
        return frozenset(self._found.get(holder, ()))


class _Statements:
    """All that is offered and needed; the same of one and the same is there once."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._houses = {one.person_id: one.organisation_id for one in candidates}
        self._known: set[tuple[OfferKind, Holder, str]] = set()
        self.said: list[_Said] = []

    def say(self, kind: OfferKind, text: str, holder: Holder, key: int | None = None) -> None:
        """Somebody says something, unless they are not here, it is nothing, or was said before."""
        one = kind, holder, normalise(text)
        if not one[2] or one in self._known:
            return
        self._known.add(one)
        house = None if holder.person_id is None else self._houses[holder.person_id]
        self.said.append(_Said(key or -len(self.said) - 1, text, kind, *holder, house))

    def say_both(self, offers: str, needs: str, holder: Holder) -> None:
        """Somebody says beside their wishes what they offer and need."""
        self.say(OfferKind.OFFER, offers, holder)
        self.say(OfferKind.NEED, needs, holder)

    def unfit(
        self, pairs: Iterable[tuple[int, int]], people: _People
    ) -> frozenset[tuple[int, int]]:
        """What does not fit of this, by what does not of the wall: nor does the same said elsewhere
        by those who speak for it."""
        on_wall = {one.id: one for one in self.said}
        alike: dict[tuple[OfferKind, str], list[_Said]] = {}
        for one in self.said:
            alike.setdefault((one.kind, normalise(one.text)), []).append(one)

        def as_said(key: int) -> list[int]:
            row = on_wall.get(key)
            if row is None:
                return []
            speakers, same = people.of(row.holder), alike[row.kind, normalise(row.text)]
            return [one.id for one in same if people.of(one.holder) <= speakers]

        return frozenset(
            both for one, other in pairs for both in product(as_said(one), as_said(other))
        )

    def of(self, kind: OfferKind) -> list[_Said]:
        """What is offered, or needed."""
        return [one for one in self.said if one.kind is kind]


def meetings_in(
    snapshot: Snapshot,
    session_id: int,
    wishes: Iterable[OrganisationWish],
    candidates: Sequence[Candidate],
    weights: Weights,
) -> tuple[Meeting, ...]:
    """Whose offer meets whose need: of what was said beside wishes, and of what is on the wall.

    An organisation is met by whoever of it is there; its own people it meets by nothing.
    """
    said = _statements(snapshot, session_id, wishes, candidates)
    texts, people = {one.id: one for one in said.said}, _People(candidates)
    found: dict[frozenset[Holder], Meeting] = {}
    unfit = said.unfit(unfit_pairs(snapshot), people)
    for fit in matches(said.of(OfferKind.OFFER), said.of(OfferKind.NEED), unfit):
        offer, need = texts[fit.offer_id], texts[fit.need_id]
        pair = frozenset((offer.holder, need.holder))
        if pair not in found:
            both = people.of(offer.holder), people.of(need.holder)
            points = weights.meeting * fit.score
            if all(both):
                found[pair] = Meeting(*both, points, offer.text, need.text)
    return tuple(found.values())


def _statements(
    snapshot: Snapshot,
    session_id: int,
    wishes: Iterable[OrganisationWish],
    candidates: Sequence[Candidate],
) -> _Statements:
    here: Collection[int] = {one.person_id for one in candidates}
    found = _Statements(candidates)
    for row in open_offers(snapshot, here):
        found.say(row.kind, row.text, row.holder, row.id)
    for person_id, offered, needed in _SAID.rows(snapshot, session=session_id):
        if person_id in here:
            found.say_both(offered, needed, Holder(person_id))
    for wish in wishes:
        found.say_both(wish.offers, wish.needs, Holder(None, *wish.wisher))
    return found
