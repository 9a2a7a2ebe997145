"""What a suggestion may do, worked out once: who may go where, and what it is worth.

The solver, the quick start and the score all read the same plan, so that they agree.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from kdc_desktop.domain.consortia.fitting import (
    Candidate,
    Group,
    Problem,
    Weights,
    has_wish,
    wish_worth,
)
from kdc_desktop.domain.consortia.suggest_bonds import BondPlan, complain_of_bonds, make_bonds
from kdc_desktop.domain.consortia.suggest_pins import complain_of_pins, pins_of, sane

Placement = Mapping[int, int]
"""In which winner's group each person sits, by their ids."""


@dataclass(frozen=True)
class Opening:
    """A group that a free person may be placed in.

    `willing`: the person wished it or gave no wish; only such people count towards the smallest
    size. Others may fill in for a needed sector that nobody willing belongs to, or are `drawn`:
    their organisation wants to be there.
    """

    winner_id: int
    worth: float
    willing: bool = True
    fills: bool = False
    drawn: bool = False


@dataclass(frozen=True)
class Plan:
    """A problem made consistent: pins honoured even beyond limits, and said in `complaints`.

    `willing` and `counted` are pairs of a person and a winner: who counts there towards the
    smallest size, and for their sector. `crowded` are the organisations with more people than one
    group may take.
    """

    weights: Weights
    people: dict[int, Candidate]
    groups: dict[int, Group]
    per_organisation: int
    pinned: dict[int, int]
    options: dict[int, tuple[Opening, ...]]
    circles: tuple[frozenset[int], ...]
    circles_of: dict[int, list[int]]
    even: int
    complaints: tuple[str, ...]
    fixed: dict[int, list[Candidate]]
    willing: frozenset[tuple[int, int]]
    counted: frozenset[tuple[int, int]]
    crowded: frozenset[int]
    fill_seats: bool
    waiting_cost: float
    bonds: BondPlan

    def room(self, winner_id: int) -> int:
        """How many more people fit beside the pinned ones."""
        return max(0, self.groups[winner_id].largest - len(self.fixed[winner_id]))

    def organisation_room(self, winner_id: int, organisation_id: int) -> int:
        """How many more people of an organisation fit beside the pinned ones."""
        inside = sum(1 for one in self.fixed[winner_id] if one.organisation_id == organisation_id)
        return max(0, self.per_organisation - inside)

    def still_needed(self, winner_id: int) -> list[str]:
        """The needed sectors that no pinned person brings."""
        brought = {one.brings for one in self.fixed[winner_id]}
        return sorted(self.groups[winner_id].needed_sectors - brought)

    def met_in(self, person_id: int) -> tuple[int, ...]:
        """The circles of a person, where they matter."""
        return tuple(self.circles_of.get(person_id, ())) if self.weights.new_acquaintances else ()

    def organisation(self, person_id: int) -> int | None:
        """A person's organisation where that limits where they may go."""
        organisation_id = self.people[person_id].organisation_id
        return organisation_id if organisation_id in self.crowded else None

    def person_worth(self, person_id: int, winner_id: int | None) -> float:
        """The points for placing one person; waiting is worth nothing."""
        return (
            0.0
            if winner_id is None
            else wish_worth(self.weights, self.people[person_id], winner_id, self.groups)
        )

    def group_worth(self, winner_id: int, members: Sequence[int]) -> float:
        """The points (mostly lost ones) of a group with exactly these members."""
        group, weights = self.groups[winner_id], self.weights
        present = {
            self.people[person_id].brings
            for person_id in members
            if person_id in self.pinned or (person_id, winner_id) in self.counted
        }
        lost = weights.every_sector * len(group.needed_sectors - present)
        lost -= self.bonds.group_points(winner_id, members)
        if not members:
            return -(lost + weights.running)
        lost += weights.equal_strength * max(0, len(members) - self.even)
        lost += weights.every_sector * max(
            0, group.smallest - self.towards_smallest(winner_id, members)
        )
        if weights.new_acquaintances:
            met = Counter(circle for key in members for circle in self.circles_of.get(key, ()))
            lost += weights.new_acquaintances * sum(count - 1 for count in met.values())
        return -lost

    def towards_smallest(self, winner_id: int, members: Iterable[int]) -> int:
        """How many of these count towards the smallest size: pinned or willing ones."""
        return sum(
            1
            for person_id in members
            if person_id in self.pinned or (person_id, winner_id) in self.willing
        )

    def worth(self, placed: Mapping[int, int]) -> float:
        """The points of a whole placement."""
        members: dict[int, list[int]] = {winner_id: [] for winner_id in self.groups}
        for person_id, winner_id in placed.items():
            members[winner_id].append(person_id)
        waiting = len(self.people) - len(placed)
        return (
            sum(self.person_worth(*pair) for pair in placed.items())
            + sum(self.group_worth(winner_id, inside) for winner_id, inside in members.items())
            - self.waiting_cost * waiting
        )

    def ideal(self) -> float:
        """The points if everybody had their first wish and nothing was missing."""
        best = max(0.0, self.weights.not_wished, *self.weights.wishes)
        unasked = max(0.0, self.weights.none_given)
        drawn = max((0.0, *self.weights.drawn))
        return sum(
            (best if has_wish(one, self.groups) else unasked)
            + (drawn if any(key in self.groups for key in one.drawn) else 0.0)
            for one in self.people.values()
        )


