"""Whether the sector of an organisation was only guessed; a setting held that for a while."""

import json
import sqlite3

import sqlalchemy as sa
from alembic import context, op

from kdc_desktop.storage import files

revision, down_revision = "0007", "0006"

_SETTING = "organisation_sectors_guessed"
# That it was added can still be undone: the journal knows the row as it is from now on.
_IN_THE_JOURNAL = (
    "UPDATE journal_change SET after = json_set(after, '$.sector_guessed', json('true')) "
    "WHERE table_name = 'organisation' AND before IS NULL AND row_key = ? AND json_valid(after)"
)


def upgrade() -> None:
    """Add the column in place, as in 0002, and let it say what the setting said."""
    flag = sa.Column("sector_guessed", sa.Boolean(), server_default=sa.text("0"), nullable=False)
    op.add_column("organisation", flag)
    connection = files.raw(op.get_bind())
    guessed = _guessed(connection)
    mark = "UPDATE organisation SET sector_guessed = 1 WHERE id = ?"
    connection.executemany(mark, [(key,) for key in guessed])
    connection.executemany(_IN_THE_JOURNAL, [(json.dumps({"id": key}),) for key in guessed])
    _remove_setting(connection)


def _guessed(connection: sqlite3.Connection) -> list[int]:
    """The ids of which the setting says so; none where there is none, or it says something else."""
    asked = "SELECT CAST(value AS BLOB) FROM setting WHERE name = ?"
    row = connection.execute(asked, (_SETTING,)).fetchone()
    try:
        told = json.loads(row[0]) if row else []
    except (ValueError, TypeError, RecursionError):
        return []
    return [key for key in told if type(key) is int] if isinstance(told, list) else []


def _remove_setting(connection: sqlite3.Connection) -> None:
    """Take it away, and out of the steps that wrote it."""
    gone = {
        "setting": connection.execute("DELETE FROM setting WHERE name = ?", (_SETTING,)),
        "journal_change": connection.execute(
            "DELETE FROM journal_change WHERE table_name = 'setting' AND row_key = ?",
            (json.dumps({"name": _SETTING}),),
        ),
    }
    moved = context.config.attributes.get("moved")
    if moved is not None:
        moved.update({table: cursor.rowcount for table, cursor in gone.items()})
