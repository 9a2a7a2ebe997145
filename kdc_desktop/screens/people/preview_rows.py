"""The rows of a preview: all of them, or those in one state."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import Fillable, Text, _, fillable, lazy
from kdc_desktop.screens.kit.column_widths import begin_with
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Segmented
from kdc_desktop.screens.people.import_columns import preview_columns
from kdc_desktop.services.people.importing import ImportCounts, ImportPreview

_SHOWN: Mapping[MatchState | None, tuple[Text, Fillable]] = {
    None: (lazy("All"), fillable("All {count}")),
    MatchState.NEW: (lazy("New"), fillable("New {count}")),
    MatchState.CHANGED: (lazy("Changed"), fillable("Changed {count}")),
    MatchState.SAME: (lazy("Same"), fillable("Same {count}")),
    MatchState.PROBLEM: (lazy("Problems"), fillable("Problems {count}")),
}
"""Which rows are listed, in the order of the segments: what each is called before and after."""
_WIDTHS, _WORDED = (60, 105, 160, 170, 150), (1,)


class PreviewRows(QObject):
    """Fills a table with the rows of a preview, and counts them in the segments above it."""

    def __init__(self, theme: Theme, segments: Segmented, table: RowTable) -> None:
        super().__init__(table)
        self._theme, self._choice, self._table = theme, segments, table
        self._preview: ImportPreview | None = None
        self._model = RowModel(preview_columns(theme), key=lambda row: row.number)
        table.show_model(self._model)
        segments.set_texts([str(word) for word, _counted in _SHOWN.values()])
        self._segments = segments.findChildren(QPushButton)
        for segment in self._segments:
            segment.setAutoDefault(False)
        segments.changed.connect(self._show)

    def show_preview(self, preview: ImportPreview | None) -> None:
        """List the rows of this preview, or none."""
        self._preview = preview
        counts = preview.counts if preview else ImportCounts()
        numbers = (counts.new, counts.changed, counts.same, counts.problems)
        for segment, (_word, counted), number in zip(
            self._segments, _SHOWN.values(), (sum(numbers), *numbers), strict=True
        ):
            segment.setText(str(counted.filled(count=number)))
        self._table.empty_text = (
            _("No such rows.") if preview else _("Choose above which column holds the names.")
        )
        self._show()

    def _show(self) -> None:
        wanted = tuple(_SHOWN)[self._choice.current()]
        rows = self._preview.rows if self._preview else ()
        was_empty = not self._model.rows
        self._model.set_rows([row for row in rows if wanted in (None, row.state)])
        if was_empty:
            begin_with(self._table, self._theme, _WIDTHS, _WORDED)