def make_plan(problem: Problem) -> Plan:
    """Work out who may go where. Never fails: what contradicts itself becomes a complaint."""
    folk = {one.person_id: one for one in sorted(problem.candidates, key=lambda c: c.person_id)}
    complaints: list[str] = []
    groups = {
        group.winner_id: sane(group, complaints)
        for group in sorted(problem.groups, key=lambda group: group.winner_id)
    }
    pinned = pins_of(problem, folk, groups, complaints)
    fixed: dict[int, list[Candidate]] = {winner_id: [] for winner_id in groups}
    for person_id, winner_id in pinned.items():
        fixed[winner_id].append(folk[person_id])
    complain_of_pins(problem, groups, fixed, complaints)
    bonds = make_bonds(problem.bonds, folk, groups)
    complain_of_bonds(bonds, groups, fixed, complaints)
    options = _options(problem, folk, groups, pinned, fixed)
    circles = tuple(circle & folk.keys() for circle in problem.circles)
    circles_of = _circles_of(circles)
    organisations = Counter(one.organisation_id for one in folk.values())
    return Plan(
        problem.weights,
        folk,
        groups,
        problem.per_organisation,
        pinned,
        {person_id: tuple(some) for person_id, some in options.items()},
        circles,
        circles_of,
        ceil(len(folk) / max(1, len(groups))),
        tuple(complaints),
        fixed,
        _pairs(options, lambda one: one.willing),
        _pairs(options, lambda one: one.willing or one.fills or one.drawn),
        frozenset(
            key for key, count in organisations.items() if key and count > problem.per_organisation
        ),
        problem.fill_seats,
        _waiting_cost(problem, circles_of),
        bonds,
    )


def _pairs(
    options: Mapping[int, Iterable[Opening]], wanted: Callable[[Opening], bool]
) -> frozenset[tuple[int, int]]:
    return frozenset(
        (person_id, one.winner_id)
        for person_id, some in options.items()
        for one in some
        if wanted(one)
    )


def _waiting_cost(problem: Problem, circles_of: Mapping[int, Sequence[int]]) -> float:
    """More than one more person can cost a group, so that filling a seat always pays."""
    if not problem.fill_seats:
        return 0.0
    weights = problem.weights
    meetings = max((len(some) for some in circles_of.values()), default=0)
    return weights.waiting + weights.equal_strength + meetings * weights.new_acquaintances


def _circles_of(circles: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, circle in enumerate(circles):
        for person_id in circle:
            found[person_id].append(at)
    return dict(found)


def _options(
    problem: Problem,
    folk: Mapping[int, Candidate],
    groups: Mapping[int, Group],
    pinned: Mapping[int, int],
    fixed: Mapping[int, Sequence[Candidate]],
) -> dict[int, list[Opening]]:
    weights, options = problem.weights, dict[int, list[Opening]]()
    covered = defaultdict(set, {key: {one.brings for one in some} for key, some in fixed.items()})
    for person_id, person in folk.items():
        if person_id in pinned:
            continue
        wished = list(dict.fromkeys(choice for choice in person.choices if choice in groups))
        drawn = _drawn(problem, person, wished, groups)
        options[person_id] = [
            Opening(
                key, wish_worth(weights, person, key, groups), key not in drawn, drawn=key in drawn
            )
            for key in (*(wished or groups), *drawn)
        ]
        for one in options[person_id]:
            covered[one.winner_id].add(person.brings)
    for winner_id, group in groups.items():
        for person_id, some in options.items():
            if folk[person_id].brings in group.needed_sectors - covered[winner_id]:
                some.append(Opening(winner_id, weights.not_wished, willing=False, fills=True))
    return options


def _drawn(
    problem: Problem, person: Candidate, wished: Sequence[int], groups: Mapping[int, Group]
) -> list[int]:
    """Where a person did not wish to be and their organisation does, where seats are filled."""
    if not wished or not problem.fill_seats:
        return []
    return [key for key in person.drawn if key in groups and key not in wished]
