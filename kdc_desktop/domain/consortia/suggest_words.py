"""What is said of a suggestion: how good it is, and what could not be."""

from collections import Counter
from collections.abc import Mapping

from kdc_desktop.domain.consortia.bonds import NeedKind
from kdc_desktop.domain.consortia.fitting import (
    Candidate,
    Group,
    Suggestion,
    gaps,
    has_wish,
    rank_of,
)
from kdc_desktop.domain.consortia.suggest_differences import differences, misses
from kdc_desktop.domain.consortia.suggest_plan import Plan
from kdc_desktop.domain.people.sectors import words_of
from kdc_desktop.i18n import _, ngettext


def describe(
    plan: Plan,
    placement: Mapping[int, int],
    bound: float | None,
    first: Mapping[int, int],
) -> Suggestion:
    """A placement with its score, what could not be, and how it differs from the first.

    Args:
        bound: the points that no placement exceeds; None while nothing is proven.
    """
    placed = dict(sorted(placement.items()))
    worth, ideal = plan.worth(placed), plan.ideal()
    used = set(placed.values())
    closed = tuple(key for key in plan.groups if key not in used)
    return Suggestion(
        placed,
        tuple(key for key in plan.people if key not in placed),
        closed,
        round(min(100.0, max(0.0, 100 * worth / ideal)), 2) if ideal else 100.0,
        None if bound is None else _short_of(bound, worth),
        (*plan.complaints, *_could_not(plan, placed, closed)),
        differences(plan, first, placed),
        sum(first.get(key) != placed.get(key) for key in plan.people),
    )


def _short_of(bound: float, worth: float) -> float:
    return round(100 * max(0.0, bound - worth) / max(1.0, abs(bound)), 2)


def _could_not(plan: Plan, placed: Mapping[int, int], closed: tuple[int, ...]) -> list[str]:
    said = [_why_closed(plan, plan.groups[winner_id]) for winner_id in closed]
    for winner_id, group in plan.groups.items():
        members = [plan.people[key] for key, place in placed.items() if place == winner_id]
        said += _lacks(plan, group, members) if members else []
        unmet = plan.bonds.unmet(winner_id, [one.person_id for one in members])
        said += [misses(plan, need) for need in unmet if members and need.kind is NeedKind.ROLE]
    said += _nowhere(plan, placed)
    wished = [key for key, one in plan.people.items() if has_wish(one, plan.groups)]
    left = [key for key in wished if key not in placed]
    if plan.fill_seats:
        left = [key for key in plan.people if key not in placed]
    elsewhere = [key for key in wished if key in placed and not _likes(plan, key, placed[key])]
    if elsewhere:
        said.append(
            ngettext(
                "{count} person is placed where they did not wish to be.",
                "{count} people are placed where they did not wish to be.",
                len(elsewhere),
            )
        )
    if left:
        said.append(_who_waits(plan, len(left)))
    return said


def _nowhere(plan: Plan, placed: Mapping[int, int]) -> list[str]:
    """The organisations of which nobody sits anywhere that they want to be."""
    served: dict[str, bool] = {}
    for winner_id, needs in plan.bonds.needs.items():
        members = [key for key, place in placed.items() if place == winner_id]
        for need in needs:
            if need.kind is NeedKind.ORGANISATION and need.people:
                there = any(key in need.people for key in members)
                served[need.name] = served.get(need.name, False) or there
    return [
        _("Nobody of {organisation} sits where it wants to be.", organisation=name)
        for name, there in served.items()
        if not there
    ]


def _likes(plan: Plan, person_id: int, winner_id: int) -> bool:
    pinned = person_id in plan.pinned
    return pinned or rank_of(plan.people[person_id], winner_id) is not None


def _who_waits(plan: Plan, count: int) -> str:
    if plan.fill_seats:
        return ngettext(
            "{count} person waits: no place was left that they may take.",
            "{count} people wait: no place was left that they may take.",
            count,
        )
    return ngettext(
        "{count} person waits: no place was left in what they wished.",
        "{count} people wait: no place was left in what they wished.",
        count,
    )


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
    seats = _seats_by_organisation(plan, group)
    if seats < smallest:
        return _(
            "{group} cannot run: it needs {smallest}, and only {seats} may sit together "
            "with at most {most} of one organisation. Allow more of one organisation.",
            group=group.title,
            smallest=smallest,
            seats=seats,
            most=plan.per_organisation,
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


def _seats_by_organisation(plan: Plan, group: Group) -> int:
    """How many of those who would join may sit together, were there no other group."""
    key = group.winner_id
    came = Counter(
        plan.organisation(person) for person, winner_id in plan.willing if winner_id == key
    )
    free = came.pop(None, 0)
    return free + sum(
        min(count, plan.organisation_room(key, one or 0)) for one, count in came.items()
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
