"""Write the workbook for a club's past, look at what is in one, and bring it in."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QWidget

from kdc_desktop.domain.past.layout import LAYOUTS
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy, ngettext
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_file, ask_for_name, folder_for
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.scrolled import Scrolled
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.targets import target_named
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.screens.past.help import PAST
from kdc_desktop.screens.people.import_answers import Answering
from kdc_desktop.screens.people.import_sectors import SectorWordsChoice
from kdc_desktop.services.past.importing import import_past, preview_again, preview_past
from kdc_desktop.services.past.rows import PastChoices, PastPreview, PastRow, RowKey
from kdc_desktop.services.past.template import write_template

_WIDTHS, _WORDED = (110, 60, 190, 90, 380), (0, 3)
_STATES: Mapping[MatchState, Text] = {
    MatchState.NEW: lazy("New"),
    MatchState.SAME: lazy("Same"),
    MatchState.ASKED: lazy("Asked"),
    MatchState.LEFT_OUT: lazy("Left out"),
    MatchState.PROBLEM: lazy("Problem"),
}
_ENDING = ".xlsx"
_SAID = 44  # pixels for two lines or a row of buttons, so that no row moves under a click


class PastDialog(QDialog):
    """Shows a workbook once one is chosen; what is new in it goes into the club in a job."""

    how_label: QLabel
    told_label: QLabel
    sectors_label: QLabel
    sectors_scroll: Scrolled
    sectors_box: QWidget
    sectors_grid: QGridLayout
    rows_table: RowTable
    said_line: QWidget
    sentence_label: QLabel
    answer_line: QWidget
    same_button: QPushButton
    new_button: QPushButton
    out_button: QPushButton
    template_button: QPushButton
    choose_button: QPushButton
    close_button: QPushButton
    bring_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "past/past_dialog")
        offer_help(self, PAST)
        self._desk = desk
        self._preview: PastPreview | None = None
        self._reading = Jobs(self)
        self._reading.problem.connect(self._refuse)
        self._model = RowModel(self._columns(), key=lambda row: row.key)
        self.rows_table.show_model(self._model)
        self.rows_table.empty_text = _("No file has been chosen yet.")
        self.rows_table.filter.get_ready()
        self.rows_table.columns.begin(_WIDTHS, _WORDED)
        self.said_line.setMinimumHeight(desk.theme.px(_SAID))
        self._sectors = SectorWordsChoice(self.sectors_label, self.sectors_grid, self.sectors_box)
        self._ask_for_sectors({}, {})
        self._sectors.changed.connect(self._choose_sectors)
        buttons = self.same_button, self.new_button, self.out_button
        self._answering = Answering(self.answer_line, *buttons)
        self._answering.answered.connect(self._answer)
        self.rows_table.selection_changed.connect(self._read_out)
        self.template_button.clicked.connect(self.ask_where)
        self.choose_button.clicked.connect(self.choose)
        self.close_button.clicked.connect(self.reject)
        self.bring_button.clicked.connect(self.bring_in)
        self.finished.connect(lambda _result: self._reading.stop())
        for button in (self.template_button, self.close_button, self.bring_button):
            button.setAutoDefault(False)
        self._tell()
        wanted = QSize(desk.theme.px(960), desk.theme.px(600))
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)

    def _columns(self) -> list[Column[PastRow]]:
        return [
            Column("sheet", _("Sheet"), lambda row: str(LAYOUTS[row.sheet].title)),
            Column("number", _("Row"), lambda row: str(row.number)),
            Column("about", _("Called"), lambda row: row.about, tooltip=lambda row: row.about),
            Column("state", _("State"), lambda row: str(_STATES[row.state])),
            Column("why", _("Why"), lambda row: row.sentence, tooltip=lambda row: row.sentence),
        ]

    # The template.

    def ask_where(self) -> None:
        """Write the template to a file that is asked for."""
        folder = folder_for(FileKind.SHEET, self._desk.database.path.parent)
        name = f"{_('The club’s past')}{_ENDING}"  # untranslated: an ending of a file
        kinds = _("Excel workbook (*.xlsx)")
        chosen = ask_for_name(self, _("The template"), FileKind.SHEET, kinds, folder / name)
        if chosen is None:
            return
        try:
            path = target_named(chosen, _ENDING)
            write_template(path)
        except UserError as error:
            self._refuse(str(error))
            return
        self.told_label.setText(_("{file} is written. Fill it in, then choose it.", file=path.name))

    # What is in a file.

    def choose(self) -> None:
        """Show a file that is asked for."""
        beside = self._desk.database.path.parent
        kinds = _("Workbooks (*.xlsx *.xlsm *.xls *.ods);;All files (*)")
        path = ask_for_file(self, _("The club’s past"), FileKind.SHEET, kinds, beside)
        if path is not None:
            self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Read it in a job, and show its rows."""
        self._preview = None
        self._tell()
        database = self._desk.database
        self._reading.run(
            _("Reading {file}", file=path.name),
            lambda _progress: preview_past(database, path),
            self._show,
        )

    def _show(self, preview: PastPreview) -> None:
        first, self._preview = self._preview is None, preview
        self._model.set_rows(preview.rows)
        self._ask_for_sectors(preview.unknown_sectors, preview.choices.sectors)
        if first:
            self._point_at_trouble(preview)
        self._read_out()
        name, counts = preview.path.name, preview.sentence
        self.told_label.setText(_("{file}: {counts}.", file=name, counts=counts))
        self._tell()

    def _ask_for_sectors(self, words: Mapping[str, int], letters: Mapping[str, str]) -> None:
        self._sectors.show_words(words, letters)
        self.sectors_scroll.setVisible(bool(words))

    def _point_at_trouble(self, preview: PastPreview) -> None:
        """What is asked comes before what only the file can mend."""
        for state in (MatchState.ASKED, MatchState.PROBLEM):
            for row in preview.rows:
                if row.state is state:
                    self.rows_table.select_key(row.key)
                    return

    def _read_out(self) -> None:
        """What happens to the selected row, all of it, and what can be answered."""
        rows = self.rows_table.selected_rows()
        self.sentence_label.setText(rows[0].sentence if len(rows) == 1 else "")
        self._answering.show_rows(rows)

    def _answer(self, answers: Mapping[RowKey, Answer]) -> None:
        """Rows of the same person are answered with these."""
        if (preview := self._preview) is None:
            return
        said = {row.person: answers[row.key] for row in preview.rows if row.key in answers}
        more = {row.key: said[row.person] for row in preview.rows if row.person in said}
        known = preview.choices
        self._look_again(replace(known, answers={**known.answers, **more}))

    def _choose_sectors(self) -> None:
        if self._preview is not None:
            self._look_again(replace(self._preview.choices, sectors=self._sectors.letters))

    def _look_again(self, choices: PastChoices) -> None:
        """Show what comes of other answers."""
        before, database = self._preview, self._desk.database
        assert before is not None
        self.bring_button.setEnabled(False)
        self._reading.run(
            _("Reading {file}", file=before.path.name),
            lambda _progress: preview_again(database, before, choices),
            self._show,
        )

    def _refuse(self, sentence: str) -> None:
        self._model.set_rows([])
        self._read_out()
        self.told_label.setText(sentence)

    def _tell(self) -> None:
        new = self._preview.count(MatchState.NEW) if self._preview else 0
        some = ngettext("Bring in {count} row", "Bring in {count} rows", new)
        self.bring_button.setText(some if new else _("Bring in"))
        self.bring_button.setEnabled(new > 0)
        for button, leads in ((self.choose_button, not new), (self.bring_button, new > 0)):
            button.setDefault(leads)
            button.setProperty("kind", "primary" if leads else "")
            restyle(button)
        self.how_label.setVisible(self._preview is None)

    def bring_in(self) -> None:
        """Take over what is new, in a job of the window, which says what was done."""
        preview, database = self._preview, self._desk.database
        if preview is None:
            return
        begun = self._desk.jobs.run(
            _("Importing {file}", file=preview.path.name),
            lambda progress: import_past(database, preview, progress.begin_writing),
            partial(_say, self._desk),
            writes=True,
        )
        if begun:
            self.accept()


def _say(desk: Desk, done: PastPreview) -> None:
    desk.window.tell(_("The past came in: {counts}.", counts=done.sentence))
