"""The list of a session's people, and what it is narrowed to."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.i18n import Text, _, lazy, number_text, paired, plazy
from kdc_desktop.screens.attendance.columns import COLUMNS
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.services.attendance.rows import AttendanceRow, PeopleCount

FILTERS: tuple[tuple[AttendanceState | None, Text], ...] = (
    (None, plazy("people of a session", "All")),
    (AttendanceState.REGISTERED, lazy("Expected")),
    (AttendanceState.PRESENT, lazy("Here")),
    (AttendanceState.LEFT, plazy("state of an attendance", "Left")),
)
"""Whom the list can be narrowed to."""

WIDTHS = (240, 190, 105, 105, 75, 70)
WORDS = (2, 3, 4)  # columns of our own words, which are never cut


class AttendanceList(QObject):
    """Fills a table with those whom a filter lets through, and counts them on its segments."""

    def __init__(self, state_filter: Segmented, table: RowTable) -> None:
        super().__init__(table)
        self._filter, self._table = state_filter, table
        self._rows: Sequence[AttendanceRow] = ()
        self._model = RowModel(COLUMNS, key=lambda row: row.id)
        state_filter.set_texts([str(word) for _state, word in FILTERS])
        self._segments = state_filter.findChildren(QPushButton)
        table.show_model(self._model)
        table.setMinimumHeight(130)
        state_filter.changed.connect(self._narrow)
        table.columns.begin(WIDTHS, WORDS)

    def follow(
        self,
        rows: Sequence[AttendanceRow],
        counts: PeopleCount,
        changed: Sequence[AttendanceRow] | None,
    ) -> None:
        """Everybody on the list; `changed` are those who differ, the same people as before."""
        self._rows = rows
        self._show_counts(counts)
        if changed is not None and FILTERS[self._filter.current()][0] is None:
            self._model.change_rows(changed)
        else:
            self._narrow()

    def _show_counts(self, counts: PeopleCount) -> None:
        states = counts.by_state
        for button, (state, word) in zip(self._segments, FILTERS, strict=True):
            count = counts.total() if state is None else states.get(state, 0)
            button.setText(paired(str(word), number_text(count)))

    def _narrow(self) -> None:
        wanted, _word = FILTERS[self._filter.current()]
        self._model.set_rows([row for row in self._rows if wanted in (None, row.state)])
        here = wanted is AttendanceState.PRESENT
        self._table.empty_text = _("Nobody here yet.") if here else _("Nobody.")
