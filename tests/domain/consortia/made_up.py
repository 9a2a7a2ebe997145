"""Made-up problems for suggestions, and whether a placement keeps their limits."""

from collections import Counter
from itertools import product

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem, Weights
from kdc_desktop.domain.consortia.suggest_plan import Plan

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def person(
    person_id: int, *choices: int, sector: str = "R", organisation: int | None = None
) -> Candidate:
    called = f"Firm {organisation}" if organisation else ""
    return Candidate(person_id, f"P{person_id}", sector, organisation, called, choices)


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
    )


def breaks(plan: Plan, placed: dict[int, int]) -> bool:
    """Whether a placement breaks a limit of its plan, written without the solver's rows."""
    if any(placed.get(key) != winner_id for key, winner_id in plan.pinned.items()):
        return True
    return any(group_breaks(plan, winner_id, placed) for winner_id in plan.groups)


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
