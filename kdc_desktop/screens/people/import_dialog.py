"""Import people: choose a sheet, see what every row would do, then take all of it over or none."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Template, Text, _, fillable, lazy, ngettext
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, Segmented
from kdc_desktop.screens.people.import_columns import ColumnChoice, preview_columns
from kdc_desktop.services.people.importing import (
    ImportCounts,
    ImportPreview,
    import_people,
    preview_people,
    sheet_headers,
)
from kdc_desktop.services.people.joins import Remark
from kdc_desktop.storage import Database

IntoSession = Callable[[Database, ImportPreview], ImportCounts]
_SHOWN: Mapping[MatchState | None, tuple[Text, Template]] = {
    None: (lazy("All"), fillable("All {count}")),
    MatchState.NEW: (lazy("New"), fillable("New {count}")),
    MatchState.CHANGED: (lazy("Changed"), fillable("Changed {count}")),
    MatchState.SAME: (lazy("Same"), fillable("Same {count}")),
    MatchState.PROBLEM: (lazy("Problems"), fillable("Problems {count}")),
}
"""Which rows are listed, in the order of the segments: what each is called before and after."""

WIDTHS = (60, 105, 160, 170, 150)


class PeopleImportDialog(QDialog):
    """Open it with `open()`; `show_file` previews a file. `imported` carries what was done.

    `into_session` imports as well, and puts everybody in the sheet on the list of a session at
    once; it is offered where there is one.
    """

    imported = Signal(object)

    headline: QLabel
    file_label: QLabel
    file_button: QPushButton
    problem_label: QLabel
    content: QWidget
    empty_place: QVBoxLayout
    columns_grid: QGridLayout
    notes_label: QLabel
    state_filter: Segmented
    rows_table: RowTable
    register_check: QCheckBox
    cancel_button: QPushButton
    import_button: QPushButton

    def __init__(
        self,
        theme: Theme,
        database: Database,
        remarks: Sequence[Remark],
        into_session: IntoSession | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "people/import_dialog")
        self._theme, self._database = theme, database
        self._remarks, self._into_session = remarks, into_session
        self._path: Path | None = None
        self._wanted: Callable[[Progress], object] | None = None
        self._importing = False
        self.preview: ImportPreview | None = None
        self._jobs = Jobs(self)
        self._choice = ColumnChoice(self.columns_grid, self.content)
        self._model = RowModel(preview_columns(theme), key=lambda row: row.number)
        self._dress()
        self._connect()
        self._show_empty()
        self._show_preview()
        self._empty.button.setFocus()

    def _dress(self) -> None:
        self.setAcceptDrops(True)
        self.file_button.setIcon(self._theme.icon("folder-open"))
        self.import_button.setProperty("kind", "primary")
        self._empty = EmptyState(self._theme)
        self.empty_place.addWidget(self._empty)
        self.register_check.setVisible(self._into_session is not None)
        self.state_filter.set_texts([str(word) for word, _counted in _SHOWN.values()])
        self._segments = self.state_filter.findChildren(QPushButton)
        for segment in self._segments:
            segment.setAutoDefault(False)
        self.rows_table.show_model(self._model)
        wanted, parent = QSize(self._theme.px(960), self._theme.px(640)), self.parentWidget()
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)

    def _show_empty(self) -> None:
        self._empty.show_state(
            "file-spreadsheet",
            _("Choose a sheet, or drop it here"),
            _(
                "One person per row: .xlsx, .xls, .ods or .csv. You see what every row would do"
                " before anything changes."
            ),
            _("Choose a file…"),
            self.choose_file,
        )

    def _connect(self) -> None:
        self.file_button.clicked.connect(self.choose_file)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self.run_import)
        self.register_check.toggled.connect(self._show_button)
        self.state_filter.changed.connect(self._show_rows)
        self._choice.changed.connect(self._choose_columns)
        self._jobs.problem.connect(self._fail)
        self._jobs.ended.connect(self._start_wanted)

    # Choosing a file and its columns.

    def choose_file(self) -> None:
        """Ask for a sheet and preview it."""
        folder = str((self._path or self._database.path).parent)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a sheet"), folder, _("Sheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt)")
        )
        if chosen:
            self.show_file(Path(chosen))

    def show_file(self, path: Path) -> None:
        """Preview a file with the columns remembered or guessed."""
        self._path = path
        self._read(None)

    def _choose_columns(self) -> None:
        self._read(self._choice.mapping)

    def _read(self, mapping: dict[str, int] | None) -> None:
        path, database, remarks = self._path, self._database, self._remarks
        if path is None:
            return
        reading = _("Reading {file} …", file=path.name)
        if self.preview is None:
            self._empty.show_state("file-spreadsheet", reading, "")
        self._tell("")
        self.import_button.setEnabled(False)
        self._wanted = lambda _progress: _attempt_preview(database, path, remarks, mapping)
        self.file_label.setText(reading)
        self._start_wanted()

    def _start_wanted(self) -> None:
        if self._wanted is not None and not self._jobs.busy:
            work, self._wanted = self._wanted, None
            self._jobs.run(_("Reading the sheet"), work, self._take)

    def _take(self, result: object) -> None:
        if isinstance(result, _Unmapped):
            self.preview = None
            self._choice.show_headers(result.headers, {})
            self._show_preview()
            self.content.show()
            self._empty.hide()
            self.file_button.show()
            self._tell(result.sentence)
        elif isinstance(result, ImportPreview):
            self.preview = result
            self._choice.show_headers(result.headers, result.mapping)
            self._show_preview()
            if not isinstance(self.focusWidget(), QComboBox):
                self.import_button.setFocus()

    # Showing what would happen.

    def _show_preview(self) -> None:
        preview = self.preview
        self.content.setVisible(preview is not None)
        self._empty.setVisible(preview is None)
        self.file_button.setVisible(preview is not None)
        if self._path is not None:
            self.file_label.setText(self._path.name)
        notes = "\n".join(preview.notes) if preview else ""
        self.notes_label.setText(notes)
        self.notes_label.setVisible(bool(notes))
        counts = preview.counts if preview else ImportCounts()
        numbers = (counts.new, counts.changed, counts.same, counts.problems)
        for segment, (_word, counted), number in zip(
            self._segments, _SHOWN.values(), (sum(numbers), *numbers), strict=True
        ):
            segment.setText(str(counted.filled(count=number)))
        self.rows_table.empty_text = (
            _("No such rows.") if preview else _("Choose above which column holds the names.")
        )
        self._show_rows()
        self._show_button()

    def _show_rows(self) -> None:
        wanted = tuple(_SHOWN)[self.state_filter.current()]
        rows = self.preview.rows if self.preview else ()
        was_empty = not self._model.rows
        self._model.set_rows([row for row in rows if wanted in (None, row.state)])
        if was_empty:
            for at, width in enumerate(WIDTHS):
                self.rows_table.setColumnWidth(at, self._theme.px(width))

    @property
    def _registers(self) -> bool:
        return self._into_session is not None and self.register_check.isChecked()

    def _show_button(self) -> None:
        counts = self.preview.counts if self.preview else ImportCounts()
        registers = self._registers and counts.same > 0
        self.import_button.setText(self._button_text(counts, registers))
        self.import_button.setEnabled(bool(counts.new or counts.changed) or registers)

    def _button_text(self, counts: ImportCounts, registers: bool) -> str:
        new, changed = counts.new, counts.changed
        if new and changed:
            return _("Import {new} new, {changed} changed", new=new, changed=changed)
        if new:
            return ngettext("Import {count} new", "Import {count} new", new)
        if changed:
            return ngettext("Import {count} changed", "Import {count} changed", changed)
        if registers:
            return ngettext("Put {count} on the list", "Put {count} on the list", counts.same)
        return _("Nothing to import") if self.preview else _("Import")

    def _tell(self, sentence: str) -> None:
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))

    def _fail(self, sentence: str) -> None:
        if not self._importing:
            self.preview = None
            self._show_empty()
        self._importing = False
        self._show_preview()
        self._tell(sentence)

    # Doing it.

    def run_import(self) -> None:
        """Take the preview over, in the background, and close."""
        preview, database = self.preview, self._database
        if preview is None:
            return
        verb = self._into_session if self._registers and self._into_session else import_people
        self.import_button.setEnabled(False)
        self._importing = True
        self._jobs.run(
            _("Importing people"),
            lambda _progress: verb(database, preview),
            self._finish,
        )

    def _finish(self, counts: ImportCounts) -> None:
        self.imported.emit(counts)
        self.accept()

    def done(self, result: int) -> None:
        self._wanted = None
        self._jobs.wait()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.show_file(paths[0])


class _Unmapped:
    """A sheet in which no column was found that holds names."""

    def __init__(self, headers: tuple[str, ...], sentence: str) -> None:
        self.headers, self.sentence = headers, sentence


def _attempt_preview(
    database: Database, path: Path, remarks: Sequence[Remark], mapping: dict[str, int] | None
) -> ImportPreview | _Unmapped:
    try:
        return preview_people(database, path, remarks, mapping)
    except UserError as error:
        headers = sheet_headers(path)
        return _Unmapped(headers, str(error))
