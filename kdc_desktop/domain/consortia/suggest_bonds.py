"""What binds people beyond their wishes, worked out once for a plan, and counted in a seating."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kdc_desktop.domain.consortia.bonds import Bonds, Capacity, Meeting, Need, cliques_of
from kdc_desktop.domain.consortia.fitting import Candidate, Group
from kdc_desktop.domain.consortia.suggest_roles import met, who_could_be_several
from kdc_desktop.i18n import _, ngettext

MOST_MEETINGS = 80  # the strongest; each sets its people apart from all who are like them

BondMark = tuple[str, int]


class _Side(NamedTuple):
    """What somebody has part in: whoever else is on their side of a meeting, and on the other."""

    same: frozenset[int]
    other: frozenset[int]
    points: float


class BondPlan(NamedTuple):
    """The bonds of people and groups that are there.

    `needs` go by winner, `needs_met` by a person and the winner in whose group they meet them.
    `marks` say of a person what makes it matter that it is them: people with the same are alike.
    `several` are all who fit a role, by winner, where somebody fits two of which they meet one.
    """

    cliques: tuple[frozenset[int], ...]
    apart: Mapping[int, frozenset[int]]
    capacities: tuple[Capacity, ...]
    capacities_of: Mapping[int, tuple[int, ...]]
    needs: Mapping[int, tuple[Need, ...]]
    needs_met: Mapping[tuple[int, int], tuple[Need, ...]]
    meetings: tuple[Meeting, ...]
    meetings_of: Mapping[int, tuple[_Side, ...]]
    marks: Mapping[int, tuple[BondMark, ...]]
    several: Mapping[int, frozenset[int]]

    def group_points(self, winner_id: int, members: Collection[int]) -> float:
        """What needs lose and meetings earn in a group with exactly these members."""
        points = -self._lost(winner_id, members)
        if self.meetings and members:
            inside = frozenset(members)
            points += sum(
                one.points
                for one in self.meetings
                if not (one.ones.isdisjoint(inside) or one.others.isdisjoint(inside))
            )
        return points

    def gain(self, person_id: int, winner_id: int, members: Mapping[int, None]) -> float:
        """What needs and meetings give for one more person in a group with these members."""
        points = self._gained(person_id, winner_id, members)
        for side in self.meetings_of.get(person_id, ()):
            if side.same.isdisjoint(members) and not side.other.isdisjoint(members):
                points += side.points
        return points

    def _lost(self, winner_id: int, members: Collection[int]) -> float:
        needs = self.needs.get(winner_id, ())
        found = met(needs, members) if needs else ()
        return sum(
            need.points * (need.number - there) for need, there in zip(needs, found, strict=True)
        )

    def _gained(self, person_id: int, winner_id: int, members: Collection[int]) -> float:
        points, met_by_them = 0.0, self.needs_met.get((person_id, winner_id), ())
        if met_by_them and person_id in self.several.get(winner_id, ()):
            return self._lost(winner_id, members) - self._lost(winner_id, (*members, person_id))
        for need in met_by_them:
            there = sum(key in need.people for key in members)
            points += need.points if there < need.number else 0.0
        return points

    def meets(self, person_id: int, members: Collection[int]) -> bool:
        """Whether somebody from whom a person is kept apart is among these."""
        apart = self.apart.get(person_id)
        return apart is not None and not apart.isdisjoint(members)

    def unmet(self, winner_id: int, members: Collection[int]) -> list[Need]:
        """The needs of a group that these members do not meet, with how many are missing."""
        needs = self.needs.get(winner_id, ())
        return [
            need._replace(number=need.number - there)
            for need, there in zip(needs, met(needs, members), strict=True)
            if there < need.number
        ]


class Houses:
    """In how many groups the people of each organisation with a limit are, as a seating goes."""

    def __init__(self, bonds: BondPlan) -> None:
        self._bonds = bonds
        self._inside: dict[int, Counter[int]] = defaultdict(Counter)

    def count(self, person_id: int, winner_id: int, by: int) -> None:
        """One person more, or less, is in a group."""
        for at in self._bonds.capacities_of.get(person_id, ()):
            inside = self._inside[at]
            inside[winner_id] += by
            if not inside[winner_id]:
                del inside[winner_id]

    def may(self, person_id: int, winner_id: int) -> bool:
        """Whether a person may go to a group as far as their organisation goes."""
        for at in self._bonds.capacities_of.get(person_id, ()):
            inside = self._inside[at]
            if winner_id not in inside and len(inside) >= self._bonds.capacities[at].most:
                return False
        return True


def make_bonds(
    bonds: Bonds, folk: Mapping[int, Candidate], groups: Mapping[int, Group]
) -> BondPlan:
    """The bonds among people who are to be placed in these groups."""
    pairs = [(a, b) for a, b in sorted(bonds.apart) if a in folk and b in folk]
    cliques = cliques_of(pairs)
    capacities = tuple(
        capacity
        for one in bonds.capacities
        if len((capacity := one._replace(people=one.people.intersection(folk))).people)
        and capacity.most < min(len(groups), len(capacity.people))
    )
    needs: dict[int, list[Need]] = defaultdict(list)
    for need in bonds.needs:
        if need.winner_id in groups:
            needs[need.winner_id].append(need._replace(people=need.people.intersection(folk)))
    meetings = _strongest(bonds.meetings, folk)
    return BondPlan(
        cliques,
        _neighbours(pairs),
        capacities,
        _memberships([one.people for one in capacities]),
        {key: tuple(some) for key, some in needs.items()},
        _met(needs),
        tuple(meetings),
        _sides(meetings),
        _marks(cliques, capacities, needs, meetings),
        {key: who for key, some in needs.items() if (who := who_could_be_several(some))},
    )


def _neighbours(pairs: Sequence[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {key: frozenset(some) for key, some in found.items()}


def _memberships(sets: Sequence[frozenset[int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, people in enumerate(sets):
        for key in people:
            found[key].append(at)
    return {key: tuple(some) for key, some in found.items()}


def _met(needs: Mapping[int, Sequence[Need]]) -> dict[tuple[int, int], tuple[Need, ...]]:
    found: dict[tuple[int, int], list[Need]] = defaultdict(list)
    for winner_id, some in needs.items():
        for need in some:
            for key in need.people:
                found[key, winner_id].append(need)
    return {key: tuple(some) for key, some in found.items()}


def _strongest(meetings: Iterable[Meeting], folk: Mapping[int, Candidate]) -> list[Meeting]:
    here = [
        one._replace(ones=one.ones & folk.keys(), others=one.others & folk.keys())
        for one in meetings
    ]
    here = [one for one in here if one.ones and one.others]
    return sorted(here, key=lambda one: (-one.points, *map(sorted, one[:2])))[:MOST_MEETINGS]


def _sides(meetings: Sequence[Meeting]) -> dict[int, tuple[_Side, ...]]:
    found: dict[int, list[_Side]] = defaultdict(list)
    for one in meetings:
        for same, other in ((one.ones, one.others), (one.others, one.ones)):
            for key in same:
                found[key].append(_Side(same - {key}, other, one.points))
    return {key: tuple(some) for key, some in found.items()}


def _marks(
    cliques: Sequence[frozenset[int]],
    capacities: Sequence[Capacity],
    needs: Mapping[int, Sequence[Need]],
    meetings: Sequence[Meeting],
) -> dict[int, tuple[BondMark, ...]]:
    found: dict[int, list[BondMark]] = defaultdict(list)
    looked_for = [need.people for key in sorted(needs) for need in needs[key]]
    for kind, sets in (
        ("apart", cliques),
        ("capacity", [one.people for one in capacities]),
        ("need", looked_for),
        ("meeting", [side for one in meetings for side in (one.ones, one.others)]),
    ):
        for at, people in enumerate(sets):
            for key in people:
                found[key].append((kind, at))
    return {key: tuple(some) for key, some in found.items()}


def complain_of_bonds(
    bonds: BondPlan,
    groups: Mapping[int, Group],
    fixed: Mapping[int, Sequence[Candidate]],
    complaints: list[str],
) -> None:
    """Say where people are pinned together who are kept apart, or of a house to too many groups."""
    for winner_id, members in fixed.items():
        complaints += [
            _(
                "{one} and {other} are kept apart, and both are pinned to {group}.",
                one=one.name,
                other=other.name,
                group=groups[winner_id].title,
            )
            for at, one in enumerate(members)
            for other in members[at + 1 :]
            if other.person_id in bonds.apart.get(one.person_id, ())
        ]
    for capacity in bonds.capacities:
        used = sum(
            any(one.person_id in capacity.people for one in members) for members in fixed.values()
        )
        if used > capacity.most:
            complaints.append(
                ngettext(
                    "People of {organisation} are pinned to {count} group, its limit is {limit}.",
                    "People of {organisation} are pinned to {count} groups, its limit is {limit}.",
                    used,
                    organisation=capacity.name,
                    limit=capacity.most,
                )
            )
