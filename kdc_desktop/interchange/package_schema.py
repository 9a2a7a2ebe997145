"""Describes tables to other programs, as a Data Package: what each column holds and keeps to."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Any

from kdc_desktop.i18n import Text, _, current, titled
from kdc_desktop.interchange.workbook_order import in_reading_order
from kdc_desktop.interchange.workbook_values import Column, Kind, Table

NAME = "kdc-desktop-export"
_MOMENT = "%Y-%m-%dT%H:%M:%S%z"
_TYPES = {
    Kind.TEXT: "string",
    Kind.NUMBER: "integer",
    Kind.DECIMAL: "number",
    Kind.DATE: "date",
    Kind.DATETIME: "datetime",
    Kind.PERCENT: "number",
    Kind.ID: "integer",
    Kind.BOOL: "boolean",
}

About = Sequence[tuple[str, str]]


def described(about: About, tables: Sequence[Table]) -> dict[str, Any]:
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
        "name": NAME,
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
    names = names_of(table.columns)
    schema: dict[str, Any] = {
        "fields": list(_fields(table, names)),
        "missingValues": [""],
    }
    own = [name for name, column in zip(names, table.columns, strict=True) if column.own]
    if own and all(column.filled for column in table.columns if column.own):
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
        for known, column in zip(names_of(owner.columns), owner.columns, strict=True)
        if column.own
    )
    return {"fields": [name], "reference": {"resource": owner.name.lower(), "fields": [key]}}


def _fields(table: Table, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    for place, (name, column) in enumerate(zip(names, table.columns, strict=True)):
        field: dict[str, Any] = {
            "name": name,
            "title": str(column.title),
            "description": _meaning(column),
            "type": "string" if column.long else _TYPES[column.kind],
        }
        if column.kind is Kind.DATETIME:
            moments = (row[place] for row in table.rows)
            zones = {at.tzinfo for at in moments if isinstance(at, datetime.datetime)}
            field |= {"format": _MOMENT, "timeZones": sorted(map(_called, zones))}
        if column.words:
            words = [{"value": str(key), "label": str(word)} for key, word in column.words]
            field["categories"] = words
        if limits := _limits(column):
            field["constraints"] = limits
        yield field


def _meaning(column: Column) -> str:
    """What a column holds; of an id, whose it is."""
    if column.means or not column.entity:
        return str(column.means)
    if column.own:
        return _("The number that this row has for ever; no other row is given it again.")
    return _("The number of a row of another table, or of this one, that it belongs to.")


def _limits(column: Column) -> dict[str, Any]:
    """What every value of a column keeps to."""
    limits: dict[str, Any] = {"required": True} if column.filled else {}
    if column.words:
        limits["enum"] = [str(key) for key, _word in column.words]
    if column.kind is Kind.PERCENT:
        limits |= {"minimum": 0, "maximum": 1}
    return limits


def _called(zone: datetime.tzinfo | None) -> str:
    return "" if zone is None else getattr(zone, "key", None) or str(zone)


def names_of(columns: Sequence[Column]) -> list[str]:
    """Names of columns for programs: the English titles, the same in every language."""
    taken: set[str] = set()
    names = []
    for column in columns:
        title = column.key or _english(column.title)
        name = first = re.sub(r"\W+", "_", title.lower()).strip("_") or "column"
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
