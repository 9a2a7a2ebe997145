"""From a placement to consortia with members: as they are kept, or as suggested."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kdc_desktop.domain.consortia.fitting import Candidate, Gap, Group, gaps, rank_of
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.services.consortia.rows import (
    ConsortiumRow,
    DelegateRow,
    KeptMember,
    MemberKey,
    MemberRow,
    Overview,
    member_key,
)


def preview(overview: Overview, placed: Mapping[int, int]) -> Overview:
    """The overview as it would be with these people placed so; nothing is written."""
    used = set(placed.values())
    groups = [
        group
        for group in overview.problem.groups
        if group.winner_id in used or group.winner_id in overview.settled
    ]
    rows = consortia_rows(
        groups,
        overview.problem.candidates,
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
    )


def waiting_of(candidates: Iterable[Candidate], placed: Mapping[int, int]) -> tuple[Candidate, ...]:
    """Who is placed nowhere: those with a wish first."""
    waiting = [one for one in candidates if one.person_id not in placed]
    return tuple(sorted(waiting, key=lambda one: (not one.choices, one.name.casefold())))


def consortia_rows(
    groups: Iterable[Group],
    candidates: Iterable[Candidate],
    placed: Mapping[int, int],
    kept: Iterable[KeptMember],
    settled: Mapping[int, ConsortiumRow],
    pinned: frozenset[int],
) -> tuple[ConsortiumRow, ...]:
    """One row for each group, with its members as `placed` and the kept members make them.

    `settled` are the consortia in the file, by winner; their name, ids and open roles are taken.
    """
    everyone = tuple(candidates)
    inside: dict[int, list[Candidate]] = {}
    for one in everyone:
        if one.person_id in placed:
            inside.setdefault(placed[one.person_id], []).append(one)
    kept_in: dict[int, list[KeptMember]] = {}
    for member in kept:
        kept_in.setdefault(member.winner_id, []).append(member)
    rows = []
    for group in groups:
        people = inside.get(group.winner_id, [])
        here = settled.get(group.winner_id)
        members = _members(group.winner_id, people, kept_in.get(group.winner_id, []), pinned)
        stances = [(one.sector, one.role) for one in members]
        rows.append(_row(group, here, members, gaps(group, people, everyone, stances)))
    return tuple(rows)


def _row(
    group: Group,
    here: ConsortiumRow | None,
    members: tuple[MemberRow, ...],
    lacking: tuple[Gap, ...],
) -> ConsortiumRow:
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
        here.let_go_at if here else None,
    )


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
                )
            )
    for delegates in speaking.values():
        first = delegates[0]
        rows.append(
            MemberRow(
                None,
                first.organisation or first.name,
                first.sector,
                first.organisation_id,
                None if first.organisation_id is not None else first.person_id,
                role_of(one.role for one in delegates if one.role and one.choices),
                _delegates(winner_id, delegates, pinned),
            )
        )
    return tuple(
        sorted(
            rows,
            key=lambda row: (row.role != MemberRole.LEAD, -len(row.delegates), row.name.casefold()),
        )
    )


def speaks_for(one: Candidate) -> MemberKey:
    """The member that a person speaks for: their organisation, or themselves."""
    return member_key(one.organisation_id, one.person_id)


def role_of(offered: Iterable[MemberRole]) -> MemberRole:
    """The role that a member takes: the one most of its delegates offered, else partner."""
    counts = Counter(offered)
    return max(MemberRole, key=lambda role: counts[role]) if counts else MemberRole.PARTNER


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
            )
        )
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))
