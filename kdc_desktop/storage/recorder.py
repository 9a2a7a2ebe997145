"""Watches one edit and remembers each row's image before and after it."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, Delete, Table, Update, event, inspect
from sqlalchemy.orm import InstanceState, ORMExecuteState, Session, UOWTransaction

from kdc_desktop.model import JournalChange, JournalEntry
from kdc_desktop.storage import images, links
from kdc_desktop.storage.images import Image

_OWN_TABLES = {JournalEntry.__tablename__, JournalChange.__tablename__}


class Recorder:
    """What one edit did: `rows` maps (table, key) to its two images, `touched` table to keys."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, Any], tuple[Image | None, Image | None]] = {}
        self.touched: dict[str, set[Any]] = {}
        self.session_id: int | None = None
        self.entry_id: int | None = None  # of the journal, once it is written
        self.finishing: list[Callable[[Connection], None]] = []
        self._before: dict[int, Image] = {}

    def look_before(self, session: Session) -> None:
        """Remember the rows that a flush is about to change or delete."""
        for entity in [*session.dirty, *session.deleted]:
            state = inspect(entity)
            self._before[id(entity)] = images.committed_image(session.connection, state)

    def look_after(self, session: Session) -> None:
        """Compare them with what the flush has written."""
        # A row that goes may come again under the same key in the same flush.
        for entity in session.deleted:
            self._note(entity, self._before[id(entity)], None)
        for entity in [*session.dirty, *session.new]:
            image = images.current_image(session.connection, inspect(entity))
            self._note(entity, self._before.get(id(entity)), image)
        self._before.clear()

    def _note(self, entity: Any, before: Image | None, after: Image | None) -> None:
        state: InstanceState[Any] = inspect(entity)
        table = state.mapper.local_table
        assert isinstance(table, Table)
        if table.name in _OWN_TABLES or before == after:
            return
        known = after if after is not None else before
        assert known is not None
        row_key = known[next(iter(table.primary_key)).name]
        self.touched.setdefault(table.name, set()).add(row_key)
        column = links.session_column(table)
        if self.session_id is None and column is not None:
            self.session_id = known[column.name]
        if table.info.get("journal", True):
            place = (table.name, row_key)
            first = self.rows[place][0] if place in self.rows else before
            self.rows[place] = (first, after)

    def changes(self) -> Iterable[tuple[str, str, str | None, str | None]]:
        """Table, key, before and after for `journal_change`.

        Images are whole where a row was made or deleted, else only the columns that differ.
        """
        for (table_name, row_key), (before, after) in self.rows.items():
            if before == after:
                continue
            if before is not None and after is not None:
                moved = [name for name, value in after.items() if before[name] != value]
                before = {name: before[name] for name in moved}
                after = {name: after[name] for name in moved}
            yield (
                table_name,
                images.dump({images.key_of(_table(table_name)).name: row_key}),
                None if before is None else images.dump(before),
                None if after is None else images.dump(after),
            )


def _table(name: str) -> Table:
    return JournalEntry.metadata.tables[name]


class RecordedSession(Session):
    """The session of an edit; its recorder sees every flush."""

    recorder: Recorder


@event.listens_for(RecordedSession, "before_flush")
def _look_before(session: RecordedSession, _context: UOWTransaction, _objects: Any) -> None:
    session.recorder.look_before(session)


@event.listens_for(RecordedSession, "after_flush")
def _look_after(session: RecordedSession, _context: UOWTransaction) -> None:
    session.recorder.look_after(session)


@event.listens_for(RecordedSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    """Rows of the journal's tables are changed one by one, or undo would not know of them."""
    statement = state.statement
    if isinstance(statement, Update | Delete):
        table = statement.table
        assert isinstance(table, Table)
        assert not table.info.get("journal", True), f"bulk SQL on {table.name} escapes the journal"
