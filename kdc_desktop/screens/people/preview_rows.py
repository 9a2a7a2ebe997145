"""The rows of a preview: all of them, or those in one state."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QPushButton

from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import Fillable, Text, _, fillable, lazy
from kdc_desktop.screens.kit.narrow import scroll_to
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.import_columns import preview_columns
from kdc_desktop.services.people.importing import ImportCounts, ImportPreview

_SHOWN: Mapping[MatchState | None, tuple[Text, Fillable]] = {
    None: (lazy("All"), fillable("All {count}")),
    MatchState.NEW: (lazy("New"), fillable("New {count}")),
    MatchState.CHANGED: (lazy("Changed"), fillable("Changed {count}")),
    MatchState.SAME: (lazy("Same"), fillable("Same {count}")),
    MatchState.PROBLEM: (lazy("Problems"), fillable("Problems {count}")),
    MatchState.ASKED: (lazy("Asked"), fillable("Asked {count}")),
    MatchState.LEFT_OUT: (lazy("Left out"), fillable("Left out {count}")),
}
"""Which rows are listed, in the order of the segments: what each is called before and after."""
LEAST_ROWS = 190
_WIDTHS, _WORDED = (50, 100, 150, 140, 140), (1,)


class PreviewRows(QObject):
    """Fills a table with the rows of a preview, and counts them in the segments above it."""

    def __init__(
        self, theme: Theme, segments: Segmented, table: RowTable, sentence: QLabel
    ) -> None:
        super().__init__(table)
        self._choice, self._table = segments, table
        self._sentence = sentence
        table.selection_changed.connect(self._read_out)
        self._preview: ImportPreview | None = None
        self._model = RowModel(preview_columns(theme), key=lambda row: row.number)
        table.show_model(self._model)
        table.columns.begin(_WIDTHS, _WORDED)
        table.setMinimumHeight(theme.px(LEAST_ROWS))
        segments.set_texts([str(word) for word, _counted in _SHOWN.values()])
        self._segments = segments.findChildren(QPushButton)
        for segment in self._segments:
            segment.setAutoDefault(False)
        segments.changed.connect(self._show)

    def show_preview(self, preview: ImportPreview | None) -> None:
        """List the rows of this preview, or none."""
        self._preview = preview
        was_empty = not self._model.rows
        counts = preview.counts if preview else ImportCounts()
        numbers = (
            *(counts.new, counts.changed, counts.same),
            *(counts.problems, counts.asked, counts.left_out),
        )
        for segment, (_word, counted), number in zip(
            self._segments, _SHOWN.values(), (sum(numbers), *numbers), strict=True
        ):
            segment.setText(str(counted.filled(count=number)))
        self._table.empty_text = (
            _("No such rows.") if preview else _("Choose above which column holds the names.")
        )
        self._show()
        self._read_out()
        if was_empty:
            self._point_at_trouble()
        if was_empty and self._model.rows:  # once it is laid out: rows are what one looks at first
            QTimer.singleShot(0, self, self._lead_to_rows)

    def _lead_to_rows(self) -> None:
        scroll_to(self._table)

    def _read_out(self) -> None:
        """What happens to the selected row, all of it: the table may have no room for that."""
        rows = self._table.selected_rows()
        self._sentence.setText(rows[0].sentence if len(rows) == 1 else "")
        self._sentence.setVisible(len(rows) == 1)

    def _point_at_trouble(self) -> None:
        """The first problem is read in full at once; the others when one goes to them."""
        rows = (row for row in self._model.rows if row.state is MatchState.PROBLEM)
        if (first := next(rows, None)) is not None:
            self._table.select_key(first.number)

    def _show(self) -> None:
        wanted = tuple(_SHOWN)[self._choice.current()]
        rows = self._preview.rows if self._preview else ()
        self._model.set_rows([row for row in rows if wanted in (None, row.state)])
