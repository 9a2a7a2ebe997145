"""Instants are kept in UTC, in rows and in the journal's images, and a session keeps its zone.

What was kept before is what the laptop's clock showed, in the zone that the laptop is in now: no
other is known. In the hour that comes twice it is the first one, or that of the edit it came from.
"""

import json
import sqlite3
from bisect import bisect_left
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa
from alembic import op

from kdc_desktop.instants import Zone, laptop_zone, name_of

revision, down_revision = "0005", "0004"

INSTANTS = {
    "attendance": ("arrived_at",),
    "commitment": ("done_at", "created_at"),
    "consortium": ("created_at", "confirmed_at", "let_go_at"),
    "idea": ("created_at", "trashed_at"),
    "journal_entry": ("at", "undone_at"),
    "member": ("joined_at",),
    "passage": ("at",),
    "person": ("created_at",),
    "poll": ("created_at", "opened_at", "closed_at", "revealed_at", "trashed_at"),
    "position": ("at",),
    "reservation": ("opened_at", "settled_at"),
    "session": ("went_live_at", "closed_at", "trashed_at"),
    "stage": ("started_at", "ended_at", "paused_at"),
    "vision": ("created_at",),
}


def upgrade() -> None:
    """Rewrite every instant; what cannot be read stays as it is, for `check` to name."""
    op.add_column("session", sa.Column("zone", sa.Text(), nullable=True))
    file = op.get_bind().connection.driver_connection
    zone = laptop_zone()
    clock = _Clock(file, zone)
    name = name_of(zone)
    file.create_function("kdc_utc", 1, clock.utc, deterministic=True)
    file.create_function(
        "kdc_image", 2, lambda table, kept: _image(table, kept, clock, name), deterministic=True
    )
    file.execute("UPDATE session SET zone = ?", (name,))
    for table, columns in INSTANTS.items():
        for column in columns:
            file.execute(
                f'UPDATE "{table}" SET "{column}" = kdc_utc("{column}") '  # noqa: S608 - our names
                f"WHERE typeof(\"{column}\") = 'text'"
            )
    file.executemany("UPDATE journal_entry SET at = ? WHERE id = ?", clock.second_time)
    file.execute("UPDATE journal_entry SET undone_at = at WHERE undone_at < at")
    for side in ("before", "after"):
        file.execute(
            f"UPDATE journal_change "  # noqa: S608 - our names
            f"SET {side} = CAST(kdc_image(table_name, CAST({side} AS BLOB)) AS TEXT) "
            f"WHERE typeof({side}) = 'text'"
        )


class _Clock:
    """What the laptop's clock showed, read as instants."""

    def __init__(self, file: sqlite3.Connection, zone: Zone) -> None:
        self._zone = zone
        self._edits: tuple[list[datetime], list[datetime]] = ([], [])
        """When edits were made in hours that came twice: the first and the second time."""
        self.second_time: list[tuple[str, int]] = []
        """The edits of the second time, each with its instant and its number."""
        self.utc = cache(self._utc)
        self._read_journal(file)

    def _read_journal(self, file: sqlite3.Connection) -> None:
        last = datetime.min.replace(tzinfo=UTC)
        for key, kept in file.execute("SELECT id, CAST(at AS BLOB) FROM journal_entry ORDER BY id"):
            shown = _read((kept or b"").decode("utf-8", "replace"))
            if shown is None:
                continue
            first, second = (self._instant(shown, fold) for fold in (0, 1))
            again = first < last <= second
            if first != second:
                self._edits[again].append(shown)
            if again:
                self.second_time.append((_kept(second), key))
            last = second if again else first
        for edits in self._edits:
            edits.sort()

    def _instant(self, shown: datetime, fold: int) -> datetime:
        return shown.replace(tzinfo=self._zone, fold=fold).astimezone(UTC)

    def _utc(self, kept: str) -> str:
        shown = _read(kept)
        if shown is None:
            return kept
        with suppress(OverflowError):
            return _kept(self._instant(shown, self._fold(shown)))
        return kept

    def _fold(self, shown: datetime) -> int:
        """1 where the edit that came next was made the second time that the clock showed this."""
        first, second = (self._until_next(edits, shown) for edits in self._edits)
        return int(second < first)

    @staticmethod
    def _until_next(edits: list[datetime], shown: datetime) -> timedelta:
        place = bisect_left(edits, shown)
        return edits[place] - shown if place < len(edits) else timedelta.max


def _read(kept: str) -> datetime | None:
    with suppress(ValueError):
        shown = datetime.fromisoformat(kept)
        believed = shown.tzinfo is None and 1 < shown.year < 9999
        return shown.replace(microsecond=0) if believed else None
    return None


def _kept(instant: datetime) -> str:
    return f"{instant.replace(tzinfo=None).isoformat()}Z"


def _image(table: str, kept: bytes, clock: _Clock, zone: str) -> bytes:
    """An image of a row in the journal, or as it is where it is none."""
    with suppress(ValueError, RecursionError):
        image = json.loads(kept)
        if isinstance(image, dict) and table in INSTANTS:
            return _rewritten(table, image, clock, zone)
    return kept


def _rewritten(table: str, image: dict[str, Any], clock: _Clock, zone: str) -> bytes:
    for column in INSTANTS[table]:
        if isinstance(image.get(column), str):
            image[column] = clock.utc(image[column])
    if table == "session" and "starts_at" in image:
        image.setdefault("zone", zone)
    return json.dumps(image, ensure_ascii=False).encode()
