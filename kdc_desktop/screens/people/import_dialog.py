"""Import people: choose a sheet, see what every row would do, then take all of it over or none."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.i18n import _, ngettext, sentences
from kdc_desktop.jobs import ONE_AT_A_TIME, Jobs
from kdc_desktop.screens.kit.clipboard import accept_copy, files_in
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_file
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.people.copied_lines import CopiedLines
from kdc_desktop.screens.people.help import IMPORT
from kdc_desktop.screens.people.import_columns import ColumnChoice
from kdc_desktop.screens.people.into_session import IntoSession
from kdc_desktop.screens.people.preview_rows import PreviewRows
from kdc_desktop.screens.people.sheet_reading import SheetReading, Unmapped
from kdc_desktop.services.people.importing import ImportCounts, ImportPreview, import_people
from kdc_desktop.services.people.joins import SheetRemark
from kdc_desktop.storage import Database

_WIDTH, _HEIGHT = 960, 640


def _width(theme: Theme, parent: QWidget | None) -> int:
    wanted = theme.px(_WIDTH)
    return wanted if parent is None else min(wanted, parent.window().width())


class PeopleImportDialog(QDialog):
    """Opened for now; `show_file` previews a file. It is imported in a job of the window.

    `into_session` imports as well, and puts everybody in the sheet on the list of a session at
    once; it is offered where there is one. `jobs` are the window's; `say` is told what was done.
    """

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
    sentence_label: QLabel
    register_check: QCheckBox
    cancel_button: QPushButton
    import_button: QPushButton

    def __init__(
        self,
        theme: Theme,
        database: Database,
        remarks: Sequence[SheetRemark],
        into_session: IntoSession | None,
        jobs: Jobs,
        say: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "people/import_dialog")
        offer_help(self, IMPORT)
        self._theme, self._database, self._into_session = theme, database, into_session
        self._importing_jobs, self._say, self._copied = jobs, say, CopiedLines()
        self._path: Path | None = None
        self.preview: ImportPreview | None = None
        self._jobs = Jobs(self)
        self._reading = SheetReading(self._jobs, database, remarks, self)
        self._choice = ColumnChoice(self.columns_grid, self.content, _width(theme, parent))
        self._rows = PreviewRows(theme, self.state_filter, self.rows_table, self.sentence_label)
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
        if self._into_session is not None:
            session = self._into_session.title(self._database)
            words = _("Put everybody on the list of “{session}”", session=session)
            self.register_check.setText(plain_caption(words))
        wanted, parent = QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)), self.parentWidget()
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)

    def _show_empty(self) -> None:
        _ask_for_sheet(self._empty, self.choose_file)

    def _connect(self) -> None:
        self.file_button.clicked.connect(self.choose_file)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self.run_import)
        self.register_check.toggled.connect(self._show_button)
        self._choice.changed.connect(self._choose_columns)
        self._jobs.problem.connect(self._fail)
        self._reading.previewed.connect(self._take)
        self._reading.unmapped.connect(self._ask_for_names)

    # Choosing a file and its columns.

    def choose_file(self) -> None:
        """Ask for a sheet and preview it."""
        kinds = _("Sheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt)")
        chosen = ask_for_file(self, _("Choose a sheet"), FileKind.SHEET, kinds)
        if chosen is not None:
            self.show_file(chosen)

    def show_file(self, path: Path) -> None:
        """Preview a file with the columns remembered or guessed."""
        self._path = path
        self._read(ImportChoices())

    def show_lines(self, text: str) -> None:
        """Preview the people in lines that were copied elsewhere, or in cells of a sheet."""
        self.show_file(self._copied.sheet(text))

    def _choose_columns(self) -> None:
        self._read(ImportChoices(columns=self._choice.columns))

    def _read(self, choices: ImportChoices) -> None:
        if self._path is None:
            return
        reading = _("Reading {file} …", file=self._path.name)
        if self.preview is None:
            self._empty.show_state("file-spreadsheet", reading, "")
        self._tell("")
        self.import_button.setEnabled(False)
        self.file_label.setText(reading)
        onto = self._into_session
        self._reading.want(self._path, choices, None if onto is None else onto.listed)

    def _take(self, preview: ImportPreview) -> None:
        self.preview = preview
        self._choice.show_headers(preview.headers, preview.plan.columns)
        self._show_preview()
        if not isinstance(self.focusWidget(), QComboBox):
            self.import_button.setFocus()

    def _ask_for_names(self, sheet: Unmapped) -> None:
        self.preview = None
        self._choice.show_headers(sheet.headers, {})
        self._show_preview()
        self.content.show()
        self._empty.hide()
        self.file_button.show()
        self._tell(sheet.sentence)

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
        self._rows.show_preview(preview)
        self._show_button()

    @property
    def _registers(self) -> bool:
        return self._into_session is not None and self.register_check.isChecked()

    def _show_button(self) -> None:
        counts = self.preview.counts if self.preview else ImportCounts()
        registers = self._registers and counts.same > 0
        text = _button_text(counts, registers, self._to_put()) if self.preview else _("Import")
        self.import_button.setText(text)
        self.import_button.setEnabled(bool(counts.new or counts.changed) or registers)

    def _to_put(self) -> int:
        if self.preview and self._into_session and self._registers:
            return self._into_session.new_to_it(self._database, self.preview)
        return 0

    def _tell(self, sentence: str) -> None:
        tell_problem(self.problem_label, sentence)

    def _fail(self, sentence: str) -> None:
        self.preview = None
        self._show_empty()
        self._show_preview()
        self._tell(sentence)

    def run_import(self) -> None:
        """Close, and take the preview over in the background."""
        preview, database = self.preview, self._database
        if preview is None:
            return
        onto = self._into_session if self._registers else None
        verb, tell = onto or import_people, partial(_tell_imported, self._say, database, onto)
        begun = self._importing_jobs.run(
            _("Importing people"),
            lambda progress: verb(database, preview, before_writing=progress.begin_writing),
            partial(tell, self.parentWidget()),
            writes=True,
        )
        if begun:
            self.accept()
        else:
            self._tell(str(ONE_AT_A_TIME))

    def done(self, result: int) -> None:
        self._reading.want_nothing()
        self._jobs.wait()
        self._copied.close()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        accept_copy(event)
        if files := files_in(event.mimeData()):
            self.show_file(files[0])


def _tell_imported(
    say: Callable[[str], object],
    database: Database,
    onto: IntoSession | None,
    over: QWidget | None,
    counts: ImportCounts,
) -> None:
    if over is None or isValid(over):  # it may have been closed meanwhile
        imported = _("Imported: {counts}", counts=counts.sentence)
        say(imported if onto is None else sentences([f"{imported}.", onto.now_on_it(database)]))


def _ask_for_sheet(empty: EmptyState, then: Callable[[], object]) -> None:
    empty.show_state(
        "file-spreadsheet",
        _("Choose a sheet, or drop it here"),
        _(
            "One person per row: .xlsx, .xls, .ods or .csv. You see what every row would do"
            " before anything changes."
        ),
        _("Choose a file…"),
        then,
    )


def _button_text(counts: ImportCounts, registers: bool, to_put: int) -> str:
    new, changed = counts.new, counts.changed
    if new and changed:
        return _("Import {new} new, {changed} changed", new=new, changed=changed)
    if new:
        return ngettext("Import {count} new", "Import {count} new", new)
    if changed:
        return ngettext("Import {count} changed", "Import {count} changed", changed)
    if registers and to_put:
        return ngettext("Put {count} on the list", "Put {count} on the list", to_put)
    if registers:
        return _("Nobody is new to the list")
    return _("Nothing to import")
