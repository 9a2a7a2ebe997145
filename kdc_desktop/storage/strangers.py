"""A club file from a stranger is data: what in it would act by itself is refused, unrun.

Everything a file is made of stands as SQL in its `sqlite_master`. Before the first row is read,
that is held against the few forms of which the model and the migrations make tables and indexes:
no trigger, view or virtual table, no generated column, check, expression or rule that deletes
along. Reading `sqlite_master` runs none of it.
"""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

LONGEST_VALUE = 200_000_000  # bytes of a value or a statement; a longer one is refused by SQLite
_MOST_PARTS = 1000
_OURS = "SELECT type, name, tbl_name, rootpage, CAST(sql AS BLOB) FROM sqlite_master LIMIT 1001"
_NAME = r'(?:"[a-z_0-9]{1,100}"|[a-z_][a-z_0-9]{0,99})'
_NAMES = rf"\( ?{_NAME}(?: ?, ?{_NAME})* ?\)"
_TYPE = r"(?:integer|bigint|text|varchar ?\( ?\d+ ?\)|double|float|boolean|datetime|date)"
_PLAIN = r"(?:'[a-z_0-9 ]{0,60}'|-?\d{1,18}(?:\.\d+)?|null|true|false)"
_DEFAULT = rf"default (?:\( ?{_PLAIN} ?\)|{_PLAIN})"  # untranslated: SQL
_SAID = rf"(?: (?:not null|null|primary key|autoincrement|{_DEFAULT}))"  # untranslated: SQL
_COLUMN = re.compile(rf"{_NAME} {_TYPE}{_SAID}*")
_LATER = r"(?: deferrable initially deferred)?"  # untranslated: SQL
_RULE = re.compile(
    rf"(?:constraint {_NAME} )?(?:(?:primary key|unique) ?{_NAMES}"
    rf"|foreign key ?{_NAMES} ?references {_NAME} ?{_NAMES}{_LATER})"
)
_TABLE = re.compile(rf"create table ({_NAME}) ?\( ?(.*?) ?\)( without rowid)?", re.DOTALL)
_OF_SOME = rf"(?: where {_NAME} is (?:not )?null)?"  # untranslated: SQL
_INDEX = re.compile(rf"create (?:unique )?index ({_NAME}) on {_NAME} ?{_NAMES}{_OF_SOME}")
_SPLIT = re.compile(r" ?, ?(?![^()]*\))")  # a comma that stands in no parentheses
_SQLITE_OWN = re.compile(r"sqlite_(sequence|stat1|autoindex_\w+)")


def harden(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Let a connection take a file for data; to be called before anything is asked of it."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def refuse_strange(connection: sqlite3.Connection, path: Path) -> None:
    """Say it where a file holds what no version of the program has made.

    Raises:
        UserError: it does; nothing of it was run.
    """
    for what in strange_in(connection):
        raise UserError(
            _(
                "{file} holds {what}, which KDC Desktop never makes and does not run. Ask whoever "
                "gave you the file for the club as it was, or mend a copy of it with "
                "“kdc-desktop check --repair”.",
                file=path.name,
                what=what,
            )
        )


def strange_in(connection: sqlite3.Connection) -> Iterator[str]:
    """The parts of a file that are none of ours, each as kind and name."""
    try:
        parts = connection.execute(_OURS).fetchmany(_MOST_PARTS + 1)
    except UnicodeDecodeError as error:  # what SQLite has to say of it is no text
        raise sqlite3.OperationalError(str(error.reason)) from error
    for kind, name, _table, root, sql in parts:
        if not _is_ours(str(kind), str(name), root, sql):
            yield f"{kind} “{str(name)[:60]}”"
    if len(parts) > _MOST_PARTS:
        yield _("more than {count} tables", count=_MOST_PARTS)


def _is_ours(kind: str, name: str, root: object, sql: bytes | None) -> bool:
    if kind not in ("table", "index") or not isinstance(root, int) or root < 1:
        return False
    if name.startswith("sqlite_"):
        return bool(_SQLITE_OWN.fullmatch(name)) and (kind == "index") is (sql is None)
    if sql is None or len(sql) > 8_000:
        return False
    said = " ".join(sql.decode(errors="replace").lower().split())
    found = (_TABLE if kind == "table" else _INDEX).fullmatch(said)
    if found is None or found[1].strip('"') != name.lower():
        return False
    return kind == "index" or all(
        _COLUMN.fullmatch(part) or _RULE.fullmatch(part) for part in _SPLIT.split(found[2])
    )
