"""What people are handed by the nouns above them, joined in `services.joined`."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kdc_desktop.i18n import Text
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.services.kit.source import Source
from kdc_desktop.storage import Edit, Snapshot


class Visits(NamedTuple):
    """How many sessions somebody was present at, and when the newest of them began."""

    sessions: int
    last_seen: datetime


VisitsOf = Callable[[Snapshot, int | None], Mapping[int, Visits]]
"""The visits of one person, or with None of everybody who came; by the id of the person."""

Remark = Callable[[PeopleSheet], Iterable[str]]
"""What there is to say of a sheet of people, in sentences."""


def _nothing_to_let_go(_edit: Edit, _person_id: int) -> None:
    """For a noun that keeps nothing of people but what is on record."""


@dataclass(frozen=True)
class PersonTrail:
    """What a noun keeps of people.

    `keeps` says that somebody is on record there, so that they cannot be removed. `named` are
    those whom the rows of sessions name. `let_go` takes along what is no record when somebody is
    removed.
    """

    keeps: Callable[[Snapshot, int], bool]
    named: Callable[[Source], Collection[int]]
    let_go: Callable[[Edit, int], None] = _nothing_to_let_go


@dataclass(frozen=True)
class OrganisationTrail:
    """What a noun keeps of organisations: `refusal` gets the name of one and says why it stays."""

    keeps: Callable[[Snapshot, int], bool]
    refusal: Callable[[str], Text]


@dataclass(frozen=True)
class PeopleJoins:
    """What is known of people and organisations above, and said of the sheets they come in."""

    visits_of: VisitsOf
    person_trails: tuple[PersonTrail, ...]
    organisation_trails: tuple[OrganisationTrail, ...]
    remarks: tuple[Remark, ...]
