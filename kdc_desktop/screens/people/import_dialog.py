"""Import people: choose a sheet, see what every row would do, then take all of it over or none."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QWidget,
)

from kdc_desktop.domain.people.states import Answer
from kdc_desktop.i18n import _
from kdc_desktop.jobs import ONE_AT_A_TIME, Jobs
from kdc_desktop.screens.kit.clipboard import accept_copy, files_in
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_file
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.people.copied_lines import CopiedLines
from kdc_desktop.screens.people.help import IMPORT
from kdc_desktop.screens.people.import_answers import Answering
from kdc_desktop.screens.people.import_form import PeopleImportForm
from kdc_desktop.screens.people.import_options import ImportOptions
from kdc_desktop.screens.people.import_words import (
    ask_for_sheet,
    button_text,
    notes,
    tell_imported,
)
from kdc_desktop.screens.people.into_session import IntoSession
from kdc_desktop.screens.people.preview_rows import PreviewRows
from kdc_desktop.screens.people.sheet_reading import SheetReading, Unmapped
from kdc_desktop.services.people.import_counts import ImportCounts
from kdc_desktop.services.people.importing import ImportPreview, import_people
from kdc_desktop.services.people.joins import SheetJoins
from kdc_desktop.storage import Database

_WIDTH, _HEIGHT = 1100, 720
_SAID = 44  # pixels for two lines or a row of buttons


def _width(theme: Theme, parent: QWidget | None) -> int:
    wanted = theme.px(_WIDTH)
    return wanted if parent is None else min(wanted, parent.window().width())


class PeopleImportDialog(QDialog, PeopleImportForm):
    """Opened for now; `show_file` previews a file. It is imported in a job of the window.

    `into_session` imports as well, and puts everybody in the sheet on the list of a session at
    once; it is offered where there is one. `jobs` are the window's; `say` is told what was done.
    """

    def __init__(
        self,
        theme: Theme,
        database: Database,
        sheets: SheetJoins,
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
        self._reading, self._awaited = SheetReading(self._jobs, database, sheets, self), False
        self._options = ImportOptions(self, _width(theme, parent))
        self._rows = PreviewRows(theme, self.state_filter, self.rows_table, self.sentence_label)
        buttons = self.same_button, self.new_button, self.out_button
        self._answering = Answering(self.answer_line, *buttons)
        self._dress()
        self._connect()
        self._show_empty()
        self._show_preview()
        self._empty.button.setFocus()

    def _dress(self) -> None:
        self.setAcceptDrops(True)
        self.said_line.setMinimumHeight(self._theme.px(_SAID))  # so that no row moves under a click
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
        ask_for_sheet(self._empty, self.choose_file)

    def _connect(self) -> None:
        self.file_button.clicked.connect(self.choose_file)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self.run_import)
        self.register_check.toggled.connect(self._show_button)
        self.register_check.toggled.connect(self._read)
        self._options.changed.connect(self._read)
        self._rows.unticked.connect(self._leave_out)
        self._rows.selected.connect(self._answering.show_rows)
        self._answering.answered.connect(self._answer)
        self._jobs.problem.connect(self._fail)
        self._reading.previewed.connect(self._take)
        self._reading.unmapped.connect(self._ask_for_names)

    # Choosing a file and its columns.

    def choose_file(self) -> None:
        """Ask for a sheet and preview it."""
        kinds = _("Lists (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt *.vcf *.json)")
        chosen = ask_for_file(self, _("Choose a sheet"), FileKind.SHEET, kinds)
        if chosen is not None:
            self.show_file(chosen)

    def show_file(self, path: Path) -> None:
        """Preview a file with the columns remembered or guessed."""
        self._path = path
        self._options.begin()
        self._read()

    def show_lines(self, text: str) -> None:
        """Preview the people in lines that were copied elsewhere, or in cells of a sheet."""
        self.show_file(self._copied.sheet(text))

    def _leave_out(self, numbers: frozenset[int]) -> None:
        self._options.choose(replace(self._options.choices, unticked=numbers))

    def _answer(self, answers: Mapping[int, Answer]) -> None:
        known = self._options.choices
        self._options.choose(replace(known, answers={**known.answers, **answers}))

    def _read(self) -> None:
        if self._path is None:
            return
        reading = _("Reading {file} …", file=self._path.name)
        if self.preview is None:
            self._empty.show_state("file-spreadsheet", reading, "")
        self._tell("")
        self._awaited = True  # what is shown is not what was chosen
        self.import_button.setEnabled(False)
        self.file_label.setText(reading)
        onto = self._into_session if self._registers else None
        listed = None if onto is None else onto.listed
        self._reading.want(self._path, self._options.choices, listed, self.preview)

    def _take(self, preview: ImportPreview) -> None:
        first = self.preview is None or self.preview.path != preview.path
        self.preview = preview
        self._options.show_preview(preview)
        self._show_preview()
        if first:
            self.import_button.setFocus()

    def _ask_for_names(self, sheet: Unmapped) -> None:
        self.preview = None
        self._show_preview()
        self._options.ask_for_names(sheet.tables, sheet.headers, sheet.columns)
        self.content.show()
        self._empty.hide()
        self.file_button.show()
        self._tell(sheet.sentence)

    def _show_preview(self) -> None:
        preview, self._awaited = self.preview, False
        self.content.setVisible(preview is not None)
        self._empty.setVisible(preview is None)
        self.file_button.setVisible(preview is not None)
        if self._path is not None:
            self.file_label.setText(self._path.name)
        told = notes(preview) if preview else ""
        self.notes_label.setText(told)
        self.notes_label.setVisible(bool(told))
        self._rows.show_preview(preview)
        self._show_button()

    @property
    def _registers(self) -> bool:
        return self._into_session is not None and self.register_check.isChecked()

    def _show_button(self) -> None:
        counts = self.preview.counts if self.preview else ImportCounts()
        registers = self._registers and bool(counts.same or counts.taken_off)
        text = button_text(counts, registers, self._to_put()) if self.preview else _("Import")
        self.import_button.setText(text)
        there = bool(counts.new or counts.changed) or registers
        self.import_button.setEnabled(there and not self._awaited)

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
        verb, tell = onto or import_people, partial(tell_imported, self._say, database, onto)
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
