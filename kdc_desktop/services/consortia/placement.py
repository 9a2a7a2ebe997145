"""From a placement to consortia with members: as they are kept, or as suggested."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem, gaps, rank_of
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.consortia.together import Together, together
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.i18n import _
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.services.consortia.rows import (
    ConsortiumRow,
    DelegateRow,
    KeptMember,
    MemberKey,
    MemberRow,
    Overview,
    member_key,
)


def preview(
    overview: Overview, placed: Mapping[int, int], first: Mapping[int, int] | None = None
) -> Overview:
    """The overview as it would be with these people placed so; nothing is written.

    Args:
        first: how the first of several suggestions places them, where that is to be told.
    """
    used = set(placed.values())
    groups = [
        group
        for group in overview.problem.groups
        if group.winner_id in used or group.winner_id in overview.settled
    ]
    rows = consortia_rows(
        groups,
        overview.problem,
        placed,
        overview.kept,
        overview.settled,
        overview.pinned,
    )
    return Overview(
        rows,
        waiting_of(overview.problem.candidates, placed),
        dict(placed),
        overview.problem,
        overview.winners,
        tuple(
            group.winner_id
            for group in overview.problem.groups
            if group.winner_id not in {row.winner_id for row in rows}
        ),
        overview.kept,
        overview.pinned,
        overview.settled,
        {} if first is None else _instead(overview, placed, first),
    )


def _instead(
    overview: Overview, placed: Mapping[int, int], first: Mapping[int, int]
) -> dict[int, str]:
    """Where the first suggestion has whoever is elsewhere in this one."""
    titles = {group.winner_id: group.title for group in overview.problem.groups}
    return {
        one.person_id: titles[there] if there in titles else _("waiting")
        for one in overview.problem.candidates
        if (there := first.get(one.person_id)) != placed.get(one.person_id)
    }


def waiting_of(candidates: Iterable[Candidate], placed: Mapping[int, int]) -> tuple[Candidate, ...]:
    """Who is placed nowhere: those with a wish first."""
    waiting = [one for one in candidates if one.person_id not in placed]
    return tuple(sorted(waiting, key=lambda one: (not one.choices, in_order(one.name))))


class Memory:
    """What an overview can take from the one before, while what it was made of is the same.

    `candidates` is to be set to None when they may have changed.
    """

    def __init__(self) -> None:
        self.candidates: list[Candidate] | None = None
        self._rows: dict[int, tuple[tuple[Any, ...], ConsortiumRow]] = {}

    def row(self, made_of: tuple[Any, ...], make: Callable[[], ConsortiumRow]) -> ConsortiumRow:
        """The row of the group that `made_of` begins with."""
        key = made_of[0].winner_id
        if key not in self._rows or self._rows[key][0] != made_of:
            self._rows[key] = (made_of, make())
        return self._rows[key][1]


def consortia_rows(
    groups: Iterable[Group],
    problem: Problem,
    placed: Mapping[int, int],
    kept: Iterable[KeptMember],
    settled: Mapping[int, ConsortiumRow],
    pinned: frozenset[int],
    memory: Memory | None = None,
) -> tuple[ConsortiumRow, ...]:
    """One row for each group, with its members as `placed` and the kept members make them.

    Who they are, and who of them is kept apart, is taken from the `problem`. `settled` are the
    consortia in the file, by winner; their name, ids and open roles are taken.
    """
    memory = memory or Memory()
    inside: dict[int, list[Candidate]] = {}
    wishing: dict[int, list[Candidate]] = {}
    for one in problem.candidates:
        if one.person_id in placed:
            inside.setdefault(placed[one.person_id], []).append(one)
        for winner_id in one.choices:
            wishing.setdefault(winner_id, []).append(one)
    kept_in: dict[int, list[KeptMember]] = {}
    for member in kept:
        kept_in.setdefault(member.winner_id, []).append(member)
    near = _kept_apart(problem, placed, kept_in)
    rows = []
    for group in groups:
        key = group.winner_id
        people, held = inside.get(key, []), kept_in.get(key, [])
        fixed = pinned.intersection(one.person_id for one in people)
        wanted, pairs = wishing.get(key, []), near.get(key, [])
        made_of = (group, settled.get(key), people, held, fixed, wanted, pairs)
        rows.append(memory.row(made_of, partial(_row, *made_of)))
    return tuple(rows)


def _kept_apart(
    problem: Problem, placed: Mapping[int, int], kept_in: Mapping[int, list[KeptMember]]
) -> dict[int, list[tuple[int, int]]]:
    """Who is in the same group although they are kept apart, by winner."""
    where = {
        member.person_id: winner_id
        for winner_id, members in kept_in.items()
        for member in members
        if member.person_id is not None and member.lasting
    } | dict(placed)
    found: dict[int, list[tuple[int, int]]] = {}
    for one, other in problem.bonds.apart:
        winner_id = where.get(one)
        if winner_id is not None and winner_id == where.get(other):
            found.setdefault(winner_id, []).append((one, other))
    return {winner_id: sorted(pairs) for winner_id, pairs in found.items()}


def _row(
    group: Group,
    here: ConsortiumRow | None,
    people: list[Candidate],
    kept: list[KeptMember],
    pinned: frozenset[int],
    wishing: list[Candidate],
    apart: list[tuple[int, int]],
) -> ConsortiumRow:
    members = _members(group.winner_id, people, kept, pinned)
    stances = [(one.sector, one.role) for one in members]
    lacking = gaps(group, people, wishing, stances)
    return ConsortiumRow(
        here.id if here else None,
        group.winner_id,
        here.name if here else group.title,
        group.smallest,
        group.largest,
        "".join(letter for letter in LETTERS if letter in group.needed_sectors),
        members,
        lacking,
        here.open_roles if here else (),
        here.confirmed_at if here else None,
        here.state if here else ConsortiumState.FORMING,
        _together(members, apart),
    )


def _together(members: Iterable[MemberRow], apart: list[tuple[int, int]]) -> tuple[Together, ...]:
    names: dict[int, str] = {}
    for member in members if apart else ():
        if member.person_id is not None:
            names[member.person_id] = member.name
        for one in member.delegates:
            told = _("{person} ({apart})", person=one.name, apart=one.apart)
            names[one.person_id] = told if one.apart else one.name
    return together(apart, names)


def _members(
    winner_id: int, people: list[Candidate], kept: list[KeptMember], pinned: frozenset[int]
) -> tuple[MemberRow, ...]:
    speaking: dict[MemberKey, list[Candidate]] = {}
    for one in people:
        speaking.setdefault(speaks_for(one), []).append(one)
    rows = []
    for member in kept:
        delegates = speaking.pop(member.key, [])
        if delegates or member.lasting:
            about = (member.id, member.name, member.sector, member.organisation_id)
            rows.append(
                MemberRow(
                    *about,
                    member.person_id,
                    member.role,
                    _delegates(winner_id, delegates, pinned),
                    member.department_id,
                )
            )
    for delegates in speaking.values():
        first = delegates[0]
        rows.append(
            MemberRow(
                None,
                name_of_member(first),
                first.sector,
                first.organisation_id,
                None if first.organisation_id is not None else first.person_id,
                role_of(one.role for one in delegates if one.role and one.choices),
                _delegates(winner_id, delegates, pinned),
                first.department_id,
            )
        )
    return tuple(
        sorted(
            rows,
            key=lambda row: (row.role != MemberRole.LEAD, -len(row.delegates), in_order(row.name)),
        )
    )


def speaks_for(one: Candidate) -> MemberKey:
    """The member that a person speaks for: their organisation or department, or themselves."""
    return member_key(one.organisation_id, one.person_id, one.department_id)


def name_of_member(one: Candidate) -> str:
    """What the member that a person speaks for is called."""
    if not one.organisation:
        return one.name
    return stakeholder_name(one.organisation, one.department)


def role_of(offered: Iterable[MemberRole]) -> MemberRole:
    """The role that a member takes: the one most of its delegates offered, else partner."""
    counts = Counter(offered)
    if len(counts) < 2:
        return next(iter(counts), MemberRole.PARTNER)
    return max(MemberRole, key=lambda role: counts[role])


def _delegates(
    winner_id: int, people: Iterable[Candidate], pinned: frozenset[int]
) -> tuple[DelegateRow, ...]:
    rows = []
    for one in people:
        rank = rank_of(one, winner_id)
        rows.append(
            DelegateRow(
                one.person_id,
                one.name,
                None if rank is None else rank + 1,
                bool(one.choices),
                one.person_id in pinned,
                one.apart,
            )
        )
    return tuple(sorted(rows, key=lambda row: in_order(row.name)))
