"""What people are handed by the nouns above them, joined in `services.joined`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from kdc_desktop.i18n import Fillable, Text
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.services.people.sayings import Saying, SayingsOf
from kdc_desktop.storage import Edit, Snapshot

BothMet = TypeVar("BothMet")


class Visits(NamedTuple):
    """How many sessions somebody was present at, and when the newest of them began."""

    sessions: int
    last_seen: datetime


VisitsOf = Callable[[Snapshot, int | None], Mapping[int, Visits]]
"""The visits of one person, or with None of everybody who came; by the id of the person."""


@dataclass(frozen=True)
class VisitsBadge:
    """The visits of people; `tables` are those they are read from."""

    tables: frozenset[str]
    of: VisitsOf


SheetRemark = Callable[[PeopleSheet], Iterable[str]]
"""What there is to say of a sheet of people, in sentences."""


@dataclass(frozen=True)
class SayingsTrail:
    """Where it is kept what people say in lists that they offer and need.

    `keep` notes what is new of each by their ids, said in a session or in none.
    """

    of: SayingsOf
    keep: Callable[[Edit, Mapping[int, Sequence[Saying]], int | None, Instant], None]


@dataclass(frozen=True)
class SheetJoins:
    """What the nouns above say of sheets of people, and keep of them."""

    remarks: tuple[SheetRemark, ...]
    sayings: SayingsTrail


@dataclass(frozen=True)
class LooseTrail:
    """Rows of a table that name a person and keep them only sometimes; rows of others always do.

    `keeps` says that somebody is on record there, so that they cannot be removed; `take_along`
    takes the rows along when they are.
    """

    table: str
    keeps: Callable[[Snapshot, int], bool]
    take_along: Callable[[Edit, int], None]


@dataclass(frozen=True)
class OrganisationTrail:
    """What a noun keeps of organisations and, by `keeps_part`, of their departments.

    `refusal` gets the name of one and says why it stays.
    """

    keeps: Callable[[Snapshot, int], bool]
    refusal: Callable[[str], Text]
    keeps_part: Callable[[Snapshot, int], bool]


class OrganisationsMet(NamedTuple):
    """Two organisations that become the second one; `parts` are the departments of the first that
    become departments which the second has."""

    gone_id: int
    stays_id: int
    parts: Mapping[int, int]

    def part(self, department_id: int | None) -> int | None:
        """Which department it is from then on."""
        return None if department_id is None else self.parts.get(department_id, department_id)


class PeopleMet(NamedTuple):
    """Two people who are one: the second is who stays."""

    gone_id: int
    stays_id: int


@dataclass(frozen=True)
class MergeTrail(Generic[BothMet]):
    """What a noun keeps of two that become one.

    `bring` has it lead to the one that stays, `told` says before what will become of it, in
    sentences, and `check` raises a `UserError` where it cannot be.
    """

    bring: Callable[[Edit, BothMet], None]
    told: Callable[[Snapshot, BothMet], Iterable[str]] = lambda _snapshot, _met: ()
    check: Callable[[Snapshot, BothMet], None] = lambda _snapshot, _met: None


@dataclass(frozen=True)
class PeopleJoins:
    """What is known of people and organisations above, and of the sheets they come in.

    `traces`: by the table whose rows lead to a person, what they keep somebody by, in words.
    """

    visits: VisitsBadge
    loose_trails: tuple[LooseTrail, ...]
    organisation_trails: tuple[OrganisationTrail, ...]
    traces: Mapping[str, Fillable]
    sheets: SheetJoins
    organisation_merges: tuple[MergeTrail[OrganisationsMet], ...] = ()
    people_merges: tuple[MergeTrail[PeopleMet], ...] = ()
