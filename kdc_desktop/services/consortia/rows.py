"""Consortia as they are shown: columns of members with their delegates, gaps and open roles."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kdc_desktop.domain.consortia.fitting import Candidate, Gap, Problem, rank_of
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.consortia.together import Together
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.instants import Instant


class MemberKind(StrEnum):
    """What a member is."""

    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    PERSON = "person"


class MemberKey(NamedTuple):
    """What a member is known by within its consortium, suggested or kept."""

    kind: MemberKind
    id: int


def member_key(
    organisation_id: int | None, person_id: int | None, department_id: int | None = None
) -> MemberKey:
    """The key of an organisation, of a department of one, or without either of a resident."""
    if department_id is not None:
        return MemberKey(MemberKind.DEPARTMENT, department_id)
    if organisation_id is not None:
        return MemberKey(MemberKind.ORGANISATION, organisation_id)
    return MemberKey(MemberKind.PERSON, person_id or 0)


class DelegateRow(NamedTuple):
    """A person placed in a consortium.

    `choice` is 1 to 3 when they wished it, None when not; `wished` tells that they wished
    anything at all. `apart` tells them from others of the name.
    """

    person_id: int
    name: str
    choice: int | None
    wished: bool
    pinned: bool
    apart: str = ""


class MemberRow(NamedTuple):
    """An organisation, a department of one, or a resident, in a consortium.

    `id` is None while it is only suggested.
    """

    id: int | None
    name: str
    sector: str
    organisation_id: int | None
    person_id: int | None
    role: MemberRole
    delegates: tuple[DelegateRow, ...]
    department_id: int | None = None

    @property
    def key(self) -> MemberKey:
        """What the member is known by within its consortium."""
        return member_key(self.organisation_id, self.person_id, self.department_id)

    @property
    def choice(self) -> int | None:
        """The best choice among its delegates."""
        return min((one.choice for one in self.delegates if one.choice), default=None)

    @property
    def pinned(self) -> bool:
        """Whether all its delegates stay where they are."""
        return bool(self.delegates) and all(one.pinned for one in self.delegates)


@dataclass(frozen=True)
class OpenRoleRow:
    """What a consortium looks for; `filled_by_id` is the member who is it now.

    `role` is as what somebody is looked for; None where that is open.
    """

    id: int
    title: str
    sector: str | None
    filled_by_id: int | None
    role: MemberRole | None = None


@dataclass(frozen=True)
class ConsortiumRow:
    """The group around one winner; `id` is None while it is only suggested.

    `together` are those in it who are kept apart: it is shown to the facilitator only.
    """

    id: int | None
    winner_id: int
    name: str
    smallest: int
    largest: int
    needed_sectors: str
    members: tuple[MemberRow, ...]
    gaps: tuple[Gap, ...] = ()
    open_roles: tuple[OpenRoleRow, ...] = ()
    confirmed_at: Instant | None = None
    state: ConsortiumState = ConsortiumState.FORMING
    together: tuple[Together, ...] = ()

    @property
    def people(self) -> int:
        """How many delegates there are."""
        return sum(len(member.delegates) for member in self.members)

    @property
    def organisations(self) -> int:
        """How many organisations are in it, each counted once with all its departments."""
        return len({one.organisation_id for one in self.members} - {None})

    @property
    def wanted_roles(self) -> tuple[OpenRoleRow, ...]:
        """The open roles that nobody fills yet."""
        return tuple(role for role in self.open_roles if role.filled_by_id is None)

    @property
    def missing(self) -> int:
        """How many gaps there are, open roles included; 0 is complete."""
        return len(self.gaps) + len(self.wanted_roles)

    @property
    def by_sector(self) -> dict[str, int]:
        """How many delegates of each sector."""
        counts: Counter[str] = Counter()
        for member in self.members:
            counts[member.sector] += len(member.delegates)
        return {letter: count for letter, count in counts.items() if count}


@dataclass(frozen=True)
class KeptMember:
    """A member as the file has it; `lasting` ones stay also when no delegate is left."""

    id: int
    winner_id: int
    organisation_id: int | None
    person_id: int | None
    name: str
    sector: str
    role: MemberRole
    lasting: bool = False
    department_id: int | None = None

    @property
    def key(self) -> MemberKey:
        """What the member is known by within its consortium."""
        return member_key(self.organisation_id, self.person_id, self.department_id)


@dataclass(frozen=True)
class Overview:
    """All consortia of a session, who waits, and the problem that a suggestion solves.

    `placed` maps people to the winner whose consortium they are in. `missing_winners` have no
    consortium yet. `instead` says of people of a suggestion where the first one has them, if
    elsewhere.
    """

    consortia: tuple[ConsortiumRow, ...]
    waiting: tuple[Candidate, ...]
    placed: Mapping[int, int]
    problem: Problem
    winners: int
    missing_winners: tuple[int, ...] = ()
    kept: tuple[KeptMember, ...] = ()
    pinned: frozenset[int] = frozenset()
    settled: Mapping[int, ConsortiumRow] = field(default_factory=dict)
    instead: Mapping[int, str] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many people there are to place."""
        return len(self.problem.candidates)

    @property
    def wished(self) -> int:
        """How many have said a wish."""
        return sum(bool(one.choices) for one in self.problem.candidates)

    @property
    def first_wishes(self) -> int:
        """How many have their first wish."""
        return self._served(lambda rank: rank == 0)

    @property
    def any_wishes(self) -> int:
        """How many have one of their wishes."""
        return self._served(lambda rank: rank is not None)

    def _served(self, counts: Callable[[int | None], bool]) -> int:
        wished = [one for one in self.problem.candidates if one.choices]
        return sum(counts(rank_of(one, self.placed.get(one.person_id))) for one in wished)
