"""Why somebody sits where they sit: what it would cost to seat them where they wished more.

Asked is what the cheapest exchange does: they go there, and one who sits there goes to the best
place that is left, or nobody has to. Where a suggestion is looked at, everybody is placed anew as
well, and the cheaper answer is told.
"""

from collections.abc import Callable
from dataclasses import replace

from kdc_desktop.domain.consortia.effects import wish_change
from kdc_desktop.domain.consortia.fitting import Problem, rank_of
from kdc_desktop.domain.consortia.suggest_bound import BoundModel
from kdc_desktop.domain.consortia.suggest_differences import gap_changes, shift
from kdc_desktop.domain.consortia.suggest_greedy import filled, quick_placement
from kdc_desktop.domain.consortia.suggest_plan import Placement, Plan, make_plan
from kdc_desktop.domain.consortia.suggest_seating import Seating
from kdc_desktop.domain.consortia.suggest_solver import solve
from kdc_desktop.i18n import Fillable, _, fillable, ngettext, sentences

MOST_MOVED = 3  # people who would have to move, told by name

_NOT = (
    fillable("Not in {group}, the 1st wish: {because}"),
    fillable("Not in {group}, the 2nd wish: {because}"),
    fillable("Not in {group}, the 3rd wish: {because}"),
)
_NOT_WISHED: Fillable = fillable("Not in {group}, where {organisation} wants to be: {because}")


