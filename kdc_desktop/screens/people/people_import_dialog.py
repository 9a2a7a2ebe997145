"""Import people: choose a sheet, see what every row would do, then take all of it over or none."""

from collections.abc import Callable
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

from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, Segmented
from kdc_desktop.screens.people.import_columns import STATES, ColumnChoice, preview_columns
from kdc_desktop.services.people import importing as people_import
from kdc_desktop.services.people.importing import ImportCounts, ImportPreview
from kdc_desktop.storage import Database

SHEETS = "Sheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt)"
FILTERS = (None, *STATES)
WORDS = ("All", "New", "Changed", "Same", "Problems")
WIDTHS = (60, 105, 160, 170, 150)


class PeopleImportDialog(QDialog):
    """Open it with `open()`; `show_file` previews a file. `imported` carries what was done.

    With `session_id` everybody in the sheet can be put on that session's list at once.
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
        session_id: int | None = None,
        path: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "people/people_import_dialog")
        self._theme, self._database, self._session_id = theme, database, session_id
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
        if path is not None:
            self.show_file(path)

    def _dress(self) -> None:
        self.setAcceptDrops(True)
        self.file_button.setIcon(self._theme.icon("folder-open"))
        self.import_button.setProperty("kind", "primary")
        self._empty = EmptyState(self._theme)
        self.empty_place.addWidget(self._empty)
        self.register_check.setVisible(self._session_id is not None)
        self.state_filter.set_texts(WORDS)
        self._segments = self.state_filter.findChildren(QPushButton)
        for segment in self._segments:
            segment.setAutoDefault(False)
        self.rows_table.show_model(self._model)
        wanted, parent = QSize(self._theme.px(960), self._theme.px(640)), self.parentWidget()
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)

    def _show_empty(self) -> None:
        self._empty.show_state(
            "file-spreadsheet",
            "Choose a sheet, or drop it here",
            "One person per row: .xlsx, .xls, .ods or .csv. You see what every row would do before "
            "anything changes.",
            "Choose a file…",
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
        chosen, _kind = QFileDialog.getOpenFileName(self, "Choose a sheet", folder, SHEETS)
        if chosen:
            self.show_file(Path(chosen))

    def show_file(self, path: Path) -> None:
        """Preview a file with the columns remembered or guessed."""
        self._path = path
        self._read(None)

    def _choose_columns(self) -> None:
        self._read(self._choice.mapping)

    def _read(self, mapping: dict[str, int] | None) -> None:
        path, database = self._path, self._database
        if path is None:
            return
        if self.preview is None:
            self._empty.show_state("file-spreadsheet", f"Reading {path.name} …", "")
        self._tell("")
        self.import_button.setEnabled(False)
        self._wanted = lambda _progress: _attempt_preview(database, path, mapping)
        self.file_label.setText(f"Reading {path.name} …")
        self._start_wanted()

    def _start_wanted(self) -> None:
        if self._wanted is not None and not self._jobs.busy:
            work, self._wanted = self._wanted, None
            self._jobs.run("Reading the sheet", work, self._take)

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
        for segment, word, number in zip(
            self._segments, WORDS, (sum(numbers), *numbers), strict=True
        ):
            segment.setText(f"{word} {number}")
        self.rows_table.empty_text = (
            "No such rows." if preview else "Choose above which column holds the names."
        )
        self._show_rows()
        self._show_button()

    def _show_rows(self) -> None:
        wanted = FILTERS[self.state_filter.current()]
        rows = self.preview.rows if self.preview else ()
        was_empty = not self._model.rows
        self._model.set_rows([row for row in rows if wanted in (None, row.state)])
        if was_empty:
            for at, width in enumerate(WIDTHS):
                self.rows_table.setColumnWidth(at, self._theme.px(width))

    @property
    def _registers(self) -> bool:
        return self._session_id is not None and self.register_check.isChecked()

    def _show_button(self) -> None:
        counts = self.preview.counts if self.preview else ImportCounts()
        parts = [
            f"{number} {word}"
            for number, word in ((counts.new, "new"), (counts.changed, "changed"))
            if number
        ]
        if parts:
            text = f"Import {', '.join(parts)}"
        elif self._registers and counts.same:
            text = f"Put {counts.same} on the list"
        else:
            text = "Nothing to import" if self.preview else "Import"
        self.import_button.setText(text)
        self.import_button.setEnabled(bool(parts) or (self._registers and counts.same > 0))

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
        session_id = self._session_id if self._registers else None
        if preview is None:
            return
        self.import_button.setEnabled(False)
        self._importing = True
        self._jobs.run(
            "Importing people",
            lambda _progress: people_import.import_people(database, preview, session_id),
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
    database: Database, path: Path, mapping: dict[str, int] | None
) -> ImportPreview | _Unmapped:
    try:
        return people_import.preview_people(database, path, mapping)
    except UserError as error:
        headers = people_import.sheet_headers(path)
        return _Unmapped(headers, str(error))
