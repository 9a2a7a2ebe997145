"""What came between a step and its redo, and would be shown with what the step shows.

A reveal that was undone lets answers come in again, and what others answered before it be taken
back. Done once more it would show something else than it showed, of which nobody has decided that
it is revealed; so it stays undone, and is to be made anew.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, or_, select
from sqlalchemy.orm import aliased

from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.model.base import REVEALED
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.storage import images
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.kept_rows import kept_of
from kdc_desktop.storage.next_steps import Step

Images = Mapping[Any, Image | None]
_ITSELF = aliased(JournalEntry)
_UNDONE = select(_ITSELF.undone_at).where(_ITSELF.id == bindparam("entry")).scalar_subquery()
_LATER = (
    select(
        JournalEntry.actor,
        JournalEntry.actor_key,
        JournalChange.row_key,
        JournalChange.before,
        JournalChange.after,
        *LABEL_AS_KEPT,
    )
    .join(JournalChange, JournalChange.entry_id == JournalEntry.id)
    .where(
        JournalChange.table_name == bindparam("table_name"),
        or_(
            and_(JournalEntry.id > bindparam("entry"), JournalEntry.undone_at.is_(None)),
            and_(JournalEntry.id < bindparam("entry"), JournalEntry.undone_at >= _UNDONE),
        ),
    )
    .order_by(JournalEntry.id.desc())
)


def came_between(
    connection: Connection, step: Step, sides: Mapping[Table, tuple[Images, Images]]
) -> Any:
    """The last change since the step of a row that is shown with one that it reveals; or None.

    Args:
        sides: by table and key, what the step found in the rows that it changed, and left.
    """
    for table, (before, after) in sides.items():
        shows = kept_of(table.name).shows
        keys = {key for key in after if _reveals(before[key], after[key])}
        if shows and keys:
            found = next(_changed(connection, step, shows, keys), None)
            if found is not None:
                return found
    return None


def _reveals(before: Image | None, after: Image | None) -> bool:
    was, becomes = (None if row is None else row.get(REVEALED) for row in (before, after))
    return was is None and becomes is not None


def _changed(
    connection: Connection, step: Step, shows: tuple[str, str], keys: set[Any]
) -> Iterator[Any]:
    name, link = shows
    table = Base.metadata.tables[name]
    own = images.key_of(table)
    there = set(connection.scalars(select(own).where(table.c[link].in_(keys))))
    for later in connection.execute(_LATER, {"table_name": name, "entry": step.entry_id}):
        try:
            row_key, *sides = images.load_all(table, [later.row_key, later.before, later.after])
        except (KeyError, images.UnreadableImageError):
            yield later
            continue
        if (row_key or {}).get(own.name) in there or any(
            (side or {}).get(link) in keys for side in sides
        ):
            yield later
