"""A large evening is bettered a few groups at a time, where much binds people.

Then the whole programme is too large for the seconds there are. Of a few groups, all who sit there
and some of those who wait are placed anew while the others stay; what is better is kept. Whether it
is better, and keeps all limits, is asked of the whole plan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from time import monotonic

from kdc_desktop.domain.consortia.bonds import Capacity
from kdc_desktop.domain.consortia.fitting import Problem
from kdc_desktop.domain.consortia.suggest_bound import BoundModel
from kdc_desktop.domain.consortia.suggest_greedy import Stop, filled, quick_placement, still_holds
from kdc_desktop.domain.consortia.suggest_plan import Plan, make_plan
from kdc_desktop.domain.consortia.suggest_solver import solve

GROUPS, WAITING = 5, 20  # of a part
A_PART = 1.0  # seconds at most
MANY_PEOPLE = 120  # from so many on, an evening is taken in parts


def is_large(plan: Plan) -> bool:
    """Whether so much binds so many that parts are looked at before the whole."""
    bonds = plan.bonds
    kinds = bonds.cliques, bonds.capacities, bonds.several, bonds.meetings
    return len(plan.options) >= MANY_PEOPLE and sum(map(bool, kinds)) > 1


def bettered(
    problem: Problem, plan: Plan, placed: Mapping[int, int], seconds: float, stop: Stop
) -> dict[int, int]:
    """The same placement or a better one, found in parts within that time."""
    best, worth = dict(placed), plan.worth(placed)
    lots = Random(1)  # noqa: S311 - the same evening goes through the same parts
    ends = monotonic() + seconds
    keys = list(plan.groups)
    while not stop() and monotonic() < ends:
        lots.shuffle(keys)
        for at in range(0, len(keys), GROUPS):
            if stop() or monotonic() >= ends:
                break
            other = _placed_anew(problem, plan, best, keys[at : at + GROUPS], lots, stop)
            if (points := plan.worth(other)) > worth and still_holds(plan, other):
                best, worth = other, points
    return best


def _placed_anew(
    problem: Problem,
    plan: Plan,
    placed: Mapping[int, int],
    winner_ids: Sequence[int],
    lots: Random,
    stop: Stop,
) -> dict[int, int]:
    """The placement with these groups formed anew."""
    inside = {key for key, at in placed.items() if at in winner_ids}
    waiting = [key for key in plan.options if key not in placed]
    lots.shuffle(waiting)
    waiting.sort(key=lambda key: not set(plan.people[key].choices).intersection(winner_ids))
    people = inside.union(waiting[:WAITING])
    rest = {key: at for key, at in placed.items() if key not in people}
    part = make_plan(_part(problem, people, winner_ids, rest))
    now = {key: at for key, at in placed.items() if key in inside}
    start = now if still_holds(part, now) else quick_placement(part, stop, now)
    solved = solve(BoundModel(part), start, A_PART, stop, lambda _share: None)
    return filled(plan, {**rest, **(solved.placed or start)})


def _part(
    problem: Problem, people: set[int], winner_ids: Sequence[int], rest: Mapping[int, int]
) -> Problem:
    """The problem of these people and groups; what others take of a house's limit is taken."""
    return replace(
        problem,
        candidates=tuple(one for one in problem.candidates if one.person_id in people),
        groups=tuple(group for group in problem.groups if group.winner_id in winner_ids),
        pinned={key: at for key, at in problem.pinned.items() if key in people},
        bonds=problem.bonds._replace(
            capacities=tuple(_left(house, rest) for house in problem.bonds.capacities)
        ),
    )


def _left(house: Capacity, rest: Mapping[int, int]) -> Capacity:
    used = {rest[key] for key in house.people if key in rest}
    return house._replace(most=max(0, house.most - len(used)))
