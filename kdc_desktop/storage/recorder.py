"""Watches one edit and remembers each row's image before and after it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Delete, Table, Update, event, inspect
from sqlalchemy.orm import InstanceState, ORMExecuteState, Session, UOWTransaction

from kdc_desktop.model import JournalChange, JournalEntry
from kdc_desktop.storage import images, links
from kdc_desktop.storage.images import Image

Pair = tuple[Image | None, Image | None]
"""What a row was, and is."""
ChangeLine = tuple[str, str, str | None, str | None]
"""Name of the table, key, what the row was and what it is: the last three as JSON."""

_OWN_TABLES = {JournalEntry.__tablename__, JournalChange.__tablename__}


class Recorder:
    """What one edit did: `rows` maps a table's keys to their two images, `touched` names tables."""

    def __init__(self) -> None:
        self.rows: dict[Table, dict[Any, Pair]] = {}
        self.touched: dict[str, set[Any]] = {}
        self.session_id: int | None = None
        self.entry_id: int | None = None  # of the journal, once it is written
        self.finishing: list[Callable[[Connection], None]] = []
        self._before: dict[int, Image] = {}
        self._told: dict[Table, dict[Any, str]] = {}

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
        if before == after:
            return
        pair = _differing(before, after)
        known = after if after is not None else before
        assert known is not None
        column = links.session_column(table)
        sessions = () if column is None else (known[column.name],)
        self.note(table, {known[next(iter(table.primary_key)).name]: pair}, sessions)

    def note(
        self,
        table: Table,
        rows: Mapping[Any, Pair],
        sessions: Iterable[int | None],
        told: Mapping[Any, str] = MappingProxyType({}),
    ) -> None:
        """Remember what rows were and are, by their keys.

        Both images are whole where a row came or went, else they say the columns that differ.
        `sessions` are those that the rows belong to; `told` are images of new ones as JSON, where
        they are known already.
        """
        if table.name in _OWN_TABLES or not rows:
            return
        self.touched.setdefault(table.name, set()).update(rows)
        if self.session_id is None:
            self.session_id = next((one for one in sessions if one is not None), None)
        if not table.info.get("journal", True):
            return
        noted = self.rows.setdefault(table, {})
        again = noted.keys() & rows.keys()
        known = self._told.setdefault(table, {})
        for row_key in again & known.keys():
            del known[row_key]
        known.update((row_key, text) for row_key, text in told.items() if row_key not in again)
        noted |= (
            rows
            if not again
            else {
                row_key: _joined(noted[row_key], pair) if row_key in again else pair
                for row_key, pair in rows.items()
            }
        )

    def changes(self) -> Iterator[ChangeLine]:
        """A line of `journal_change` for each row that is not as it was.

        Images are whole where a row was made or deleted, else only the columns that differ.
        """
        for table, rows in self.rows.items():
            moved = {row_key: pair for row_key, pair in rows.items() if pair[0] != pair[1]}
            name = images.key_of(table).name
            known = self._told[table]
            unknown = (pair for row_key, pair in moved.items() if row_key not in known)
            there = (side for pair in unknown for side in pair if side is not None)
            keys, left = images.dump_values(name, list(moved)), iter(images.dump_all(list(there)))
            plain = str(table.name)  # SQLAlchemy's text is more than text, and slow to bind
            for key, (row_key, (before, after)) in zip(keys, moved.items(), strict=True):
                if row_key in known:
                    yield plain, key, None, known[row_key]
                    continue
                was = None if before is None else next(left)
                yield plain, key, was, None if after is None else next(left)


def _joined(earlier: Pair, later: Pair) -> Pair:
    """What a row was before the first change, and is after the second."""
    before, after = earlier[0], later[1]
    if before is not None:
        before = {**(later[0] or {}), **before}
    if after is not None:
        after = {**(earlier[1] or {}), **after}
    return _differing(before, after)


def _differing(before: Image | None, after: Image | None) -> Pair:
    if before is None or after is None:
        return before, after
    moved = [name for name, value in after.items() if before[name] != value]
    return {name: before[name] for name in moved}, {name: after[name] for name in moved}


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
