"""Mend what can be mended of a club file, on a copy: the original stays as it is.

All that can be read is poured into a new file, row by row. A value that the model does not allow
gives way to what stands in for it, as it does on the screens; a row goes only where nothing can
stand in for what it belongs to. Whatever else the old file holds, such as triggers, stays behind.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, nfillable
from kdc_desktop.model import Base, JournalChange
from kdc_desktop.storage import faults, files, mending_journal, migrating, values
from kdc_desktop.storage.checking import Check, check_database
from kdc_desktop.storage.failures import is_of_where_it_is_written
from kdc_desktop.storage.faults import Fault
from kdc_desktop.storage.opening import APPLICATION_ID, make
from kdc_desktop.storage.sole_use import claim
from kdc_desktop.storage.strangers import harden, strange_in
from kdc_desktop.storage.value_functions import teach
from kdc_desktop.storage.values import ValueRule, in_a_row, quoted
from kdc_desktop.workplaces import make_private, passing

_POURED = "0007"  # from here on versions only add columns and tables, which pouring does itself
_LOST = nfillable(
    "A part of {table} cannot be read; {count} row of it was kept.",
    "A part of {table} cannot be read; {count} rows of it were kept.",
)


@dataclass
class Mended:
    """What was done, and what is still wrong, each in sentences."""

    done: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def mend(path: Path, target: Path, checks: Iterable[Check] = ()) -> Mended:
    """Write a mended copy of a club file to a free name.

    Raises:
        UserError: there is something at `target`, or nothing of the file can be read.
    """
    if target.exists() or target.is_symlink():
        raise UserError(
            _("{file} exists already. Choose another name for the mended copy.", file=target.name)
        )
    mended = Mended()
    with claim(target), passing(target) as old, passing(target) as new:
        try:
            _copy_of(path, old, mended)
            make(new)
            _pour(old, new, mended)
        except (sqlite3.Error, OSError, UnicodeError) as error:
            raise _beyond(path, target, error) from error
        mended.left += check_database(new, checks)
        files.put_in_place(new, target)
    return mended


def _beyond(path: Path, target: Path, error: Exception) -> UserError:
    if is_of_where_it_is_written(error):
        return UserError(
            _(
                "There is no room for the mended copy {copy}, so {file} could not be looked over. "
                "It is as it was: free some space, or name another disk, then mend again.",
                copy=target.name,
                file=path.name,
            )
        )
    return UserError(
        _(
            "{file} cannot be mended: {reason}. Open its newest backup instead.",
            file=path.name,
            reason=str(error),
        )
    )


def _copy_of(path: Path, old: Path, mended: Mended) -> None:
    """The file page by page, without what is a stranger's, and in the newest form."""
    make_private(old)
    with (
        closing(files.look_into(path)) as source,
        closing(sqlite3.connect(old, isolation_level=None)) as copy,
    ):
        if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise UserError(_("{file} belongs to another program.", file=path.name))
        source.backup(copy)
        harden(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        strange = list(strange_in(copy))
        if strange:
            mended.done += [_("{what} was left out.", what=what) for what in strange]
            copy.execute("PRAGMA writable_schema = ON")
            copy.execute(
                "DELETE FROM sqlite_master WHERE type NOT IN ('table', 'index') OR rootpage < 1"
            )
            copy.execute("PRAGMA writable_schema = RESET")
    try:
        version = migrating.version_of(old)
    except UserError:
        mended.done.append(_("It did not say which version wrote it; the newest was taken."))
        return
    migrating.refuse_newer(old)
    if version < _POURED:
        migrating.migrate(path, old)
    if version != migrating.HEAD:
        mended.done.append(_("It was brought up to date from version {version}.", version=version))


def _pour(old: Path, new: Path, mended: Mended) -> None:
    with (
        closing(files.connect(old)) as source,
        closing(sqlite3.connect(new, isolation_level=None)) as target,
    ):
        harden(target)
        teach(source)
        teach(target)
        target.execute("BEGIN IMMEDIATE")
        wrong: list[Fault] = []
        for table in Base.metadata.sorted_tables:
            rules = _rules_there(source, table)
            if rules:
                wrong += _faults(source, table, rules)
                _pour_table(source, target, table, rules, mended)
            else:
                mended.done.append(
                    _("The table {table} was missing; it is empty.", table=table.name)
                )
        _mend_links(target, mended)
        mended.done += [_what_became(target, fault) for fault in wrong if _is_told(fault)]
        mended.done += mending_journal.mend_journal(target)
        _keep_numbers(source, target)
        target.execute("COMMIT")


def _rules_there(source: sqlite3.Connection, table: Table) -> tuple[ValueRule, ...]:
    told = source.execute(f"PRAGMA main.table_xinfo({quoted(table.name)})").fetchall()
    there = {column[1] for column in told if column[6] == 0}  # plain ones, which compute nothing
    rules = tuple(rule for rule in values.rules_of(table) if rule.column.name in there)
    keys = {column.name for column in table.primary_key}
    return rules if keys <= there else ()


def _faults(source: sqlite3.Connection, table: Table, rules: tuple[ValueRule, ...]) -> list[Fault]:
    try:
        return list(faults.faults_in(source, table, rules))
    except sqlite3.DatabaseError:
        return []  # of what cannot be read nothing can be told


def _pour_table(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    table: Table,
    rules: tuple[ValueRule, ...],
    mended: Mended,
) -> None:
    missing = [rule for rule in values.rules_of(table) if rule not in rules]
    names = in_a_row(rule.name for rule in (*rules, *missing))
    places = in_a_row("?" * len(rules))
    empty = "".join(f", ({_of_nothing(rule)})" for rule in missing)
    put = f"INSERT OR IGNORE INTO {quoted(table.name)} ({names}) VALUES ({places}{empty})"  # noqa: S608 - names of the model
    kept, whole = 0, True
    for row in _rows(source, table, rules):
        if row is None:
            whole = False
            continue
        kept += 1
        if target.execute(put, row).rowcount < 1:
            key = listed(map(str, row[: len(table.primary_key.columns)]))
            mended.done.append(
                _(
                    "Row {row} of {table} was there twice, or in part; one is left.",
                    row=key,
                    table=table.name,
                )
            )
    if not whole:
        mended.done.append(str(_LOST.having(table=table.name).filled(count=kept)))


def _rows(
    source: sqlite3.Connection, table: Table, rules: tuple[ValueRule, ...]
) -> Iterator[tuple[Any, ...] | None]:
    """The rows with what stands in for values; None where some cannot be read."""
    number = "o.rowid" if table.dialect_options["sqlite"]["with_rowid"] else None
    shown = in_a_row((number or "0", *(_shown(rule) for rule in rules)))
    asked = f"SELECT {shown} FROM main.{quoted(table.name)} AS o NOT INDEXED WHERE 1"  # noqa: S608 - names of the model
    last = -(2**63)
    try:
        for where, *row in source.execute(f"{asked} ORDER BY {number or 1}"):
            last = where
            yield tuple(row)
        return
    except sqlite3.DatabaseError:
        yield None
    if number is None:
        return
    with suppress(sqlite3.DatabaseError):  # from the other end, as far as that can be read
        for _where, *row in source.execute(
            f"{asked} AND {number} > ? ORDER BY {number} DESC", (last,)
        ):
            yield tuple(row)


def _of_nothing(rule: ValueRule) -> str:
    """What stands in for a value that is missing altogether."""
    return f"SELECT {rule.stand_in} FROM (SELECT NULL AS {rule.name}) AS o"  # noqa: S608 - names of the model


def _shown(rule: ValueRule) -> str:
    name = f"o.{rule.name}"
    if rule.column.foreign_keys:
        return f"CASE WHEN typeof({name}) = 'integer' THEN {name} END"
    if rule.column.primary_key:
        return name
    return f"CASE WHEN {rule.sound} THEN {name} ELSE {rule.stand_in} END"


def _mend_links(target: sqlite3.Connection, mended: Mended) -> None:
    """Let links to nothing go, and the rows that can have none, as often as that makes others."""
    for table, rules in faults.tables_of(target):
        for rule in rules:
            for fault in faults.circles(target, table, rule):
                _let_go(target, rule, fault, mended)
    found = True
    while found:
        found = False
        for table, rules in faults.tables_of(target):
            for rule in (rule for rule in rules if rule.column.foreign_keys):
                for fault in list(faults.broken(target, table, rule)):
                    found = True
                    _let_go(target, rule, fault, mended)


def _is_told(fault: Fault) -> bool:
    """Links and lines of the journal are told where they are mended."""
    return not fault.is_link and fault.table is not JournalChange.__table__


def _let_go(target: sqlite3.Connection, rule: ValueRule, fault: Fault, mended: Mended) -> None:
    table, name = quoted(fault.table.name), quoted(fault.column.name)
    where = " AND ".join(f"{quoted(key.name)} = ?" for key in fault.table.primary_key)
    if not rule.is_key:
        target.execute(f"UPDATE {table} SET {name} = NULL WHERE {where}", fault.key)  # noqa: S608 - names of the model
        mended.done.append(_("{fault} It belongs to none now.", fault=fault.sentence))
    else:
        target.execute(f"DELETE FROM {table} WHERE {where}", fault.key)  # noqa: S608 - names of the model
        mended.done.append(_("{fault} The row was taken out.", fault=fault.sentence))


def _what_became(target: sqlite3.Connection, fault: Fault) -> str:
    table, name = quoted(fault.table.name), quoted(fault.column.name)
    where = " AND ".join(f"{quoted(key.name)} = ?" for key in fault.table.primary_key)
    found = target.execute(f"SELECT {name} FROM {table} WHERE {where}", fault.key).fetchone()  # noqa: S608 - names of the model
    if found is None:
        return _("{fault} The row was taken out.", fault=fault.sentence)
    if found[0] in (None, ""):
        return _("{fault} It is empty now.", fault=fault.sentence)
    return _(
        "{fault} It is “{now}” now.",
        fault=fault.sentence,
        now=faults.legible(str(found[0]).encode()),
    )


def _keep_numbers(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """No number of a row is given twice, not even of one that is gone."""
    try:
        told = source.execute("SELECT name, max(seq) FROM sqlite_sequence GROUP BY name").fetchall()
    except sqlite3.DatabaseError:
        return
    for name, highest in told:
        if isinstance(highest, int) and highest < 2**53:
            target.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (highest, name)
            )
