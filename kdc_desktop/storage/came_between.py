"""What came between a step and its redo, and would be shown with what the step shows.

A reveal that was undone lets answers come in again. Done once more it would show those as well, of
which nobody has decided that they are revealed; so it stays undone, and is to be made anew.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select

from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.storage import images
from kdc_desktop.storage.kept_rows import kept_of
from kdc_desktop.storage.next_steps import Step

_LATER = (
    select(
        JournalEntry.actor,
        JournalEntry.actor_key,
        JournalChange.row_key,
        JournalChange.before,
        *LABEL_AS_KEPT,
    )
    .join(JournalChange, JournalChange.entry_id == JournalEntry.id)
    .where(
        JournalChange.table_name == bindparam("table_name"),
        JournalEntry.id > bindparam("entry"),
        JournalEntry.undone_at.is_(None),
    )
    .order_by(JournalEntry.id.desc())
)


def came_between(
    connection: Connection, step: Step, touched: Mapping[Table, Collection[Any]]
) -> Any:
    """The last change after the step of a row that is shown with one of those touched; or None."""
    for table, keys in touched.items():
        if shows := kept_of(table.name).shows:
            found = next(_changed(connection, step, shows, set(keys)), None)
            if found is not None:
                return found
    return None


def _changed(
    connection: Connection, step: Step, shows: tuple[str, str], keys: set[Any]
) -> Iterator[Any]:
    name, link = shows
    table = Base.metadata.tables[name]
    own = images.key_of(table)
    there = set(connection.scalars(select(own).where(table.c[link].in_(keys))))
    for later in connection.execute(_LATER, {"table_name": name, "entry": step.entry_id}):
        try:
            row_key, before = images.load_all(table, [later.row_key, later.before])
        except (KeyError, images.UnreadableImageError):
            yield later
            continue
        if (row_key or {}).get(own.name) in there or (before or {}).get(link) in keys:
            yield later
