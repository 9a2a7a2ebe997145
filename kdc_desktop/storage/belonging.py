"""What rows and journal tell of people, sessions and edits, whatever nouns there are."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, func, or_, select, union

from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.storage.fast import Quick
from kdc_desktop.storage.images import dump_values, key_of
from kdc_desktop.storage.links import links_to, parent_column, person_table, session_column
from kdc_desktop.storage.new_rows import table_of
from kdc_desktop.storage.told_lines import image_told, key_told, plain_told
from kdc_desktop.storage.transactions import Snapshot

_AT_ONCE = 2000  # keys that one query asks about
_NEWEST = Quick(select(func.max(JournalEntry.id)))


def newest_entry(snapshot: Snapshot) -> int:
    """The number of the journal's newest entry, which grows with every edit; 0 before the first."""
    return _NEWEST.scalar(snapshot) or 0


def rows_naming(snapshot: Snapshot, person_id: int) -> dict[str, int]:
    """How many rows of each table have a link to a person; tables without any are missing."""
    counts: dict[str, int] = {}
    for column in links_to(person_table()):
        found = snapshot.scalar(
            select(func.count()).select_from(column.table).where(column == person_id)
        )
        if found:
            counts[column.table.name] = counts.get(column.table.name, 0) + found
    return counts


def rows_naming_each(snapshot: Snapshot, entity: type[Base], keys: Collection[int]) -> Counter[int]:
    """How many rows have a link to each of these rows of a table."""
    counts: Counter[int] = Counter()
    wanted = list(keys)
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        for column in links_to(table_of(entity)):
            naming = select(column, func.count()).where(column.in_(some)).group_by(column)
            for key, number in snapshot.execute(naming):
                counts[key] += number
    return counts


