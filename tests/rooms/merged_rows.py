"""Rows that hang on two who become one: put in and read again."""

from typing import Any

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Base,
)
from kdc_desktop.services.people.organisations import (
    add_department,
    add_organisation,
)
from kdc_desktop.storage import Database


def put(database: Database, *rows: Base) -> list[int]:
    with database.edit(lazy("Put rows")) as edit:
        edit.add_all(rows)
        edit.flush()
        return [row.id for row in rows]  # type: ignore[attr-defined]  # each has one


def rows_of(database: Database, entity: Any, *names: str) -> list[Any]:
    with database.read() as snapshot:
        found = snapshot.execute(
            select(*(getattr(entity, name) for name in names)).order_by(entity.id)
        )
        return [tuple(row) for row in found]


def two_organisations(database: Database) -> tuple[int, int, dict[str, int]]:
    """Who goes and who stays, and their departments by name."""
    gone, stays = (add_organisation(database, name, "C") for name in ("Harbour", "North"))
    parts = {name: add_department(database, gone, name) for name in ("Roads", "Water")}
    return gone, stays, {**parts, "roads": add_department(database, stays, "roads")}
