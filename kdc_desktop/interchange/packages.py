"""Writes tables for other programs: a folder of CSV files, or one JSON file.

Both come with a description that programs know, a Data Package (datapackage.org): the columns with
their types and keys. Text that a spreadsheet would take for a formula has an apostrophe before it
in CSV; taking one apostrophe away where there is one gives every text as it was written.
"""

import csv
import datetime
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, current, titled
from kdc_desktop.interchange.files import replacing
from kdc_desktop.interchange.formulas import armed
from kdc_desktop.interchange.workbook_order import in_reading_order
from kdc_desktop.interchange.workbook_values import Column, Kind, Table, TellRows
from kdc_desktop.workplaces import discard, passing

_NAME = "kdc-desktop-export"
DESCRIPTION = "datapackage.json"  # untranslated: the name that programs look for
_READ_ME = "README.txt"  # untranslated: a name that people look for
_MOMENT = "%Y-%m-%dT%H:%M:%S"
_TYPES = {
    Kind.TEXT: "string",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.DATETIME: "datetime",
    Kind.PERCENT: "number",
    Kind.ID: "integer",
    Kind.BOOL: "boolean",
}

Stopped = Callable[[], bool]
About = Sequence[tuple[str, str]]


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
    described = _described(about, tables)
    named = zip(described["resources"], map(in_reading_order, tables), strict=True)
    for count, (resource, table) in enumerate(named):
        if _goes_on(tables, count, progress, cancelled) is False:
            return False
        names = _names(table.columns)
        del resource["path"], resource["dialect"], resource["encoding"]
        resource["data"] = [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows]
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8") as file:
        json.dump(described, file, ensure_ascii=False, indent=1)
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
    described = _described(about, tables)
    try:
        with passing(path) as fresh:
            fresh.mkdir(mode=0o700)
            named = zip(described["resources"], map(in_reading_order, tables), strict=True)
            for count, (resource, table) in enumerate(named):
                if _goes_on(tables, count, progress, cancelled) is False:
                    return False
                with (fresh / resource["path"]).open("w", encoding="utf-8", newline="") as file:
                    _write_rows(file, table)
            told = json.dumps(described, ensure_ascii=False, indent=1)
            (fresh / DESCRIPTION).write_text(told, encoding="utf-8")
            (fresh / _READ_ME).write_text(described["description"] + "\n", encoding="utf-8")
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
        return bool(told["name"] == _NAME and names <= {*written, DESCRIPTION, _READ_ME})
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
    writer.writerow(_names(table.columns))
    writer.writerows([_in_csv(value) for value in row] for row in table.rows)


def _in_csv(value: object) -> object:
    if isinstance(value, str):
        return armed(value.replace("\0", ""))
    if isinstance(value, bool):
        return "true" if value else "false"
    return _plain(value)


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, datetime.datetime):
        return value.strftime(_MOMENT)
    return value.isoformat() if isinstance(value, datetime.date) else value


def _described(about: About, tables: Sequence[Table]) -> dict[str, Any]:
    """The description of a Data Package with these tables."""
    told = [titled(label, text) for label, text in about]
    told.append(
        _(
            "In the CSV files a text that begins like a formula has an apostrophe before it, and "
            "so has one that begins with an apostrophe: take one away to have it as it was."
        )
    )
    ordered = [in_reading_order(table) for table in tables]
    owners = _owners(ordered)
    return {
        "profile": "tabular-data-package",
        "name": _NAME,
        "title": about[0][1] if about else "",
        "description": "\n".join(told),
        "language": current(),
        "resources": [_resource(table, owners) for table in ordered],
    }


def _owners(tables: Sequence[Table]) -> dict[str, Table]:
    """By entity: the table of which one id is the key."""
    found: dict[str, Table] = {}
    for table in tables:
        own = [column for column in table.columns if column.own]
        if len(own) == 1:
            found.setdefault(own[0].entity, table)
    return found


def _resource(table: Table, owners: dict[str, Table]) -> dict[str, Any]:
    names = _names(table.columns)
    schema: dict[str, Any] = {
        "fields": list(_fields(table, names)),
        "missingValues": [""],
    }
    own = [name for name, column in zip(names, table.columns, strict=True) if column.own]
    if own:
        schema["primaryKey"] = own
    links = [
        _link(name, owners[column.entity])
        for name, column in zip(names, table.columns, strict=True)
        if column.entity in owners and (owners[column.entity] is not table or name not in own)
    ]
    if links:
        schema["foreignKeys"] = links
    return {
        "name": table.name.lower(),
        "title": str(table.title),
        "description": "\n".join((str(table.purpose), *table.notes)).strip(),
        "profile": "tabular-data-resource",
        "path": f"{table.name}.csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": schema,
    }


def _link(name: str, owner: Table) -> dict[str, Any]:
    (key,) = (
        known
        for known, column in zip(_names(owner.columns), owner.columns, strict=True)
        if column.own
    )
    return {"fields": [name], "reference": {"resource": owner.name.lower(), "fields": [key]}}


def _fields(table: Table, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    for place, (name, column) in enumerate(zip(names, table.columns, strict=True)):
        kind = _TYPES[column.kind]
        if column.kind is Kind.ID and any(isinstance(row[place], str) for row in table.rows):
            kind = "string"
        field: dict[str, Any] = {"name": name, "title": str(column.title), "type": kind}
        if column.kind is Kind.DATETIME:
            field["format"] = _MOMENT
        yield field


def _names(columns: Sequence[Column]) -> list[str]:
    """Names of columns for programs: the English titles, the same in every language."""
    taken: set[str] = set()
    names = []
    for column in columns:
        name = first = re.sub(r"\W+", "_", _english(column.title).lower()).strip("_") or "column"
        number = 1
        while name in taken:
            number += 1
            name = f"{first}_{number}"
        taken.add(name)
        names.append(name)
    return names


def _english(title: Text | str) -> str:
    if isinstance(title, str) or title.values is None:
        return title if isinstance(title, str) else title.message
    return title.message.format(**{name: str(value) for name, value in title.values})