def unchanged_since_made(
    snapshot: Snapshot, entity: type[Base], keys: Collection[int]
) -> dict[int, int]:
    """Of these rows those that nobody has changed: by key, the journal's entry that made it."""
    table, wanted, found = table_of(entity), list(keys), {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        told = dict(zip(dump_values(key_of(table).name, some), some, strict=True))
        only = (
            select(JournalChange.row_key, func.max(JournalChange.entry_id))
            .join(JournalEntry)
            .where(
                JournalChange.table_name == table.name,
                JournalChange.row_key.in_(told),
                JournalEntry.undone_at.is_(None),
            )
            .group_by(JournalChange.row_key)
            .having(func.count() == 1, func.max(JournalChange.before).is_(None))
        )
        found.update({told[row_key]: entry_id for row_key, entry_id in snapshot.execute(only)})
    return found


def entries_writing(snapshot: Snapshot, entity: type[Base], entry_ids: Collection[int]) -> set[int]:
    """Which of these entries of the journal wrote rows of this table."""
    wanted, found = list(entry_ids), set[int]()
    for at in range(0, len(wanted), _AT_ONCE):
        of_them = JournalChange.entry_id.in_(wanted[at : at + _AT_ONCE])
        written = JournalChange.table_name == table_of(entity).name
        found.update(snapshot.scalars(select(JournalChange.entry_id).where(of_them, written)))
    return found


def people_named(
    snapshot: Snapshot, session_ids: Collection[int], *, outside: bool = False
) -> set[int]:
    """Everybody whom a row of these sessions has a link to, those in the trash too; or also a row
    from `outside` any session."""
    return _named(snapshot, links_to(person_table()), session_ids, outside=outside)


def people_shown(
    snapshot: Snapshot,
    session_ids: Collection[int],
    *,
    there: bool = False,
    outside: bool = False,
) -> set[int]:
    """Everybody whom a row has a link to that is not in the trash; or those of them that were
    `there`: not only named by what somebody signs who need not have come."""
    links = [
        column
        for column in links_to(person_table())
        if not (there and "also_absent" in column.info)
    ]
    return _named(snapshot, links, session_ids, trashed=False, outside=outside)


def people_for_themselves(snapshot: Snapshot) -> set[int]:
    """Everybody who is in something for themselves, in whatever session."""
    found = set[int]()
    for column in links_to(person_table()):
        if "for_themselves" in column.info:
            found.update(snapshot.scalars(select(column).where(column.is_not(None))))
    return found


def rows_named(
    snapshot: Snapshot,
    entity: type[Base],
    session_ids: Collection[int],
    *,
    outside: bool = False,
) -> set[int]:
    """The keys of the rows of a table that a row of these sessions has a link to."""
    return _named(snapshot, links_to(table_of(entity)), session_ids, outside=outside)


def _named(
    snapshot: Snapshot,
    links: Iterable[Column[Any]],
    session_ids: Collection[int],
    *,
    trashed: bool = True,
    outside: bool = False,
) -> set[int]:
    queries = []
    for column in links:
        table, query = column.table, select(column).where(column.is_not(None))
        if not trashed and "trashed_at" in table.c:
            query = query.where(table.c.trashed_at.is_(None))
        while (up := parent_column(table)) is not None and up is not session_column(table):
            (link,) = up.foreign_keys
            query, table = query.join(link.column.table, up == link.column), link.column.table
        if up is not None:
            queries.append(query.where(_is_of(up, session_ids, outside=outside)))
    return set(snapshot.scalars(union(*queries))) if queries else set()


def _is_of(
    of_session: Column[Any], session_ids: Collection[int], *, outside: bool
) -> ColumnElement[bool]:
    """Whether a row is of these sessions, or has been taken up by one, by its own column."""
    conditions = [of_session.in_(session_ids)]
    if outside and "born_there" in of_session.info:
        conditions.append(of_session.is_(None))
    for taken in links_to(of_session.table):
        by_session = session_column(taken.table)
        if "takes_up" in taken.info and by_session is not None:
            found = select(taken).where(by_session.in_(session_ids))
            conditions.append(key_of(of_session.table).in_(found))
    return or_(*conditions)


def sessions_of_entries(snapshot: Snapshot) -> dict[int, int | None]:
    """By id of a journal entry that names no session itself: the session of what it changed.

    None where that is not in the file any more; entries about the club itself are missing.
    """
    tables = Base.metadata.sorted_tables
    journaled = [table for table in tables if table.info.get("journal", True)]
    parts = [table.name for table in journaled if parent_column(table) is not None]
    changes = snapshot.execute(
        select(
            JournalChange.entry_id,
            JournalChange.table_name,
            JournalChange.row_key,
            JournalChange.before,
            JournalChange.after,
        )
        .join(JournalEntry)
        .where(JournalEntry.session_id.is_(None), JournalChange.table_name.in_(parts))
        .order_by(JournalChange.id)
    )
    return _Owners(snapshot, changes).of_entries()


class _Owners:
    """Which session a row belongs to, from the rows in the file and from images of older ones."""

    def __init__(self, snapshot: Snapshot, changes: Iterable[Sequence[Any]]) -> None:
        self._snapshot = snapshot
        self._rows: dict[Table, dict[Any, Any]] = {}
        self._entries: dict[int, tuple[Table, Any]] = {}
        self._images: dict[tuple[Table, Any], Any] = {}
        for entry_id, table_name, row_key, before, after in changes:
            table = Base.metadata.tables[table_name]
            key = key_told(table, row_key)
            self._entries.setdefault(entry_id, (table, key))
            column = parent_column(table)
            assert column is not None
            for image in (before, after):
                told = {} if image is None else image_told(image)
                if column.name in told:
                    self._images[table, key] = plain_told(told[column.name])

    def of_entries(self) -> dict[int, int | None]:
        """By entry, for its first row."""
        return {entry_id: self._session_of(*place) for entry_id, place in self._entries.items()}

    def _session_of(self, table: Table, key: Any) -> int | None:
        column = parent_column(table)
        assert column is not None
        if table not in self._rows:
            found = self._snapshot.execute(select(key_of(table), column))
            self._rows[table] = {row_key: parent for row_key, parent in found}  # noqa: C416  # mypy: rows are no pairs
        parent = self._rows[table].get(key, self._images.get((table, key)))
        if parent is None or column is session_column(table):
            return None if parent is None else int(parent)
        (link,) = column.foreign_keys
        return self._session_of(link.column.table, parent)
