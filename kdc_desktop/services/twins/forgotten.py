"""Who was forgotten here stays forgotten: the version there is read as if they had been there."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table

from kdc_desktop.domain.kit.names import Names
from kdc_desktop.model.base import Personal, personal
from kdc_desktop.services.twins.words import KINDS, TwinRow, Version, links_of
from kdc_desktop.storage.parting import Parting

_OF_PEOPLE = (Personal.NAME, Personal.ABOUT, Personal.TEXT)


def is_removed_here(parting: Parting, here: Version, key: Any) -> bool:
    """Whether somebody whom both knew has been removed here."""
    if key in here.rows["person"] or key not in parting.here.get("person", {}):
        return False
    return not parting.there.get("person", {}).get(key, False)


def forget_there(here: Version, there: Version, gone_up: Mapping[Any, Any]) -> None:
    """Put the pseudonyms of here in the place of names, in all that was read of the version there.

    Nothing is written to it.
    """
    for key, row in here.rows["person"].items():
        other = there.rows["person"].get(key)
        if other is None or row["name"] == other["name"]:
            continue
        if _is_pseudonym(row, _numbers(key, gone_up)) and row["created_at"] == other["created_at"]:
            _forget(there, key, row)


def _numbers(key: Any, gone_up: Mapping[Any, Any]) -> set[str]:
    """That of somebody, and of everybody they went up in."""
    found: set[Any] = set()
    while key is not None and key not in found:
        found.add(key)
        key = gone_up.get(key)
    return {str(number) for number in found}


def _is_pseudonym(row: TwinRow, numbers: set[str]) -> bool:
    """In whatever language it was given: a name that holds their number, with nothing about them.

    Who was known twice is called by the number of who stays.
    """
    return not row["email"] and not row["phone"] and not numbers.isdisjoint(row["name"].split())


def _forget(there: Version, key: Any, known: TwinRow) -> None:
    names = Names({there.rows["person"][key]["name"]})
    for kind in KINDS:
        table = kind.entity.__table__
        assert isinstance(table, Table)
        kinds = {column.name: personal(column) for column in table.c}
        columns = {name: kinds[name] for name in kinds if kinds[name] in _OF_PEOPLE}
        to_people = [name for name, to in links_of(table).items() if to == "person"]
        rows = there.rows[kind.table]
        if kind.table == "person":
            rows[key] = {**rows[key], **{name: known[name] for name in columns}}
        for number, row in rows.items():
            if kind.table == "person" and number == key:
                continue
            theirs = any(row[name] == key for name in to_people)
            namesake = kind.table == "person"  # keeps the name
            new = {
                name: "" if theirs and what is Personal.ABOUT else _masked(names, what, said, known)
                for name, what in columns.items()
                if isinstance(said := row[name], str) and not (namesake and what is Personal.NAME)
            }
            if any(row[name] != text for name, text in new.items()):
                rows[number] = {**row, **new}


def _masked(names: Names, what: Personal | None, said: str, known: TwinRow) -> str:
    pseudonym = str(known["name"])
    if what is Personal.NAME and names.is_one(said):
        return pseudonym
    return names.replaced(said, pseudonym)
