"""Reads rows of a Data Package by its schema, and says what does not keep to it."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

Package = dict[str, Any]
Row = dict[str, Any]


def faults_of(package: Package) -> list[str]:
    """What of the tables in a package is not as its schema says, by table and column."""
    return [
        f"{resource['name']}: {fault}"
        for resource in package["resources"]
        for fault in (*_of_rows(resource), *_of_keys(resource, package))
    ]


def _of_rows(resource: Row) -> Iterator[str]:
    fields = resource["schema"]["fields"]
    for field in fields:
        if not (field["title"] and field["description"]):
            yield f"{field['name']} is not described"
    for row in resource["data"]:
        if list(row) != [field["name"] for field in fields]:
            yield f"other columns: {list(row)}"
            return
        for field in fields:
            if not _keeps_to(field, row[field["name"]]):
                yield f"{field['name']} is {row[field['name']]!r}"


def _keeps_to(field: Row, value: object) -> bool:
    limits = field.get("constraints", {})
    if value is None or (value == "" and not limits.get("required")):
        return not limits.get("required")
    return (
        _is_of(field, value)
        and value in limits.get("enum", [value])
        and limits.get("minimum", value) <= value <= limits.get("maximum", value)
    )


def _is_of(field: Row, value: object) -> bool:
    match field["type"]:
        case "string":
            return isinstance(value, str) and value != ""
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "date":
            return isinstance(value, str) and str(date.fromisoformat(value)) == value
    return _is_moment(field, value)


def _is_moment(field: Row, value: object) -> bool:
    """With its distance from UTC, in a zone that the schema names."""
    if not isinstance(value, str) or not re.search(r"[+-]\d\d:\d\d$", value):
        return False
    datetime.strptime(value, field["format"])
    return field["timeZones"] != [] and "" not in field["timeZones"]


def _of_keys(resource: Row, package: Package) -> Iterator[str]:
    rows, schema = resource["data"], resource["schema"]
    key = schema.get("primaryKey", [])
    if key and len({tuple(row[name] for name in key) for row in rows}) != len(rows):
        yield f"{key} is no key"
    for link in schema.get("foreignKeys", ()):
        owner = next(r for r in package["resources"] if r["name"] == link["reference"]["resource"])
        there = {row[name] for row in owner["data"] for name in link["reference"]["fields"]}
        (column,) = link["fields"]
        if gone := {row[column] for row in rows} - there - {None}:
            yield f"{column} leads to no row of {owner['name']}: {sorted(gone)[:3]}"
