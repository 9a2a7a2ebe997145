"""Which cell of the ledger is current."""

from kdc_desktop.domain.visions.ledger import LedgerRow
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger

FAR = 100_000
"""Further than any row or column."""


class LedgerCursor:
    """A row and a column; it stays on its member and asking while the ledger changes."""

    def __init__(self) -> None:
        self.row = self.column = 0
        self._ledger: ConsortiumLedger | None = None

    @property
    def cell(self) -> tuple[LedgerRow, int] | None:
        """The row and the column of the current cell; None while there is none."""
        ledger = self._ledger
        if ledger is None or not ledger.rows or not ledger.columns:
            return None
        return ledger.rows[self.row], self.column

    def show_ledger(self, ledger: ConsortiumLedger) -> bool:
        """Go on in this ledger; whether another cell is current.

        Of another consortium, or after another asking, the newest asking is.
        """
        before, self._ledger = self._ledger, ledger
        was = self.row, self.column
        if before is None or before.consortium_id != ledger.consortium_id:
            self.move_to(0, FAR)
            return True
        more = len(before.columns) != len(ledger.columns)
        self.move_to(self._kept_row(before, ledger), FAR if more else self.column)
        return more or was != (self.row, self.column)

    def _kept_row(self, before: ConsortiumLedger, ledger: ConsortiumLedger) -> int:
        if self.row >= len(before.rows):
            return self.row
        member_id = before.rows[self.row].member.id
        return next(
            (at for at, row in enumerate(ledger.rows) if row.member.id == member_id), self.row
        )

    def move_to(self, row: int, column: int) -> None:
        """Make a cell current, or the nearest one there is."""
        ledger = self._ledger
        if ledger is not None:
            self.row = min(max(0, row), max(0, len(ledger.rows) - 1))
            self.column = min(max(0, column), max(0, len(ledger.columns) - 1))

    def go_to(self, member_id: int) -> None:
        """Make the newest cell of a member current."""
        for at, row in enumerate(self._ledger.rows if self._ledger else ()):
            if row.member.id == member_id:
                self.move_to(at, FAR)
