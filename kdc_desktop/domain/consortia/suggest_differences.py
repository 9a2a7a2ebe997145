"""How one placement differs from another, in sentences: who sits elsewhere, which gap closes."""

from collections import Counter
from collections.abc import Sequence

from kdc_desktop.domain.consortia.bonds import Need, NeedKind
from kdc_desktop.domain.consortia.fitting import rank_of
from kdc_desktop.domain.consortia.suggest_plan import Placement, Plan
from kdc_desktop.domain.people.sectors import words_of
from kdc_desktop.i18n import _, ngettext

MOST_TOLD = 3  # gaps that close, and gaps that open


def differences(plan: Plan, first: Placement, other: Placement) -> tuple[str, ...]:
    """What is otherwise in `other` than in `first`, the most telling first; none for nothing."""
    moved = [key for key in plan.people if first.get(key) != other.get(key)]
    if not moved:
        return ()
    ordered = sorted(moved, key=lambda key: (-abs(shift(plan, key, first, other)), key))
    return (
        _who(plan, ordered),
        *gap_changes(plan, first, other),
        *_told_of_wishes(plan, first, other),
        *_told_of_waiting(first, other),
    )


def shift(plan: Plan, person_id: int, first: Placement, other: Placement) -> float:
    """How much better another placement is for somebody than the first; below 0, worse."""
    before = plan.person_worth(person_id, first.get(person_id))
    return plan.person_worth(person_id, other.get(person_id)) - before


def _who(plan: Plan, moved: Sequence[int]) -> str:
    names = [plan.people[key].name for key in moved]
    match names:
        case [name]:
            return _("{name} sits elsewhere.", name=name)
        case [one, other]:
            return _("{one} and {other} sit elsewhere.", one=one, other=other)
    return ngettext(
        "{name} and {count} other sit elsewhere.",
        "{name} and {count} others sit elsewhere.",
        len(names) - 1,
        name=names[0],
    )


def gap_changes(plan: Plan, first: Placement, other: Placement) -> list[str]:
    """Groups that run, sectors, roles and organisations: what `other` gains, then what it loses."""
    closed: list[str] = []
    opened: list[str] = []
    for winner_id in plan.groups:
        before, after = _inside(first, winner_id), _inside(other, winner_id)
        if bool(before) != bool(after):
            (closed if after else opened).append(_runs(plan, winner_id, runs=bool(after)))
            continue
        gone, come = _lacking(plan, winner_id, before), _lacking(plan, winner_id, after)
        closed += [_closes(plan, winner_id, letter) for letter in sorted(gone - come)]
        opened += [_opens(plan, winner_id, letter) for letter in sorted(come - gone)]
        unmet, left = _unmet(plan, winner_id, before), _unmet(plan, winner_id, after)
        closed += [_meets(plan, unmet[key]) for key in unmet if key not in left]
        opened += [misses(plan, left[key]) for key in left if key not in unmet]
    return [*closed[:MOST_TOLD], *opened[:MOST_TOLD]]


def _inside(placed: Placement, winner_id: int) -> list[int]:
    return [key for key, at in placed.items() if at == winner_id]


def _lacking(plan: Plan, winner_id: int, members: Sequence[int]) -> set[str]:
    there = {
        plan.people[key].brings
        for key in members
        if key in plan.pinned or (key, winner_id) in plan.counted
    }
    return set(plan.groups[winner_id].needed_sectors - there) if members else set()


def _unmet(
    plan: Plan, winner_id: int, members: Sequence[int]
) -> dict[tuple[str, str, frozenset[int]], Need]:
    unmet = plan.bonds.unmet(winner_id, members) if members else []
    return {(need.kind, need.name, need.people): need for need in unmet}


def _runs(plan: Plan, winner_id: int, *, runs: bool) -> str:
    group = plan.groups[winner_id].title
    return _("{group} runs.", group=group) if runs else _("{group} does not run.", group=group)


def _closes(plan: Plan, winner_id: int, letter: str) -> str:
    return str(words_of(letter).gained(plan.groups[winner_id].title, 1))


def _opens(plan: Plan, winner_id: int, letter: str) -> str:
    return str(words_of(letter).loses.filled(group=plan.groups[winner_id].title))


def _meets(plan: Plan, need: Need) -> str:
    group = plan.groups[need.winner_id].title
    if need.kind is NeedKind.ORGANISATION:
        return _("{organisation} is in {group}, as it wants.", organisation=need.name, group=group)
    return _("{group} has who it looks for: {role}.", group=group, role=need.name)


def misses(plan: Plan, need: Need) -> str:
    """What a group, or an organisation, still wants."""
    group = plan.groups[need.winner_id].title
    if need.kind is NeedKind.ORGANISATION:
        return _(
            "{organisation} wants to be in {group}, and is not.",
            organisation=need.name,
            group=group,
        )
    return _("{group} still looks for: {role}.", group=group, role=need.name)


def _told_of_wishes(plan: Plan, first: Placement, other: Placement) -> list[str]:
    before, after = _firsts(plan, first), _firsts(plan, other)
    if after > before:
        return [
            ngettext(
                "{count} more has their first wish.",
                "{count} more have their first wish.",
                after - before,
            )
        ]
    if after < before:
        return [
            ngettext(
                "{count} fewer has their first wish.",
                "{count} fewer have their first wish.",
                before - after,
            )
        ]
    return []


def _firsts(plan: Plan, placed: Placement) -> int:
    return Counter(rank_of(plan.people[key], at) for key, at in placed.items())[0]


def _told_of_waiting(first: Placement, other: Placement) -> list[str]:
    more = len(first) - len(other)
    if more > 0:
        return [ngettext("{count} more waits.", "{count} more wait.", more)]
    if more < 0:
        return [ngettext("{count} fewer waits.", "{count} fewer wait.", -more)]
    return []
