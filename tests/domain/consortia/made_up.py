"""Made-up problems for suggestions, and whether a placement keeps their limits."""

from collections import Counter
from itertools import product

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from kdc_desktop.domain.consortia.bonds import Bonds, Capacity, Meeting, Need, NeedKind
from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem, Weights
from kdc_desktop.domain.consortia.suggest_plan import Plan

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def person(
    person_id: int,
    *choices: int,
    sector: str = "R",
    organisation: int | None = None,
    drawn: tuple[int, ...] = (),
) -> Candidate:
    called = f"Firm {organisation}" if organisation else ""
    known = (person_id, f"P{person_id}", sector, organisation, called, choices)
    return Candidate(*known, drawn=drawn)


@st.composite
def bonds(draw: st.DrawFn, people: int, winners: int) -> Bonds:
    ids, some = st.integers(1, people), st.frozensets(st.integers(1, people), max_size=4)
    winner = st.integers(1, winners)
    pairs = draw(st.lists(st.tuples(ids, ids), max_size=4))
    kinds = st.sampled_from(NeedKind)
    of_houses = draw(st.lists(some, min_size=1, max_size=2))  # all here may be of one department
    return Bonds(
        frozenset((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]),
        tuple(
            Capacity(f"House {at}", draw(st.sampled_from(of_houses)), draw(st.integers(0, 2)))
            for at in range(draw(st.integers(0, 2)))
        ),
        tuple(
            Need(draw(winner), draw(kinds), f"N{at}", draw(some), 40.0, draw(st.integers(1, 2)))
            for at in range(draw(st.integers(0, 3)))
        ),
        tuple(
            Meeting(ones, others - ones, 15.0)
            for ones, others in draw(st.lists(st.tuples(some, some), max_size=3))
        ),
    )


@st.composite
def problems(draw: st.DrawFn, most_people: int = 12) -> Problem:
    winners = draw(st.integers(1, 3))
    ids = st.integers(1, winners)
    folk = tuple(
        person(
            key,
            *draw(st.lists(ids, max_size=3, unique=True)),
            sector=draw(st.sampled_from("CPR")),
            organisation=draw(st.sampled_from((None, 1, 2))),
            drawn=tuple(draw(st.lists(ids, max_size=2, unique=True))),
        )
        for key in range(1, draw(st.integers(0, most_people)) + 1)
    )
    groups = []
    for key in range(1, winners + 1):
        smallest, largest = sorted(draw(st.tuples(st.integers(0, 4), st.integers(1, 5))))
        needed = draw(st.frozensets(st.sampled_from("CPR")))
        groups.append(Group(key, f"W{key}", smallest, max(1, largest), needed))
    people_ids = st.integers(1, max(1, len(folk)))
    some = st.frozensets(people_ids, min_size=2, max_size=3) if len(folk) > 2 else st.nothing()
    weights = st.sampled_from(
        (Weights(), Weights(every_sector=150, new_acquaintances=40, equal_strength=30))
    )
    return Problem(
        folk,
        tuple(groups),
        draw(st.integers(1, 3)),
        draw(st.dictionaries(people_ids, ids, max_size=2)),
        draw(weights),
        tuple(draw(st.lists(some, max_size=2))) if len(folk) > 2 else (),
        draw(st.booleans()),
        draw(st.one_of(st.just(Bonds()), bonds(len(folk), winners))) if folk else Bonds(),
    )


def breaks(plan: Plan, placed: dict[int, int]) -> bool:
    """Whether a placement breaks a limit of its plan, written without the solver's rows."""
    if any(placed.get(key) != winner_id for key, winner_id in plan.pinned.items()):
        return True
    return bonds_break(plan, placed) or any(
        group_breaks(plan, winner_id, placed) for winner_id in plan.groups
    )


def bonds_break(plan: Plan, placed: dict[int, int]) -> bool:
    """Whether two sit together who are kept apart, or a house is in more groups than it may.

    What pins alone break is no fault of the placement.
    """
    free = plan.options.keys()
    for one, some in plan.bonds.apart.items():
        for other in some:
            together = one in placed and placed[one] == placed.get(other)
            if together and (one in free or other in free):
                return True
    for house in plan.bonds.capacities:
        inside = {placed[key] for key in house.people if key in placed}
        held = {plan.pinned[key] for key in house.people if key in plan.pinned}
        if len(inside) > max(house.most, len(held)):
            return True
    return False


def group_breaks(plan: Plan, winner_id: int, placed: dict[int, int]) -> bool:
    group = plan.groups[winner_id]
    inside = [key for key, place in placed.items() if place == winner_id]
    free = [key for key in inside if key not in plan.pinned]
    pinned = len(inside) - len(free)
    if len(inside) > max(group.largest, pinned):
        return True
    if inside and not pinned and plan.towards_smallest(winner_id, inside) < max(1, group.smallest):
        return True
    organisations = Counter(plan.people[key].organisation_id for key in inside)
    entering = {plan.people[key].organisation_id for key in free} - {None}
    if any(organisations[organisation] > plan.per_organisation for organisation in entering):
        return True
    if plan.fill_seats:
        return False
    fillers = Counter(
        plan.people[key].sector
        for key in free
        for option in plan.options[key]
        if option.winner_id == winner_id and option.fills
    )
    return any(count > 1 for count in fillers.values())


def best_by_trying_all(plan: Plan) -> float:
    free = list(plan.options)
    ways = [
        [None, *(plan.groups if plan.fill_seats else (one.winner_id for one in plan.options[key]))]
        for key in free
    ]
    best = float("-inf")
    for way in product(*ways):
        chosen = {key: at for key, at in zip(free, way, strict=True) if at is not None}
        placed = {**plan.pinned, **chosen}
        if not breaks(plan, placed):
            best = max(best, plan.worth(placed))
    return best
