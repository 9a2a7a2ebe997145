"""Watches one edit and remembers each row's image before and after it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Table, event, inspect
from sqlalchemy.orm import InstanceState, Session, UOWTransaction

from kdc_desktop.model import JournalChange, JournalEntry
from kdc_desktop.storage import images
from kdc_desktop.storage.images import Image

_OWN_TABLES = {JournalEntry.__tablename__, JournalChange.__tablename__}


class Recorder:
    """Listens to a session's flushes; `rows` maps (table, key) to its two images."""

    def __init__(self, session: Session) -> None:
        self.rows: dict[tuple[str, str], tuple[Image | None, Image | None]] = {}
        self.touched: dict[str, set[Any]] = {}
        self.session_id: int | None = None
        self._before: dict[int, Image] = {}
        event.listen(session, "before_flush", self._look_before)
        event.listen(session, "after_flush", self._look_after)

    def _look_before(self, session: Session, _context: UOWTransaction, _objects: Any) -> None:
        for entity in [*session.dirty, *session.deleted]:
            self._before[id(entity)] = images.committed_image(inspect(entity))

    def _look_after(self, session: Session, _context: UOWTransaction) -> None:
        for entity in session.new:
            self._note(entity, None, images.current_image(inspect(entity)))
        for entity in session.dirty:
            self._note(entity, self._before[id(entity)], images.current_image(inspect(entity)))
        for entity in session.deleted:
            self._note(entity, self._before[id(entity)], None)
        self._before.clear()

    def _note(self, entity: Any, before: Image | None, after: Image | None) -> None:
        state: InstanceState[Any] = inspect(entity)
        table = state.mapper.local_table
        assert isinstance(table, Table)
        if table.name in _OWN_TABLES or before == after:
            return
        known = after if after is not None else before
        assert known is not None
        row_key = {column.name: known[column.name] for column in table.primary_key}
        self.touched.setdefault(table.name, set()).add(next(iter(row_key.values())))
        if self.session_id is None:
            self.session_id = known["id"] if table.name == "session" else known.get("session_id")
        if table.info.get("journal", True):
            place = (table.name, images.dump(row_key))
            first = self.rows[place][0] if place in self.rows else before
            self.rows[place] = (first, after)

    def changes(self) -> Iterable[dict[str, Any]]:
        """Rows for `journal_change`: whole images of new and deleted rows, else differences."""
        for (table_name, row_key), (before, after) in self.rows.items():
            if before == after:
                continue
            if before is not None and after is not None:
                moved = [name for name, value in after.items() if before[name] != value]
                before = {name: before[name] for name in moved}
                after = {name: after[name] for name in moved}
            yield {
                "table_name": table_name,
                "row_key": row_key,
                "before": None if before is None else images.dump(before),
                "after": None if after is None else images.dump(after),
            }
