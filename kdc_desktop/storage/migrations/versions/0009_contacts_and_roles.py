"""Who has said that contacts are shared, which a setting held; what a member was before."""

import json
import sqlite3
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from kdc_desktop.instants import instant_from
from kdc_desktop.storage import files

revision, down_revision = "0009", "0008"

_SETTING = "contacts_shared_"  # and the id of a consortium
_SETTINGS = "SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM setting"
_STEPS = """
SELECT change.id, change.entry_id, change.table_name, CAST(change.row_key AS BLOB),
    CAST(change.before AS BLOB), CAST(change.after AS BLOB), CAST(entry.at AS BLOB),
    entry.undone_at IS NOT NULL, entry.undoable
FROM journal_change AS change JOIN journal_entry AS entry ON entry.id = change.entry_id
WHERE change.table_name = 'setting' OR (change.table_name = 'consortium' AND change.after IS NULL)
ORDER BY change.id
"""
_RETOLD = """
UPDATE journal_change SET table_name = 'consortium', row_key = ?, before = ?, after = ?
WHERE id = ?
"""
# Undo passes over a step that has changed nothing.
_EMPTIED = """
UPDATE journal_entry SET undoable = 0
WHERE id = ? AND NOT EXISTS (SELECT 1 FROM journal_change WHERE entry_id = journal_entry.id)
"""


def upgrade() -> None:
    """Add columns in place and a table; what settings said of consortia stands in their rows.

    A table that a damaged file lacks is left to whoever mends it.
    """
    bind = op.get_bind()
    _add_role_step()
    if not sa.inspect(bind).has_table("consortium"):
        return
    op.add_column("consortium", sa.Column("contacts_shared_at", sa.DateTime(), nullable=True))
    said_by = sa.Column("contacts_said_by", sa.Text(), server_default="", nullable=False)
    op.add_column("consortium", said_by)
    connection = files.raw(bind)
    since, gone = _retell_steps(connection)
    settings = _take_over_settings(connection, since)
    moved = context.config.attributes.get("moved")
    if moved is not None:
        moved.update({"setting": settings, "journal_change": gone})


def _add_role_step() -> None:
    op.create_table(
        "role_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("was", "role")),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_role_step_member_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_step")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_role_step_member_id", "role_step", ["member_id"])


def _retell_steps(connection: sqlite3.Connection) -> tuple[dict[int, str | None], int]:
    """Let the steps that wrote such a setting tell of the row, so that they are still undone.

    By consortium since when contacts are shared, and how many lines were left with nothing to tell.
    """
    told: dict[int, str | None] = {}  # as it is by now
    live: dict[int, str | None] = {}  # as it is once all is redone that can be
    gone = 0
    for line in connection.execute(_STEPS).fetchall():
        key, entry_id, table, row_key, before, after, at, undone, undoable = line
        consortium_id = _consortium(row_key, table)
        if consortium_id is None:
            continue
        if table == "consortium":
            if live.get(consortium_id):
                _complete(connection, key, before, live[consortium_id])
            continue
        sides = _shared(before), _shared(after)
        was = live.get(consortium_id) if sides[0] else None
        now = _instant(at) if sides[1] else None
        gone += _retell(connection, key, entry_id, consortium_id, was, now)
        if not undone:
            told[consortium_id] = now
        if not undone or undoable:
            live[consortium_id] = now
    return told, gone


def _retell(
    connection: sqlite3.Connection,
    key: int,
    entry_id: int,
    consortium_id: int,
    was: str | None,
    now: str | None,
) -> int:
    """One line of the journal; 1 where it has nothing to tell of the row, and goes."""
    if was == now:
        connection.execute("DELETE FROM journal_change WHERE id = ?", (key,))
        connection.execute(_EMPTIED, (entry_id,))
        return 1
    images = (json.dumps({"contacts_shared_at": side}) for side in (was, now))
    connection.execute(_RETOLD, (json.dumps({"id": consortium_id}), *images, key))
    return 0


def _complete(connection: sqlite3.Connection, key: int, before: bytes, since: str | None) -> None:
    """A consortium that was removed comes back with what was said of it."""
    image = _loaded(before)
    if image is not None:
        whole = json.dumps({**image, "contacts_shared_at": since}, ensure_ascii=False)
        connection.execute("UPDATE journal_change SET before = ? WHERE id = ?", (whole, key))


def _take_over_settings(connection: sqlite3.Connection, since: dict[int, str | None]) -> int:
    """Write into the rows what the settings say, and take those away; how many that were.

    Where the journal does not know since when, it is since the consortium was formed.
    """
    names = []
    for name, value in connection.execute(_SETTINGS).fetchall():
        consortium_id = _of_name(name.decode("utf-8", "replace") if name else "")
        if consortium_id is None:
            continue
        names.append(name)
        if value == b"true":
            connection.execute(
                "UPDATE consortium SET contacts_shared_at = coalesce(?, created_at) WHERE id = ?",
                (since.get(consortium_id), consortium_id),
            )
    gone = "DELETE FROM setting WHERE CAST(name AS BLOB) = ?"
    connection.executemany(gone, [(name,) for name in names])
    return len(names)


def _consortium(row_key: bytes, table: str) -> int | None:
    """Which consortium a line is about; None where it is about something else."""
    told = _loaded(row_key) or {}
    if table == "consortium":
        key = told.get("id")
        return key if type(key) is int else None
    name = told.get("name")
    return _of_name(name) if isinstance(name, str) else None


def _of_name(name: str) -> int | None:
    key = name.removeprefix(_SETTING)
    is_one = name.startswith(_SETTING) and key.isascii() and key.isdecimal() and len(key) < 19
    return int(key) if is_one else None


def _shared(image: bytes | None) -> bool:
    return (_loaded(image) or {}).get("value") == "true"


def _instant(at: bytes) -> str | None:
    try:
        return instant_from(at.decode()).kept()
    except (ValueError, OverflowError):
        return None


def _loaded(text: bytes | None) -> dict[str, Any] | None:
    try:
        told = json.loads(text) if text else None
    except (ValueError, TypeError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
