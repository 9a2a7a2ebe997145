"""What the rows of a club file are called, and what their columns say, for people."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Table, select

from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.gains.way_words import WAY_WORDS
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.obstacles import kinds as obstacle_kinds
from kdc_desktop.domain.obstacles import steps as obstacle_steps
from kdc_desktop.domain.offers.kind_words import END_WORDS, FIT_WORDS, KIND_WORDS
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.people.sizes import SIZE_WORDS
from kdc_desktop.domain.seating.kind_words import ROUND_WORDS, SEAT_WORDS
from kdc_desktop.domain.visions.state_words import (
    ENGAGEMENT_WORDS,
    EVENT_WORDS,
    RESERVATION_WORDS,
    SERVED_WORDS,
)
from kdc_desktop.i18n import Text, _, date_text, listed, moment_text, titled
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.services.attendance.roles import ROLE_TITLES
from kdc_desktop.services.attendance.sheets import ATTENDANCE_STATES
from kdc_desktop.services.people.consents import CONSENT_TITLES
from kdc_desktop.services.polls.sheets import POLL_STATES
from kdc_desktop.services.sessions.sheets import SESSION_STATES
from kdc_desktop.services.twins.kinds import TwinKind
from kdc_desktop.services.twins.kinds_of_evenings import OF_EVENINGS
from kdc_desktop.services.twins.kinds_of_going import OF_GOING
from kdc_desktop.services.twins.kinds_of_years import OF_YEARS
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
    STATE_WORDS,
    EVENT_WORDS,
    SERVED_WORDS,
    ENGAGEMENT_WORDS,
    obstacle_kinds.KIND_WORDS,
    obstacle_steps.EVENT_WORDS,
    KIND_WORDS,
    END_WORDS,
    FIT_WORDS,
    SIZE_WORDS,
    WAY_WORDS,
    ROUND_WORDS,
    SEAT_WORDS,
)
# With the enum, because members of two that say the same are equal.
_WORDS = {(type(word), word): text for words in _MAPPINGS for word, text in words.items()}


KINDS = (*OF_EVENINGS, *OF_YEARS, *OF_GOING)
"""What is compared, in the order in which it is told. Never papers, marks or the voter roll, and
no places on the board."""

KIND_OF = {kind.table: kind for kind in KINDS}


class Version:
    """One of the two, with the rows of every kind by table and key."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.rows = {kind.table: _read(snapshot, kind) for kind in KINDS}

    def not_revealed(self) -> Iterator[tuple[str, Any]]:
        """What is answered that nobody is shown yet, and reservations with it: table and key."""
        askings = self.rows["asking"].items()
        still_open = {key: row for key, row in askings if row["revealed_at"] is None}
        since = {row["vision_id"]: row["opened_at"] for row in still_open.values()}
        for key, row in self.rows["position"].items():
            if row["asking_id"] in still_open:
                yield "position", key
        hidden = {
            key
            for key, row in self.rows["reservation"].items()
            if row["vision_id"] in since
            and (row["opened_at"] >= since[row["vision_id"]] or not self._is_told(row))
        }
        yield from (("reservation", key) for key in hidden)
        for key, row in self.rows["reservation_step"].items():
            if row["asking_id"] in still_open or row["reservation_id"] in hidden:
                yield "reservation_step", key

    def _is_told(self, reservation: TwinRow) -> bool:
        """Whether it lies within an answer of its member that was revealed, as in the ledgers."""
        askings, at = self.rows["asking"], reservation["opened_at"]
        for one in self.rows["position"].values():
            if any(one[name] != reservation[name] for name in ("member_id", "vision_id")):
                continue
            asking = askings.get(one["asking_id"], {"revealed_at": None})
            is_told = asking["revealed_at"] and asking["opened_at"] <= at
            if (one["asking_id"] is None or is_told) and one["at"] >= at:
                return True
        return False

    def title(self, table: str, key: Any) -> str:
        """What a row is called; empty where there is none."""
        row = self.rows[table].get(key)
        if row is None:
            return ""
        words = (self.word(table, name, row[name]) for name in KIND_OF[table].title)
        return shortened(" · ".join(word for word in words if word), _LONGEST)

    def word(self, table: str, name: str, value: Any) -> str:
        """What a column says."""
        target = links_of(KIND_OF[table].entity.__table__).get(name)
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


@cache
def links_of(table: Any) -> dict[str, str]:
    """The columns of a table that link to what is compared, with the tables they link to."""
    assert isinstance(table, Table)
    return {
        column.name: key.column.table.name
        for column in table.c
        for key in column.foreign_keys
        if key.column.table.name in KIND_OF
    }
