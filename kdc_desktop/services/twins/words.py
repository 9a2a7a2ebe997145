"""What the rows of a club file are called, and what their columns say, for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Table, select

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.visions.state_words import RESERVATION_WORDS
from kdc_desktop.i18n import Text, _, date_text, lazy, listed, moment_text, titled
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import (
    Attendance,
    Base,
    Cluster,
    Commitment,
    Consent,
    Consortium,
    Delegate,
    Department,
    Idea,
    Interest,
    Member,
    OpenRole,
    Option,
    Organisation,
    Person,
    Poll,
    Position,
    Reading,
    Reservation,
    Session,
    Stage,
    Vision,
    Winner,
)
from kdc_desktop.services.attendance.roles import ROLE_TITLES
from kdc_desktop.services.attendance.sheets import ATTENDANCE_STATES
from kdc_desktop.services.people.consents import CONSENT_TITLES
from kdc_desktop.services.polls.sheets import POLL_STATES
from kdc_desktop.services.sessions.sheets import SESSION_STATES
from kdc_desktop.services.twins.rows import TwinNoun
from kdc_desktop.storage import Snapshot

TwinRow = Mapping[str, Any]
_LONGEST = 200
_MAPPINGS: tuple[Mapping[Any, Text], ...] = (
    ROLE_WORDS,
    ROLE_TITLES,
    ATTENDANCE_STATES,
    POLL_STATES,
    SESSION_STATES,
    RESERVATION_WORDS,
    CONSENT_TITLES,
)
# With the enum, because members of two that say the same are equal.
_WORDS = {(type(word), word): text for words in _MAPPINGS for word, text in words.items()}


@dataclass(frozen=True)
class TwinKind:
    """Rows of one table: columns that name a row, and those that are compared, with captions."""

    noun: TwinNoun
    entity: type[Base]
    title: tuple[str, ...]
    said: Mapping[str, Text]

    @property
    def table(self) -> str:
        """The name of the table."""
        return str(self.entity.__tablename__)


_NOTES, _SECTOR = lazy("Notes"), lazy("Sector")
_OF_ORGANISATION = {"sector": _SECTOR, "sector_guessed": lazy("Sector guessed"), "notes": _NOTES}
_ORGANISATION, _ROLE = lazy("Organisation"), lazy("Role")
_CONSENT = {"given": lazy("Given"), "source": lazy("Known from")}
_STATE, _TRASHED = lazy("State"), lazy("In the trash since")
KINDS = (
    TwinKind(
        TwinNoun.SESSIONS,
        Session,
        ("title",),
        {
            "starts_at": lazy("Begins"),
            "place": lazy("Place"),
            "goal": lazy("Goal"),
            "status": lazy("Status"),
            "trashed_at": _TRASHED,
        },
    ),
    TwinKind(
        TwinNoun.SESSIONS,
        Stage,
        ("title", "session_id"),
        {
            "prompt": lazy("Prompt"),
            "notes": _NOTES,
            "planned_minutes": lazy("Minutes"),
            "started_at": lazy("Began"),
            "ended_at": lazy("Ended"),
        },
    ),
    TwinKind(
        TwinNoun.PEOPLE,
        Person,
        ("name",),
        {
            "email": lazy("E-mail"),
            "organisation_id": _ORGANISATION,
            "department_id": lazy("Department"),
            "notes": _NOTES,
            "phone": lazy("Phone"),
            "job_title": lazy("Job title"),
            "interests": lazy("Interests"),
        },
    ),
    TwinKind(TwinNoun.PEOPLE, Consent, ("person_id", "kind", "at"), _CONSENT),
    TwinKind(TwinNoun.ORGANISATIONS, Organisation, ("name",), _OF_ORGANISATION),
    TwinKind(TwinNoun.ORGANISATIONS, Department, ("name", "organisation_id"), {}),
    TwinKind(
        TwinNoun.ATTENDANCE,
        Attendance,
        ("person_id", "session_id"),
        {"role": _ROLE, "state": _STATE, "arrived_at": lazy("Arrived")},
    ),
    TwinKind(
        TwinNoun.IDEAS,
        Idea,
        ("text",),
        {
            "author_id": lazy("Author"),
            "author_text": lazy("Author as imported"),
            "cluster_id": lazy("Cluster"),
            "parent_id": lazy("Merged into"),
            "trashed_at": _TRASHED,
            "details": lazy("Details"),
            "tags": lazy("Tags"),
            "minutes": lazy("Minutes given back a day"),
            "link": lazy("Link"),
        },
    ),
    TwinKind(TwinNoun.CLUSTERS, Cluster, ("name", "session_id"), {}),
    TwinKind(
        TwinNoun.POLLS,
        Poll,
        ("question",),
        {
            "state": _STATE,
            "opened_at": lazy("Opened"),
            "closed_at": lazy("Closed"),
            "revealed_at": lazy("Revealed"),
            "trashed_at": _TRASHED,
        },
    ),
    TwinKind(TwinNoun.POLLS, Option, ("title", "poll_id"), {}),
    TwinKind(TwinNoun.WINNERS, Winner, ("title", "session_id"), {}),
    TwinKind(
        TwinNoun.INTERESTS,
        Interest,
        ("person_id", "winner_id"),
        {
            "choice": lazy("Choice"),
            "role": _ROLE,
            "offers": lazy("Offers"),
            "needs": lazy("Needs"),
        },
    ),
    TwinKind(
        TwinNoun.CONSORTIA,
        Consortium,
        ("name",),
        {"confirmed_at": lazy("Confirmed"), "let_go_at": lazy("Let go")},
    ),
    TwinKind(
        TwinNoun.CONSORTIA,
        Member,
        ("organisation_id", "person_id", "consortium_id"),
        {"role": _ROLE},
    ),
    TwinKind(TwinNoun.CONSORTIA, Delegate, ("person_id", "member_id"), {}),
    TwinKind(
        TwinNoun.CONSORTIA,
        OpenRole,
        ("title", "consortium_id"),
        {"sector": _SECTOR, "filled_by_id": lazy("Filled by")},
    ),
    TwinKind(TwinNoun.VISIONS, Vision, ("text", "consortium_id"), {"note": lazy("What changed")}),
    TwinKind(TwinNoun.VISIONS, Reading, ("text", "member_id"), {}),
    TwinKind(
        TwinNoun.POSITIONS,
        Position,
        ("member_id", "vision_id"),
        {
            "level": lazy("Level"),
            "reason": lazy("Reason"),
            "would_move": lazy("What would move it one step"),
        },
    ),
    TwinKind(
        TwinNoun.POSITIONS,
        Reservation,
        ("text", "member_id"),
        {"state": _STATE, "owner": lazy("Owner"), "answer": lazy("Answer")},
    ),
    TwinKind(
        TwinNoun.COMMITMENTS,
        Commitment,
        ("what", "member_id"),
        {"due_on": lazy("Due"), "done_at": lazy("Done")},
    ),
)
"""What is compared, in the order in which it is told. Never papers, marks or the voter roll, and
no places on the board."""

KIND_OF = {kind.table: kind for kind in KINDS}


class Version:
    """One of the two, with the rows of every kind by table and key."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.rows = {kind.table: _read(snapshot, kind) for kind in KINDS}

    def title(self, table: str, key: Any) -> str:
        """What a row is called; empty where there is none."""
        row = self.rows[table].get(key)
        if row is None:
            return ""
        words = (self.word(table, name, row[name]) for name in KIND_OF[table].title)
        return shortened(" · ".join(word for word in words if word), _LONGEST)

    def word(self, table: str, name: str, value: Any) -> str:
        """What a column says."""
        target = _links(KIND_OF[table].entity.__table__).get(name)
        if target is not None:
            return self.title(target, value) if value is not None else ""
        if name == "sector":
            return name_of(value) if value else ""
        return plain_word(value)

    def said(self, table: str, key: Any) -> dict[str, str]:
        """What is compared of a row, in words, by column; what it is called is among it."""
        row, kind = self.rows[table][key], KIND_OF[table]
        names = (*kind.title, *kind.said)
        return {name: self.word(table, name, row[name]) for name in names}


def plain_word(value: Any) -> str:
    """A value for people."""
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case StrEnum():
            return str(_WORDS.get((type(value), value), value.value))
        case Instant():
            return moment_text(value.in_zone(laptop_zone()))
        case datetime():
            return moment_text(value)
        case date():
            return date_text(value)
        case _:
            return str(value)


def captioned(table: str, words: Mapping[str, str]) -> str:
    """Columns in words, with what they are: “E-mail: aino@example.org, Notes: …”."""
    captions = KIND_OF[table].said
    return listed(
        titled(str(captions[name]), shortened(word, _LONGEST)) if name in captions else word
        for name, word in words.items()
        if word
    )


def _read(snapshot: Snapshot, kind: TwinKind) -> dict[Any, TwinRow]:
    table = kind.entity.__table__
    names = table.c.keys()
    found = snapshot.connection().execute(select(table).order_by("id"))
    return {row.id: dict(zip(names, row, strict=True)) for row in found}


def _links(table: Any) -> dict[str, str]:
    assert isinstance(table, Table)
    return {
        column.name: key.column.table.name
        for column in table.c
        for key in column.foreign_keys
        if key.column.table.name in KIND_OF
    }
