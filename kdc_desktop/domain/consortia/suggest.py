"""Suggest who works with whom: the placement that serves wishes, sectors and balance best."""

from collections.abc import Callable, Mapping
from time import monotonic

from kdc_desktop.domain.consortia.fitting import (
    Candidate,
    Group,
    Problem,
    Suggestion,
    gaps,
    has_wish,
    rank_of,
)
from kdc_desktop.domain.consortia.suggest_greedy import quick_placement
from kdc_desktop.domain.consortia.suggest_model import Model, Solved, solve
from kdc_desktop.domain.consortia.suggest_plan import Plan, make_plan
from kdc_desktop.domain.people.sectors import words_of
from kdc_desktop.i18n import _, ngettext

# An alternative places at least this share of the people elsewhere.
DIFFERENCE = 0.1
# The quick start may take at most this share of the time.
QUICK_SHARE = 0.2

Cancelled = Callable[[], bool]
Tell = Callable[[float], None]


def alternatives(
    problem: Problem,
    count: int = 3,
    seconds: float = 5.0,
    seed: int = 1,
    cancelled: Cancelled | None = None,
    progress: Tell | None = None,
) -> tuple[Suggestion, ...]:
    """Up to `count` suggestions, the best first, each placing a tenth of the people differently.

    `seconds` are for all of them together. There are fewer when no other good one exists.
    """
    ends = monotonic() + seconds
    plan = make_plan(problem)
    model = Model(plan)
    first_end = ends - seconds * (count - 1) / max(1, count)
    found = [_first(plan, model, first_end, seed, cancelled, _nth_progress(progress, 0, count))]
    differing = max(1, round(DIFFERENCE * len(plan.people)))
    for turn in range(1, count):
        share = (ends - monotonic()) / (count - turn)
        if share <= 0 or (cancelled and cancelled()):
            break
        if not model.differ_from(found[-1].placed, differing):
            break
        step = _nth_progress(progress, turn, count)
        solved = solve(model, None, share, seed, cancelled, step)
        if solved is None or any(solved.placed == earlier.placed for earlier in found):
            break
        found.append(solved)
    described = [describe(plan, solved) for solved in found]
    return tuple(sorted(described, key=lambda one: -one.score))


def describe(plan: Plan, solved: Solved) -> Suggestion:
    """A placement with its score, its shares and the sentences about what could not be."""
    placed = dict(sorted(solved.placed.items()))
    worth, ideal = plan.worth(placed), plan.ideal()
    wished = [one for one in plan.people.values() if has_wish(one, plan.groups)]
    ranks = [rank_of(one, placed.get(one.person_id)) for one in wished]
    used = set(placed.values())
    closed = tuple(key for key in plan.groups if key not in used)
    return Suggestion(
        placed,
        tuple(key for key in plan.people if key not in placed),
        closed,
        round(min(100.0, max(0.0, 100 * worth / ideal)), 2) if ideal else 100.0,
        round(100 * max(0.0, solved.bound - worth) / max(1.0, abs(solved.bound)), 2),
        ranks.count(0) / len(wished) if wished else 1.0,
        sum(rank is not None for rank in ranks) / len(wished) if wished else 1.0,
        (*plan.complaints, *_could_not(plan, placed, closed)),
    )


def _first(
    plan: Plan,
    model: Model,
    ends: float,
    seed: int,
    cancelled: Cancelled | None,
    progress: Tell | None,
) -> Solved:
    hurry = monotonic() + QUICK_SHARE * (ends - monotonic())
    start = quick_placement(
        plan, lambda: monotonic() > hurry or (cancelled is not None and cancelled())
    )
    if not plan.options:
        return Solved(start, plan.worth(start))
    solved = None
    if not (cancelled and cancelled()):
        solved = solve(model, start, ends - monotonic(), seed, cancelled, progress)
    if solved is None:
        return Solved(start, plan.ideal())
    better = max((solved.placed, start), key=plan.worth)
    return Solved(better, min(solved.bound, plan.ideal()))


def _could_not(plan: Plan, placed: Mapping[int, int], closed: tuple[int, ...]) -> list[str]:
    said = [_why_closed(plan, plan.groups[winner_id]) for winner_id in closed]
    for winner_id, group in plan.groups.items():
        members = [plan.people[key] for key, place in placed.items() if place == winner_id]
        said += _lacks(plan, group, members) if members else []
    left = [one for key, one in plan.people.items() if key not in placed and one.choices]
    if left:
        said.append(
            ngettext(
                "{count} person waits: no place was left in what they wished.",
                "{count} people wait: no place was left in what they wished.",
                len(left),
            )
        )
    return said


def _why_closed(plan: Plan, group: Group) -> str:
    willing = sum(1 for _person, winner_id in plan.willing if winner_id == group.winner_id)
    smallest = max(1, group.smallest)
    if not willing:
        return _(
            "{group} cannot run: nobody would join, it needs {smallest}.",
            group=group.title,
            smallest=smallest,
        )
    if willing < smallest:
        return ngettext(
            "{group} cannot run: {count} person would join, it needs {smallest}.",
            "{group} cannot run: {count} people would join, it needs {smallest}.",
            willing,
            group=group.title,
            smallest=smallest,
        )
    return ngettext(
        "{group} does not run: of {count} person who would join, "
        "too few are free for its smallest size of {smallest}.",
        "{group} does not run: of {count} people who would join, "
        "too few are free for its smallest size of {smallest}.",
        willing,
        group=group.title,
        smallest=smallest,
    )


def _lacks(plan: Plan, group: Group, members: list[Candidate]) -> list[str]:
    said = [
        str(words_of(gap.sector).lacks.filled(group=group.title))
        for gap in gaps(group, members)
        if gap.sector is not None
    ]
    willing = plan.towards_smallest(group.winner_id, [one.person_id for one in members])
    if willing < group.smallest:
        said.append(
            ngettext(
                "{group} runs because of its pins, {count} person short of {smallest}.",
                "{group} runs because of its pins, {count} people short of {smallest}.",
                group.smallest - willing,
                group=group.title,
                smallest=group.smallest,
            )
        )
    return said


def _nth_progress(progress: Tell | None, turn: int, count: int) -> Tell | None:
    if progress is None:
        return None
    return lambda done: progress((turn + done) / count)
