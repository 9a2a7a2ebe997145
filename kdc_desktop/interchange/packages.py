"""Writes tables for other programs: a folder of CSV files, or one JSON file.

Both come with a description that programs know, a Data Package (datapackage.org): what each column
holds, of which type, from which words, and which keys there are. Names of tables and columns and
the words that are chosen from are the same in every language. Text that a spreadsheet would take
for a formula has an apostrophe before it in CSV; taking one apostrophe away where there is one
gives every text as it was written.
"""

import csv
import datetime
import json
import os
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import TextIO

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.files import replacing
from kdc_desktop.interchange.formulas import armed
from kdc_desktop.interchange.package_schema import NAME, About, described, names_of
from kdc_desktop.interchange.workbook_order import in_reading_order
from kdc_desktop.interchange.workbook_values import Table, TellRows
from kdc_desktop.workplaces import discard, passing

DESCRIPTION = "datapackage.json"  # untranslated: the name that programs look for
_READ_ME = "README.txt"  # untranslated: a name that people look for
Stopped = Callable[[], bool]


def write_json(
    path: Path,
    about: About,
    tables: Sequence[Table],
    progress: TellRows | None = None,
    cancelled: Stopped | None = None,
) -> bool:
    """Writes one file: the description, with the rows of each table in it as objects.

    False when `cancelled()` became true and nothing was written. Raises UserError when the file
    cannot be written.
    """
    told = described(about, tables)
    named = zip(told["resources"], map(in_reading_order, tables), strict=True)
    for count, (resource, table) in enumerate(named):
        if _goes_on(tables, count, progress, cancelled) is False:
            return False
        names = names_of(table.columns)
        del resource["path"], resource["dialect"], resource["encoding"]
        resource["data"] = [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows]
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False, indent=1)
    _goes_on(tables, len(tables), progress, None)
    return True


def write_csv(
    path: Path,
    about: About,
    tables: Sequence[Table],
    progress: TellRows | None = None,
    cancelled: Stopped | None = None,
) -> bool:
    """Writes a folder with a CSV file for each table, their description, and a read-me.

    A folder that was written before is replaced. False when `cancelled()` became true and nothing
    was written. Raises UserError when it cannot be written, or when something else lies there.
    """
    see_that_it_is_ours(path)
    told = described(about, tables)
    try:
        with passing(path) as fresh:
            fresh.mkdir(mode=0o700)
            named = zip(told["resources"], map(in_reading_order, tables), strict=True)
            for count, (resource, table) in enumerate(named):
                if _goes_on(tables, count, progress, cancelled) is False:
                    return False
                with (fresh / resource["path"]).open("w", encoding="utf-8", newline="") as file:
                    _write_rows(file, table)
            schema = json.dumps(told, ensure_ascii=False, indent=1)
            (fresh / DESCRIPTION).write_text(schema, encoding="utf-8")
            (fresh / _READ_ME).write_text(told["description"] + "\n", encoding="utf-8")
            _move(fresh, path)
    except OSError as error:
        raise UserError(
            _(
                "“{file}” could not be written ({reason}). Make room or choose another folder.",
                file=path.name,
                reason=error.strerror or str(error),
            )
        ) from error
    _goes_on(tables, len(tables), progress, None)
    return True


def see_that_it_is_ours(path: Path) -> None:
    """Raises UserError where something lies that a folder of CSV files must not replace."""
    if not path.parent.is_dir():
        raise UserError(
            _("There is no folder “{folder}”. Choose another one.", folder=str(path.parent))
        )
    if not os.path.lexists(path):
        return
    if path.is_dir() and not path.is_symlink() and _holds_only_ours(path):
        return
    raise UserError(
        _(
            "“{folder}” holds something else and was left alone. Name a folder that is not there.",
            folder=path.name,
        )
    )


def _holds_only_ours(folder: Path) -> bool:
    """Whether nothing lies there, or what we have written and nothing beside it."""
    try:
        names = {file.name for file in folder.iterdir()}
        if not names:
            return True
        told = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        written = {resource["path"] for resource in told["resources"]}
        return bool(told["name"] == NAME and names <= {*written, DESCRIPTION, _READ_ME})
    except (OSError, ValueError, TypeError, KeyError):  # no description, or one of another shape
        return False


def _move(fresh: Path, path: Path) -> None:
    if path.exists():
        with passing(path) as before:
            path.rename(before)
            try:
                fresh.rename(path)
            except OSError:
                before.rename(path)
                raise
            discard(before)
    else:
        fresh.rename(path)


def _goes_on(
    tables: Sequence[Table],
    done: int,
    progress: TellRows | None,
    cancelled: Stopped | None,
) -> bool:
    """Tells how many rows are written; whether to go on."""
    if cancelled is not None and cancelled():
        return False
    if progress is not None:
        rows = [len(table.rows) for table in tables]
        progress(sum(rows[:done]), sum(rows))
    return True


def _write_rows(file: TextIO, table: Table) -> None:
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names_of(table.columns))
    writer.writerows([_in_csv(value) for value in row] for row in table.rows)


def _in_csv(value: object) -> object:
    if isinstance(value, str):
        return armed(value.replace("\0", ""))
    if isinstance(value, bool):
        return "true" if value else "false"
    return _plain(value)


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, datetime.date):  # a datetime, too, which has its zone with it
        return value.isoformat()
    return str(value) if isinstance(value, Enum) else value
