"""Reads the list of a session: everybody once, from then on those who have come or gone."""

from collections.abc import Sequence

from kdc_desktop.domain.kit.steps import Steps
from kdc_desktop.screens.kit.screen import ChangedTables
from kdc_desktop.services.attendance import questions
from kdc_desktop.services.attendance.rows import AttendanceRow, PeopleCount
from kdc_desktop.services.kit.many import READ_ALL
from kdc_desktop.storage import Database

TABLES = frozenset({"person", "organisation", "department", "attendance", "session"})
"""Those that the list is read from."""


class ListReader:
    """Is told what has changed, and reads just that; `rows` is everybody, by name.

    `counts` are those of the rows, and cost what has changed, too.
    """

    def __init__(self, database: Database, session_id: int) -> None:
        self._database, self._session_id = database, session_id
        self._rows: dict[int, AttendanceRow] = {}
        self.counts = PeopleCount()
        self._due: set[int] = set()
        self._whole = True
        self._others_heard = 0  # how often more changed than who has come or gone

    @property
    def rows(self) -> list[AttendanceRow]:
        """Everybody on the list, by name."""
        return list(self._rows.values())

    def hear(self, changes: ChangedTables) -> None:
        """Remember who is to be read again."""
        if TABLES & changes.tables == {"attendance"}:
            self._due |= changes.ids.get("attendance", frozenset())
        else:
            others = bool(TABLES & changes.tables)
            self._whole |= others
            self._others_heard += others

    def read(self) -> Sequence[AttendanceRow] | None:
        """Those who are different now, the same people as before; None when all were read."""
        due, whole = self._due, self._whole or not 0 < len(self._due) < READ_ALL
        self._due, self._whole = set(), True  # until it has been read
        changed = None if whole else self._read_some(due)
        if changed is None:
            rows = questions.attendances(self._database, self._session_id)
            self._take(rows)
        self._whole = False
        return changed

    def read_all(self) -> Steps[None]:
        """Read everybody, in steps; who hears of a change meanwhile reads once more."""
        self._due, self._whole, others = set(), True, self._others_heard
        told = yield from questions.attendances_in_steps(self._database, self._session_id)
        self._take(told)
        self._whole = others != self._others_heard

    def _take(self, rows: Sequence[AttendanceRow]) -> None:
        self._rows, self.counts = {row.id: row for row in rows}, PeopleCount()
        self.counts.take(rows)

    def _read_some(self, due: set[int]) -> Sequence[AttendanceRow] | None:
        found = questions.attendances(self._database, self._session_id, due)
        known = self._rows
        same = (row.id in known and known[row.id].badge == row.badge for row in found)
        if len(found) < len(due) or not all(same):
            return None
        found = [row._replace(apart=known[row.id].apart) for row in found]
        self.counts.leave_out(known[row.id] for row in found)
        self.counts.take(found)
        self._rows |= {row.id: row for row in found}
        return found
