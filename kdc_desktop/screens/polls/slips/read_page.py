"""Read slips from pictures: drop them, judge what is doubtful, count them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.errors import CalledOffError, UserError
from kdc_desktop.i18n import _, lazy, listed, ngettext
from kdc_desktop.interchange.slips import PictureRead, read_slips
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.screens.kit.clipboard import accept_copy, files_in
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_files
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.polls.slips.doubt_panel import DoubtPanel
from kdc_desktop.screens.polls.slips.page import SlipsPage
from kdc_desktop.screens.polls.slips.pictures import ENDINGS, greys_in
from kdc_desktop.screens.polls.slips.read_rows import ReadSlip, ReadSlips, ReadState
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.services.polls.slip_codes import slip_sheet
from kdc_desktop.services.polls.slips import check_slip, enter_slip
from kdc_desktop.storage import Database

_STATES = {
    ReadState.ASKED: lazy("to be judged"),
    ReadState.READY: lazy("read"),
    ReadState.TO_TYPE: lazy("to be typed in"),
    ReadState.COUNTED: lazy("counted"),
    ReadState.LEFT_OUT: lazy("left out"),
}
_WIDTHS, _WORDED = (80, 120, 420), (0, 1)


class _Row(NamedTuple):
    """A slip in the list, as it stands."""

    number: int
    written: str
    state: ReadState
    why: str


class ReadPage(SlipsPage):
    """`type_wanted` carries a slip that cannot be counted as it was read."""

    type_wanted = Signal(object)

    def __init__(self, theme: Theme, database: Database, parent: QWidget) -> None:
        super().__init__(theme, database, parent)
        self.setAcceptDrops(True)
        self.jobs = Jobs(self)
        self.jobs.problem.connect(self.refused)
        self.jobs.ended.connect(self._rest)
        self._slips: ReadSlips | None = None
        self._titles: Sequence[str] = ()
        self.hint_label = plain_label(
            _(
                "Drop pictures of slips here, or choose them: from a scanner, or taken with a "
                "phone. Several slips may lie in one picture, in any way, each whole and flat."
            ),
            "muted",
            self,
            wrap=True,
        )
        self.choose_button = QPushButton(_("Choose pictures…"), self)
        self.choose_button.setObjectName("choose_pictures_button")
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(_("Reading the pictures"))
        self.progress.hide()
        self.jobs.moved.connect(lambda share: self.progress.setValue(round(100 * share)))
        self.model: RowModel[_Row] = RowModel(_columns(), key=lambda row: row.number)
        self.table = _new_table(self, theme, self.model)
        self.table.chosen.connect(self._type_row)
        self.table.hands.verb("type_slip", _("Type it in"), self._type_selected)
        self.doubt = DoubtPanel(theme, self)
        self.doubt.hide()
        self.count_button = QPushButton(self)
        self.count_button.setObjectName("count_read_button")
        self.count_button.setProperty("kind", "primary")
        once(self.choose_button, self.count_button)
        self.choose_button.clicked.connect(self._choose)
        self.count_button.clicked.connect(self._count)
        self.doubt.judged.connect(self._judge)
        self.doubt.left_out.connect(self._type_doubtful)
        self._lay_out()
        self._show_rows()

    def show_poll(self, row: PollRow) -> None:
        super().show_poll(row)
        if self._slips is None:
            try:
                sheet = slip_sheet(self.database, row.id)
            except UserError:
                return
            self._slips = ReadSlips(sheet, partial(check_slip, self.database, row.id))
            titles = [one.title for one in sheet.terms.options]
            lines = [one.name for one in sheet.terms.criteria] if sheet.shape.has_names else [""]
            named = (filter(None, (title, line)) for title in titles for line in lines)
            self._titles = [listed(parts) for parts in named]

    def begin(self) -> None:
        if self.doubt.isVisible():
            self.doubt.setFocus()
        elif self.count_button.isVisible():
            self.count_button.setFocus()
        else:
            self.choose_button.setFocus()

    @property
    def waiting(self) -> int:
        """How many slips were read and are not counted yet."""
        return len(self._of(ReadState.READY)) + len(self._of(ReadState.ASKED))

    def take_files(self, files: Sequence[Path]) -> None:
        """Read these pictures in the background."""
        if self._slips is None or not files:
            return
        if self.jobs.run(_("Reading the pictures"), partial(_read_all, files), self._take):
            self.told.emit("")
            self.progress.setValue(0)
            self.progress.show()
            self.choose_button.setEnabled(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        accept_copy(event)
        self.take_files(files_in(event.mimeData()))

    def _of(self, state: ReadState) -> list[ReadSlip]:
        return self._slips.of(state) if self._slips is not None else []

    def _choose(self) -> None:
        endings = " ".join(f"*{ending}" for ending in ENDINGS)  # untranslated: kinds of files
        kinds = _("Pictures ({endings})", endings=endings)
        self.take_files(ask_for_files(self, _("Pictures of slips"), FileKind.PICTURES, kinds))

    def _rest(self) -> None:
        self.progress.hide()
        self.choose_button.setEnabled(True)
        self.begin()

    def _take(self, pictures: list[PictureRead]) -> None:
        assert self._slips is not None
        problems = self._slips.take(pictures)
        self._show_rows()
        if problems:
            self.refused.emit(problems)
        else:
            count = sum(len(one.slips) for one in pictures)
            self.told.emit(ngettext("{count} slip was seen.", "{count} slips were seen.", count))

    def _judge(self, filled: bool) -> None:
        asked = self._of(ReadState.ASKED)
        if asked and self._slips is not None:
            self._slips.answer(asked[0], filled=filled)
            self._show_rows()
            self.begin()

    def _type_doubtful(self) -> None:
        asked = self._of(ReadState.ASKED)
        if asked:
            self._type(asked[0])

    def _type(self, row: ReadSlip) -> None:
        """Hand a slip over to be typed in; what is known of it goes along."""
        if row.state in (ReadState.COUNTED, ReadState.LEFT_OUT):
            return
        row.doubts.clear()
        row.state, row.why = ReadState.TO_TYPE, row.why or _("It is to be typed in.")
        self._show_rows()
        self.type_wanted.emit(row)

    def typed(self, row: ReadSlip) -> None:
        """A slip that was handed over is counted, or was left."""
        try:
            if self.poll is not None:
                check_slip(self.database, self.poll.id, row.number)
        except UserError:
            row.state, row.why = ReadState.COUNTED, ""
        self._show_rows()

    def _count(self) -> None:
        """Count all that are ready; what is refused says why and stays."""
        counted = 0
        for row in self._of(ReadState.READY):
            assert self.poll is not None
            try:
                enter_slip(self.database, self.poll.id, row.number, row.marks)
            except UserError as error:
                row.state, row.why = ReadState.LEFT_OUT, str(error)
            else:
                row.state, counted = ReadState.COUNTED, counted + 1
        self._show_rows()
        self.done.emit()
        told = ngettext("{count} slip is counted.", "{count} slips are counted.", counted)
        self.told.emit(told)
        self.begin()

    def _show_rows(self) -> None:
        rows = self._slips.rows if self._slips is not None else []
        shown = [_Row(row.number, row.written, row.state, row.why) for row in rows]
        self.model.set_rows(shown)
        self.table.columns.again()
        self.table.setVisible(bool(rows))
        self.hint_label.setVisible(not rows)
        asked, ready = self._of(ReadState.ASKED), self._of(ReadState.READY)
        self.doubt.setVisible(bool(asked))
        if asked:
            line, _box = asked[0].doubts[0]
            self.doubt.ask(asked[0], self._titles[line])
        self.count_button.setVisible(bool(ready))
        self.count_button.setText(ngettext("Count {count} slip", "Count {count} slips", len(ready)))

    def _type_selected(self) -> None:
        for row in self.table.selected_rows()[:1]:
            self._type_row(row)

    def _type_row(self, row: _Row) -> None:
        slips = self._slips.rows if self._slips is not None else []
        for slip in slips:
            if slip.number == row.number:
                self._type(slip)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.count_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.hint_label)
        column.addLayout(buttons)
        column.addWidget(self.doubt, 3)
        column.addWidget(self.table, 2)
        column.addStretch(0)


def _new_table(page: QWidget, theme: Theme, model: RowModel[_Row]) -> RowTable:
    table = RowTable(page)
    table.setObjectName("read_slips_table")
    table.setAccessibleName(_("Slips in the pictures"))
    table.setMinimumHeight(theme.px(96))
    table.show_model(model)
    table.columns.begin(_WIDTHS, _WORDED, takes=2)
    return table


def _columns() -> tuple[Column[_Row], ...]:
    return (
        Column("number", _("Slip"), lambda row: row.written),
        Column("state", _("State"), lambda row: str(_STATES[row.state])),
        Column("why", _("Why"), lambda row: row.why),
    )


def _read_all(files: Sequence[Path], progress: Progress) -> list[PictureRead]:
    """What is on the pictures in these files; a file that cannot be read says so."""
    read: list[PictureRead] = []
    for at, file in enumerate(files):
        if progress.cancelled():
            raise CalledOffError
        try:
            read += [read_slips(grey) for grey in greys_in(file)]
        except UserError as error:
            read.append(PictureRead((), (str(error),)))
        progress((at + 1) / len(files))
    return read
