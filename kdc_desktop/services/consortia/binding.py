"""What binds people in a suggestion beyond their own wishes, as the club file has it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy import select

from kdc_desktop.domain.consortia.bonds import Bonds, Capacity, Meeting, Need, NeedKind
from kdc_desktop.domain.consortia.fitting import Candidate, Weights
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.offers.matching import matches
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.services.consortia.rows import ConsortiumRow, OpenRoleRow
from kdc_desktop.services.interests.organisations import OrganisationWish, organisation_wishes_in
from kdc_desktop.services.offers.questions import open_offers, unfit_pairs
from kdc_desktop.services.offers.rows import OfferRow
from kdc_desktop.services.people.apart import apart_pairs
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

_LIMITED = Quick(
    select(Organisation.id, Organisation.name, Organisation.most_groups).where(
        Organisation.most_groups.is_not(None)
    )
)
_LIMITED_PARTS = Quick(
    select(Department.id, Organisation.name, Department.name, Department.most_groups)
    .join(Organisation, Organisation.id == Department.organisation_id)
    .where(Department.most_groups.is_not(None))
)
_SAID = Quick(
    select(Interest.person_id, Interest.offers, Interest.needs)
    .where(Interest.session_id == value("session"), (Interest.offers + Interest.needs) != "")
    .distinct()
)


@dataclass(frozen=True)
class _Said:
    """What somebody offers or needs, for finding what meets."""

    id: int
    text: str
    person_id: int | None
    organisation_id: int | None = None
    department_id: int | None = None
    speaks_for: int | None = None


def bonds_in(
    snapshot: Snapshot,
    session_id: int,
    candidates: Sequence[Candidate],
    settled: Mapping[int, ConsortiumRow],
    weights: Weights,
) -> Bonds:
    """Who is kept apart, what houses can take, which roles are open, whose offers meet needs."""
    return Bonds(
        apart_pairs(snapshot),
        _capacities(snapshot, candidates),
        (
            *_open_roles(candidates, settled, weights),
            *_represented(organisation_wishes_in(snapshot, session_id), candidates, weights),
        ),
        _meetings(snapshot, session_id, candidates, weights),
    )


def _capacities(snapshot: Snapshot, candidates: Sequence[Candidate]) -> tuple[Capacity, ...]:
    people: dict[int, set[int]] = defaultdict(set)
    of_part: dict[int, set[int]] = defaultdict(set)
    for one in candidates:
        if one.organisation_id is not None:
            people[one.organisation_id].add(one.person_id)
        if one.department_id is not None:
            of_part[one.department_id].add(one.person_id)
    found = [
        Capacity(name, frozenset(people[key]), most, key)
        for key, name, most in _LIMITED.rows(snapshot)
        if key in people
    ]
    found += [
        Capacity(stakeholder_name(name, part), frozenset(of_part[key]), most, None, key)
        for key, name, part, most in _LIMITED_PARTS.rows(snapshot)
        if key in of_part
    ]
    return tuple(found)


def _open_roles(
    candidates: Sequence[Candidate], settled: Mapping[int, ConsortiumRow], weights: Weights
) -> list[Need]:
    """The roles that a consortium looks for, by those who would be that in it."""
    alike: dict[tuple[int, str, frozenset[int]], int] = defaultdict(int)
    for winner_id, row in settled.items():
        for role in row.wanted_roles:
            if role.role is not None:
                people = frozenset(
                    one.person_id for one in candidates if _could_be(one, role, winner_id)
                )
                alike[winner_id, role.title, people] += 1
    return [
        Need(winner_id, NeedKind.ROLE, title, people, weights.every_sector, count)
        for (winner_id, title, people), count in alike.items()
    ]


def _could_be(one: Candidate, role: OpenRoleRow, winner_id: int) -> bool:
    if one.role is not role.role or winner_id not in one.choices:
        return False
    return role.sector is None or one.sector == role.sector


def _represented(
    wishes: Iterable[OrganisationWish], candidates: Sequence[Candidate], weights: Weights
) -> list[Need]:
    found = []
    for wish in wishes:
        organisation_id, department_id = wish.wisher
        people = frozenset(
            one.person_id
            for one in candidates
            if one.organisation_id == organisation_id
            and (department_id is None or one.department_id == department_id)
        )
        for winner_id, points in zip(wish.choices, weights.represented, strict=False):
            if people:
                found.append(Need(winner_id, NeedKind.ORGANISATION, wish.name, people, points))
    return found


def _meetings(
    snapshot: Snapshot, session_id: int, candidates: Sequence[Candidate], weights: Weights
) -> tuple[Meeting, ...]:
    """Whose offer meets whose need: of what they said beside their wishes, and on the wall."""
    here = {one.person_id: one for one in candidates}
    said = _statements(snapshot, session_id, here)
    offers, needs = said.offers, said.needs
    texts = {one.id: one for one in (*offers, *needs)}
    found: dict[tuple[int, int], Meeting] = {}
    for fit in matches(offers, needs, said.unfit(unfit_pairs(snapshot))):
        offer, need = texts[fit.offer_id], texts[fit.need_id]
        one, other = offer.person_id or 0, need.person_id or 0
        pair = min(one, other), max(one, other)
        if one != other and pair not in found:
            points = weights.meeting * fit.score
            found[pair] = Meeting(*pair, points, offer.text, need.text)
    return tuple(found.values())


class _Statements:
    """What each of these people offers and needs, and their organisations by each of them."""

    def __init__(self, here: Mapping[int, Candidate]) -> None:
        self.offers: list[_Said] = []
        self.needs: list[_Said] = []
        self._here = here
        self._on_wall: dict[int, OfferRow] = {}

    def say(self, of: list[_Said], text: str, person_id: int) -> None:
        """Somebody says something, unless it is nothing."""
        if text:
            key = len(self.offers) + len(self.needs)
            house = self._here[person_id].organisation_id
            of.append(_Said(key, text, person_id, speaks_for=house))

    def say_on_wall(self, row: OfferRow) -> None:
        """It stands on the wall; whoever speaks for it says it."""
        self._on_wall[row.id] = row
        for person_id in self._speakers(row):
            self.say(self._side(row.kind), row.text, person_id)

    def _side(self, kind: OfferKind) -> list[_Said]:
        return self.offers if kind is OfferKind.OFFER else self.needs

    def unfit(self, pairs: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        """What does not fit of this, by what does not of the wall: the same said elsewhere does
        not either."""
        return frozenset(
            both
            for offer_id, need_id in pairs
            for both in product(self._as_said(offer_id), self._as_said(need_id))
        )

    def _as_said(self, offer_id: int) -> list[int]:
        row = self._on_wall.get(offer_id)
        if row is None:
            return []
        speakers, words = set(self._speakers(row)), normalise(row.text)
        return [
            one.id
            for one in self._side(row.kind)
            if one.person_id in speakers and normalise(one.text) == words
        ]

    def _speakers(self, row: OfferRow) -> list[int]:
        if row.person_id is not None:
            return [row.person_id] if row.person_id in self._here else []
        return [
            one.person_id
            for one in self._here.values()
            if one.organisation_id == row.organisation_id
            and row.department_id in (None, one.department_id)
        ]


def _statements(snapshot: Snapshot, session_id: int, here: Mapping[int, Candidate]) -> _Statements:
    found = _Statements(here)
    for person_id, offered, needed in _SAID.rows(snapshot, session=session_id):
        if person_id in here:
            found.say(found.offers, offered, person_id)
            found.say(found.needs, needed, person_id)
    for row in open_offers(snapshot, here.keys()):
        found.say_on_wall(row)
    return found