def why_here(
    problem: Problem,
    placed: Placement,
    person_id: int,
    *,
    seconds: float = 0.0,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[str, ...]:
    """Why a person sits where they do in a placement, in sentences; none for who is not there.

    Args:
        seconds: for placing everybody anew, for all places together; 0 to exchange people only.
    """
    plan = make_plan(problem)
    person = plan.people.get(person_id)
    if person is None:
        return ()
    if person_id in plan.pinned:
        return (_("{name} stays here, whatever is suggested.", name=person.name),)
    here = placed.get(person_id)
    now = plan.person_worth(person_id, here) if here is not None else float("-inf")
    wanted = [key for key in dict.fromkeys((*person.choices, *person.drawn)) if key in plan.groups]
    better = [key for key in wanted if plan.person_worth(person_id, key) > now]
    if not better:
        return _has_the_best(plan, person_id, here)
    share = seconds / len(better)
    return tuple(
        _why_not(problem, plan, placed, person_id, key, share, cancelled) for key in better
    )


def _has_the_best(plan: Plan, person_id: int, here: int | None) -> tuple[str, ...]:
    person = plan.people[person_id]
    if here is None:
        return ()
    if rank_of(person, here) == 0:
        return (_("{name} has their 1st wish.", name=person.name),)
    if here in person.drawn:
        told = _("{organisation} wants to be here.", organisation=person.organisation)
        return (told,)
    return ()


def _why_not(
    problem: Problem,
    plan: Plan,
    placed: Placement,
    person_id: int,
    there: int,
    seconds: float,
    cancelled: Callable[[], bool],
) -> str:
    person = plan.people[person_id]
    rank = rank_of(person, there)
    lead = _NOT_WISHED if rank is None else _NOT[min(rank, len(_NOT) - 1)]
    other = _cheapest(problem, plan, placed, person_id, there, seconds, cancelled)
    because = (
        _cannot(plan, placed, person_id, there)
        if other is None
        else _cost(plan, placed, other, person_id)
    )
    words = {"group": plan.groups[there].title, "organisation": person.organisation}
    return str(lead.filled(because=because, **words))


def _cheapest(
    problem: Problem,
    plan: Plan,
    placed: Placement,
    person_id: int,
    there: int,
    seconds: float,
    cancelled: Callable[[], bool],
) -> dict[int, int] | None:
    """The placement that costs least in which a person is there; None where that cannot be."""
    found = [exchange(plan, placed, person_id, there)]
    if seconds > 0 and not cancelled():
        found.append(_anew(problem, plan, placed, person_id, there, seconds, cancelled))
    answers = [one for one in found if one is not None]
    return max(answers, key=plan.worth, default=None)


def exchange(plan: Plan, placed: Placement, person_id: int, there: int) -> dict[int, int] | None:
    """The best placement in which a person is there and at most one other one sits elsewhere."""
    seating = Seating(plan)
    seating.start(placed)
    seating.running = set(placed.values()) | {there}
    seating.take(person_id)
    best: tuple[float, dict[int, int]] | None = None
    for other_id in (None, *[key for key in seating.inside[there] if key in plan.options]):
        before = 0.0
        if other_id is not None:
            seating.take(other_id)
            before = seating.gain(other_id, there)
        if seating.fits(person_id, there):
            points = seating.gain(person_id, there) - before
            seating.put(person_id, there)
            best = _better(seating, there, other_id, points, best)
            seating.take(person_id)
        if other_id is not None:
            seating.put(other_id, there)
    return None if best is None else best[1]


def _better(
    seating: Seating,
    there: int,
    other_id: int | None,
    points: float,
    best: tuple[float, dict[int, int]] | None,
) -> tuple[float, dict[int, int]] | None:
    """The best so far, with that other one wherever they may go, or waiting."""
    places: list[int | None] = [None]
    if other_id is not None:
        places += [key for key in sorted(seating.running - {there}) if seating.fits(other_id, key)]
    for place in places:
        gained = points
        if other_id is not None and place is not None:
            gained += seating.gain(other_id, place)
            seating.put(other_id, place)
        if (best is None or gained > best[0]) and _sound(seating):
            best = gained, dict(seating.placed)
        if other_id is not None and place is not None:
            seating.take(other_id)
    return best


def _sound(seating: Seating) -> bool:
    """Whether every group that ran goes on."""
    return not any(seating.too_small(key) for key in seating.running)


def _anew(
    problem: Problem,
    plan: Plan,
    placed: Placement,
    person_id: int,
    there: int,
    seconds: float,
    cancelled: Callable[[], bool],
) -> dict[int, int] | None:
    """Everybody placed anew around this person; None where that breaks a limit."""
    forced = make_plan(replace(problem, pinned={**problem.pinned, person_id: there}))
    if len(forced.complaints) > len(plan.complaints):
        return None
    start = filled(forced, quick_placement(forced, cancelled, placed))
    solved = solve(BoundModel(forced), start, seconds, cancelled, lambda _share: None)
    return filled(forced, solved.placed or start)


def _cannot(plan: Plan, placed: Placement, person_id: int, there: int) -> str:
    """Why a person can be there in no way that leaves the others where they are."""
    inside = [key for key, at in placed.items() if at == there]
    if plan.bonds.meets(person_id, [key for key in inside if key in plan.pinned]):
        return _("somebody is pinned there from whom they are kept apart.")
    if plan.room(there) <= 0:
        return _("everybody there is pinned.")
    return _("a group would fall apart, or a limit be broken, whoever made room.")


def _cost(plan: Plan, placed: Placement, other: Placement, person_id: int) -> str:
    """What is otherwise then, but for this person, in sentences."""
    moved = [key for key in plan.people if key != person_id and placed.get(key) != other.get(key)]
    loss = sorted(moved, key=lambda key: (shift(plan, key, placed, other), key))
    told = [
        wish_change(plan.people[key], placed.get(key), other.get(key)) for key in loss[:MOST_MOVED]
    ]
    if len(moved) > MOST_MOVED:
        more = len(moved) - MOST_MOVED
        told.append(
            ngettext("{count} more would sit elsewhere.", "{count} more would sit elsewhere.", more)
        )
    told += gap_changes(plan, placed, other)
    if plan.worth(other) >= plan.worth(placed):
        return sentences([_("that would be as good."), *told])
    return sentences(told) if told else _("the groups would be less even.")
