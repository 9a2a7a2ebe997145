"""The rows of a preview: all of them, or those in one state, each with a tick."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel

from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import Fillable, Text, _, fillable, lazy
from kdc_desktop.screens.kit.narrow import scroll_to
from kdc_desktop.screens.kit.row_ticks import RowTicks
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.preview_columns import preview_columns, widths
from kdc_desktop.services.people.importing import ImportPreview
from kdc_desktop.services.people.matching import ImportRow

_SHOWN: Mapping[MatchState | None, tuple[Text, Fillable]] = {
    None: (lazy("All"), fillable("All {count}")),
    MatchState.NEW: (lazy("New"), fillable("New {count}")),
    MatchState.CHANGED: (lazy("Changed"), fillable("Changed {count}")),
    MatchState.SAME: (lazy("Same"), fillable("Same {count}")),
    MatchState.ASKED: (lazy("Asked"), fillable("Asked {count}")),
    MatchState.LEFT_OUT: (lazy("Left out"), fillable("Left out {count}")),
    MatchState.PROBLEM: (lazy("Problems"), fillable("Problems {count}")),
}
"""Which rows are listed, in the order of the segments: what each is called before and after."""
_SELDOM = (MatchState.ASKED, MatchState.LEFT_OUT, MatchState.PROBLEM)
"""Of which there is no word where there are none."""
LEAST_ROWS = 220
_FIXED = (0, 1, 2, 4)  # the tick, the number, the state, and what happens


class PreviewRows(QObject):
    """Fills a table with the rows of a preview, and counts them in the segments above it.

    `unticked` carries the numbers of the rows that are to stay out, `selected` those that are.
    """

    unticked = Signal(object)
    selected = Signal(object)

    def __init__(
        self, theme: Theme, segments: Segmented, table: RowTable, sentence: QLabel
    ) -> None:
        super().__init__(table)
        self._theme, self._choice, self._table = theme, segments, table
        self._sentence = sentence
        self._preview: ImportPreview | None = None
        self._model: RowModel[ImportRow] | None = None
        self._filling = False
        out = self._out = set[int]()  # the rows that were unticked; the ticks hold these, not us
        self._ticks = RowTicks(
            *(table, _("Take"), lambda row: row.number),
            lambda row: row.state.comes_in or row.number in out,
        )
        self._ticks.changed.connect(self._tell_ticks)
        table.selection_changed.connect(self._read_out)
        table.setMinimumHeight(theme.px(LEAST_ROWS))
        self._states: list[MatchState | None] = []  # of the segments
        segments.changed.connect(self._show)
        self.show_preview(None)

    def show_preview(self, preview: ImportPreview | None) -> None:
        """List the rows of this preview, or none."""
        before, self._preview = self._preview, preview
        first = not (before and before.rows and preview and preview.path == before.path)
        self._out.clear()
        self._out.update(preview.choices.unticked if preview else ())
        self._count()
        self._table.empty_text = (
            _("No such rows.") if preview else _("Choose above which column holds the names.")
        )
        self._show_columns()
        self._show()
        self._read_out()
        if first:
            self._point_at_trouble()
        if first and preview and preview.rows:  # laid out by then: what one looks at first
            QTimer.singleShot(0, self, self._lead_to_rows)

    @property
    def _wanted(self) -> MatchState | None:
        """The state that is picked in the segments."""
        at = self._choice.current()
        return self._states[at] if 0 <= at < len(self._states) else None

    def _count(self) -> None:
        counts, wanted = self._preview.counts if self._preview else None, self._wanted
        words = {
            state: str(word if counts is None else counted.filled(count=counts.of(state)))
            for state, (word, counted) in _SHOWN.items()
            if state not in _SELDOM or (counts is not None and counts.of(state))
        }
        self._states = list(words)
        self._choice.set_texts(list(words.values()))
        self._choice.set_current(self._states.index(wanted) if wanted in words else 0)

    def _show_columns(self) -> None:
        rows = self._preview.rows if self._preview else ()
        columns = preview_columns(self._theme, self._ticks.column(), rows)
        shown = [column.key for column in self._model.columns] if self._model else []
        if shown != [column.key for column in columns]:
            self._model = RowModel(columns, key=lambda row: row.number)
            self._table.show_model(self._model)
            self._table.columns.begin(widths(columns), _FIXED)

    def _show(self) -> None:
        assert self._model is not None
        wanted = self._wanted
        rows = self._preview.rows if self._preview else ()
        self._filling = True
        self._model.set_rows([row for row in rows if wanted in (None, row.state)])
        self._ticks.tick(row for row in rows if row.state.comes_in)
        self._filling = False

    def _tell_ticks(self) -> None:
        if self._filling or self._preview is None:
            return
        rows = (row for row in self._preview.rows if row.state.comes_in or row.number in self._out)
        self.unticked.emit(frozenset(row.number for row in rows if not self._ticks.has(row)))

    def _lead_to_rows(self) -> None:
        scroll_to(self._table)
        self._table.scrollTo(self._table.currentIndex())

    def _read_out(self) -> None:
        """What happens to the selected row, all of it: the table may have no room for that."""
        rows = self._table.selected_rows()
        self._sentence.setText(rows[0].sentence if len(rows) == 1 else "")
        self.selected.emit(rows)

    def _point_at_trouble(self) -> None:
        """The first that is asked, or is a problem, is read in full at once."""
        assert self._model is not None
        trouble = (MatchState.ASKED, MatchState.PROBLEM)
        first = next((row for row in self._model.rows if row.state in trouble), None)
        if first is not None:
            self._table.select_key(first.number)
