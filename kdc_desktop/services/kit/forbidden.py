"""Rows that no verb leaves behind: what finds them in a club file, and what is said of each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kdc_desktop.i18n import Fillable
from kdc_desktop.model import Base
from kdc_desktop.storage.checking import Glance
from kdc_desktop.storage.faults import has_columns


class Forbidden(NamedTuple):
    """Rows that must not be there: the tables read, what finds their keys, and what is told."""

    tables: tuple[str, ...]
    found: str
    told: Fillable


def forbidden_in(connection: Glance, rules: Iterable[Forbidden]) -> Iterator[str]:
    """A sentence for each row that one of the rules forbids."""
    for rule in rules:
        if has_tables(connection, *rule.tables):
            for (key,) in connection.execute(rule.found):
                yield str(rule.told.filled(row=str(key)))


def has_tables(connection: Glance, *tables: str) -> bool:
    """An older file is brought up to date when it is opened, and looked over then."""
    return all(has_columns(connection, Base.metadata.tables[name]) for name in tables)
