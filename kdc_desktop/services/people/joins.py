"""What people are handed by the nouns above them, joined in `services.joined`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kdc_desktop.i18n import Fillable, Text
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.storage import Edit, Snapshot


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
    """What a noun keeps of organisations: `refusal` gets the name of one and says why it stays."""

    keeps: Callable[[Snapshot, int], bool]
    refusal: Callable[[str], Text]


@dataclass(frozen=True)
class PeopleJoins:
    """What is known of people and organisations above, and said of the sheets they come in.

    `traces`: by the table whose rows lead to a person, what they keep somebody by, in words.
    """

    visits: VisitsBadge
    loose_trails: tuple[LooseTrail, ...]
    organisation_trails: tuple[OrganisationTrail, ...]
    traces: Mapping[str, Fillable]
    remarks: tuple[SheetRemark, ...]
