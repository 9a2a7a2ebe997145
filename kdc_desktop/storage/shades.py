"""What a faulty file looks like to who only reads: stand-ins where values are not allowed.

Where the model forbids what a table holds, a temporary view of the same name lies over the table.
It shows what stands in for each such value, and leaves out rows that nothing can stand for. So no
list, slide, sheet or picture ever meets a value that it could not show, and a sound file pays
nothing but the look at it. Who writes sees the file as it is, and is told in a sentence.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Table

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.model import Base, JournalChange
from kdc_desktop.storage import faults
from kdc_desktop.storage.value_functions import teach
from kdc_desktop.storage.values import ValueRule, in_a_row, quoted

_MOST = 1000  # that are counted


@dataclass(frozen=True)
class Shades:
    """The views that lie over a faulty file, and how many values they stand in for."""

    views: tuple[str, ...] = ()
    count: int = 0
    first: str = ""

    def lay_over(self, connection: sqlite3.Connection) -> None:
        """Let a connection that only reads see the stand-ins."""
        if self.views:
            teach(connection)
            for view in self.views:
                connection.execute(view)

    def told(self, path: Path) -> str:
        """What is said where a file has such values."""
        return ngettext(
            "{count} value of {file} cannot be used and is shown as far as possible: {first} "
            "Mend a copy with “kdc-desktop check --repair”, or open a backup.",
            "{count} values of {file} cannot be used and are shown as far as possible: {first} "
            "Mend a copy with “kdc-desktop check --repair”, or open a backup.",
            self.count,
            file=path.name,
            first=self.first,
        )

    def refusal(self, path: Path) -> str:
        """What is said where something that is done meets such a value."""
        return _(
            "This meets a value of {file} that cannot be used, so nothing was changed: {first} "
            "Mend a copy with “kdc-desktop check --repair”, or open a backup.",
            file=path.name,
            first=self.first,
        )


def shades_of(path: Path, connect: Callable[[], sqlite3.Connection]) -> Shades:
    """What has to lie over a file.

    Raises:
        UserError: a table or a column is missing, or there is one too many.
    """
    with closing(connect()) as connection:
        _refuse_other_tables(connection, path)
        teach(connection)
        found = [*views_over(connection)]
        if not found:
            return Shades()
        told = list(islice(_told(connection), _MOST))
        return Shades(tuple(found), max(1, len(told)), told[0] if told else "")


def _told(connection: sqlite3.Connection) -> Iterator[str]:
    for table, rules in _tables(connection):
        with suppress(sqlite3.DatabaseError):
            yield from (fault.sentence for fault in faults.faults_in(connection, table, rules))


def _refuse_other_tables(connection: sqlite3.Connection, path: Path) -> None:
    known = {table.name: set(table.c.keys()) for table in Base.metadata.sorted_tables}
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
    )
    names = [name for (name,) in connection.execute(asked) if name != "alembic_version"]
    found = {name: _columns(connection, name) for name in names}
    if found != known:
        strange = min(name for name in {*found, *known} if found.get(name) != known.get(name))
        raise UserError(
            _(
                "The table {table} of {file} is not as KDC Desktop makes it. Open the newest "
                "backup, or mend a copy with “kdc-desktop check --repair”.",
                table=strange,
                file=path.name,
            )
        )


def _columns(connection: sqlite3.Connection, name: str) -> set[str]:
    told = connection.execute(f"PRAGMA main.table_info({quoted(name)})")
    return {column for _number, column, *_more in told}


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[Table, tuple[ValueRule, ...]]]:
    for table, rules in faults.tables_of(connection):
        # Lines of the journal are looked at one by one where they are read, and votes are many.
        if table is not JournalChange.__table__ and table.info.get("journal", True):
            yield table, rules


def views_over(connection: sqlite3.Connection) -> Iterator[str]:
    """The statements that make the views."""
    thinned: set[str] = set()  # tables of which rows are left out
    for table, rules in _tables(connection):
        orphans = [rule for rule in rules if rule.is_key and _targets(rule) & thinned]
        if not orphans and not _is_faulty(connection, table, rules):
            continue
        broken = [rule for rule in rules if faults.is_broken(connection, table, rule)]
        keys = [rule for rule in (*orphans, *broken) if rule.is_key]
        if keys:
            thinned.add(table.name)
        columns = in_a_row(_shown(connection, table, rule, rule in broken) for rule in rules)
        only = " AND ".join(rule.sound for rule in keys) or "1"
        yield (
            f"CREATE TEMP VIEW {quoted(table.name)} AS SELECT {columns} "  # noqa: S608 - names of the model
            f"FROM main.{quoted(table.name)} AS o WHERE {only}"
        )


def _is_faulty(connection: sqlite3.Connection, table: Table, rules: tuple[ValueRule, ...]) -> bool:
    try:
        return faults.is_faulty(connection, table, rules)
    except sqlite3.DatabaseError:
        return False  # a damaged page is told when somebody reads it


def _targets(rule: ValueRule) -> set[str]:
    return {key.column.table.name for key in rule.column.foreign_keys}


def _shown(connection: sqlite3.Connection, table: Table, rule: ValueRule, broken: bool) -> str:
    circles = faults.circles(connection, table, rule)
    if circles:
        (key,) = table.primary_key.columns
        rows = in_a_row(str(*fault.key) for fault in circles)
        sound = f"{rule.sound} AND o.{quoted(key.name)} NOT IN ({rows})"
    elif broken and not rule.is_key:
        sound = rule.sound
    else:
        return f"o.{rule.name} AS {rule.name}"
    return f"CASE WHEN {sound} THEN o.{rule.name} ELSE {rule.stand_in} END AS {rule.name}"
