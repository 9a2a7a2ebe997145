"""Organisations that want to be in a consortium, and of which nobody sits in one they want."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select

from kdc_desktop.domain.consortia.fitting import Candidate
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.services.consortia.joining import Joiner, join_in
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.interests.organisations import organisation_wishes_in
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.storage import Edit, Snapshot


def join_where_they_want(
    edit: Edit,
    session_id: int,
    candidates: Iterable[Candidate],
    placed: Mapping[int, int],
    here: Mapping[int, int],
    now: Instant,
) -> None:
    """Have each of them be a member of what it wants most, as far as it can be in so many groups.

    Their people may have chosen otherwise, or may not be there at all: it is a member all the same,
    and nobody speaks for it yet.

    Args:
        placed: person ids to winner ids.
        here: consortia by winner.
    """
    edit.flush()
    groups = _Groups(edit, candidates, placed, here)
    for wish in organisation_wishes_in(edit, session_id):
        joiner = Joiner(*wish.wisher)
        wanted = {here[key] for key in wish.choices if key in here}
        runs = [key for key in wish.choices if key in here and key in placed.values()]
        if not runs or wanted & groups.sits_in(wish.wisher) or _is_in(edit, joiner, wanted):
            continue
        if groups.may_be_in(wish.wisher, here[runs[0]]):
            edit.flush()
            join_in(edit, here[runs[0]], joiner, wish.role, now)
            groups.joined(wish.wisher, here[runs[0]])


class _Groups:
    """In which consortia of this session organisations and their departments are."""

    def __init__(
        self,
        edit: Edit,
        candidates: Iterable[Candidate],
        placed: Mapping[int, int],
        here: Mapping[int, int],
    ) -> None:
        self._limits: dict[Wisher, int] = {
            Wisher(at, part): most for at, part, most in (*_of_houses(edit), *_of_parts(edit))
        }
        self._sit: dict[Wisher, set[int]] = defaultdict(set)
        self._in: dict[Wisher, set[int]] = defaultdict(set)
        for one in candidates:
            at = here.get(placed.get(one.person_id, 0))
            if at is not None and one.organisation_id is not None:
                for wisher in _both(Wisher(one.organisation_id, one.department_id)):
                    self._sit[wisher].add(at)
                self.joined(Wisher(one.organisation_id, one.department_id), at)
        members = select(Member.organisation_id, Member.department_id, Member.consortium_id)
        there = Member.consortium_id.in_(here.values()), Member.organisation_id.is_not(None)
        for organisation_id, department_id, at in edit.execute(
            members.where(*there, ~has_left(Member.id))
        ):
            if organisation_id is not None:
                self.joined(Wisher(organisation_id, department_id), at)

    def sits_in(self, wisher: Wisher) -> set[int]:
        """Where people of it are placed."""
        return self._sit[wisher]

    def may_be_in(self, wisher: Wisher, consortium_id: int) -> bool:
        """Whether neither it nor the organisation that it is of would be in too many."""
        return all(
            len(self._in[one] | {consortium_id}) <= self._limits.get(one, len(self._in[one]) + 1)
            for one in _both(wisher)
        )

    def joined(self, wisher: Wisher, consortium_id: int) -> None:
        """It is in a consortium, and so is the organisation that it is of."""
        for one in _both(wisher):
            self._in[one].add(consortium_id)


def _both(wisher: Wisher) -> set[Wisher]:
    return {wisher, Wisher(wisher.organisation_id)}


def _of_houses(snapshot: Snapshot) -> Iterable[tuple[int, int | None, int]]:
    limit = Organisation.most_groups
    found = snapshot.execute(select(Organisation.id, limit).where(limit.is_not(None)))
    return [(key, None, most) for key, most in found if most is not None]


def _of_parts(snapshot: Snapshot) -> Iterable[tuple[int, int | None, int]]:
    part, limit = Department.organisation_id, Department.most_groups
    found = snapshot.execute(select(part, Department.id, limit).where(limit.is_not(None)))
    return [(at, key, most) for at, key, most in found if most is not None]


def _is_in(edit: Edit, joiner: Joiner, wanted: Collection[int]) -> bool:
    """Whether it is, or was, a member of one of those it wants already."""
    found = select(Member.id).where(
        Member.consortium_id.in_(wanted),
        Member.organisation_id == joiner.organisation_id,
        Member.department_id.is_not_distinct_from(joiner.department_id),
    )
    return edit.scalar(found.limit(1)) is not None
