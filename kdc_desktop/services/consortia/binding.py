"""What binds people in a suggestion beyond their own wishes, as the club file has it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from kdc_desktop.domain.consortia.bonds import Bonds, Capacity, Need, NeedKind
from kdc_desktop.domain.consortia.fitting import Candidate, Weights
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.services.consortia.meetings import meetings_in
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.services.consortia.placement import speaks_for
from kdc_desktop.services.consortia.rows import MemberKey, OpenRoleRow, Overview
from kdc_desktop.services.interests.organisations import OrganisationWish, organisation_wishes_in
from kdc_desktop.services.people.apart import apart_pairs
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

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


def rules_in(snapshot: Snapshot, candidates: Sequence[Candidate]) -> Bonds:
    """What no placement may break: who is kept apart, and in how many groups houses can be."""
    return Bonds(apart_pairs(snapshot), _capacities(snapshot, candidates))


def bonds_in(snapshot: Snapshot, session_id: int, seen: Overview) -> Bonds:
    """The same of what is seen, with the roles that are open, and whose offers meet needs."""
    candidates, weights = seen.problem.candidates, seen.problem.weights
    wishes = organisation_wishes_in(snapshot, session_id)
    needs = (
        *_roles(seen),
        *_represented(wishes, candidates, weights),
    )
    meetings = meetings_in(snapshot, session_id, wishes, candidates, weights)
    return seen.problem.bonds._replace(needs=needs, meetings=meetings)


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


def _roles(seen: Overview) -> list[Need]:
    """The roles of a consortium, by those who are it, or who would be it where it is open.

    Whoever fills one, by whom they speak for, fills no other; where nobody of them is left there,
    it is open again.
    """
    speaking: dict[MemberKey, set[int]] = defaultdict(set)
    for one in seen.problem.candidates:
        speaking[speaks_for(one)].add(one.person_id)
    filling = {member.id: speaking[member.key] for member in seen.kept}
    alike: dict[tuple[int, str, frozenset[int]], int] = defaultdict(int)
    for winner_id, row in seen.settled.items():
        for role in sorted(row.open_roles, key=lambda role: role.filled_by_id is None):
            people = filling.get(role.filled_by_id or 0, set())
            wanted = role.filled_by_id is None and role.role is not None
            if wanted:
                people = _who_could_be(seen.problem.candidates, role, winner_id)
            if wanted or people:
                alike[winner_id, role.title, frozenset(people)] += 1
    weights = seen.problem.weights
    return [
        Need(winner_id, NeedKind.ROLE, title, people, weights.every_sector, count)
        for (winner_id, title, people), count in alike.items()
    ]


def _who_could_be(candidates: Iterable[Candidate], role: OpenRoleRow, winner_id: int) -> set[int]:
    return {one.person_id for one in candidates if _could_be(one, role, winner_id)}


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
