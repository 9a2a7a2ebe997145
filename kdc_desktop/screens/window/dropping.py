"""Files and text that are dropped on the window: a sign says what would be done with them."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from kdc_desktop.domain.kit.list_kinds import ListKind
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.paths import is_club
from kdc_desktop.screens.kit.clipboard import accept_copy, files_in, is_sheet
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.screens.kit.wiring import TakeList, Window
from kdc_desktop.screens.window.frame import Frame

_AROUND = 24  # pixels that the sign leaves free of the screen on all sides


class Dropping(QObject):
    """Takes what is dropped on `over`: a club is offered to be opened, a sheet is the screen's.

    Where the screen has no use for one, `takers` have, by what is in it.
    """

    def __init__(self, window: Window, over: QWidget, frame: Frame, jobs: Jobs) -> None:
        super().__init__(over)
        self._window, self._over, self._frame, self._jobs = window, over, frame, jobs
        self.takers: Mapping[ListKind, TakeList] = {}
        self._sign: QLabel | None = None
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            said = self._offer(event.mimeData())
            if said:
                accept_copy(event)
                self._show(said)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._hide()
            accept_copy(event)
            self._take(event.mimeData())
            return True
        return super().eventFilter(watched, event)

    def _offer(self, carried: QMimeData) -> str:
        """What would be done with it, in a sentence; empty where it is nothing for us."""
        files, takes = files_in(carried), self._frame.shown().takes
        if not files:
            return takes.offer if takes and takes.text and carried.text().strip() else ""
        if is_club(files[0]):
            return _("Drop it here to open {file}.", file=files[0].name)
        if is_sheet(files[0]):
            return takes.offer if takes else _("Drop it here: people or ideas in it come in.")
        return _("Nothing can be done with {file} here.", file=files[0].name)

    def _take(self, carried: QMimeData) -> None:
        files, takes = files_in(carried), self._frame.shown().takes
        if not files:
            if takes and takes.text and carried.text().strip():
                takes.text(carried.text())
        elif is_club(files[0]):
            self._ask(files[0])
        elif is_sheet(files[0]):
            if takes:
                takes.sheet(files[0])
            else:
                self._ask_what_it_holds(files[0])
            if len(files) > 1:
                self._window.warn(
                    _("One file at a time: this is {file}. Then the next.", file=files[0].name)
                )
        else:
            self._window.warn(
                _(
                    "Nothing can be done with {file} here. Drop a club file (.kdc), or a list of "
                    "people or ideas: a sheet (.xlsx, .ods, .csv), a text (.txt), .vcf or .json.",
                    file=files[0].name,
                )
            )

    def _ask_what_it_holds(self, file: Path) -> None:
        from kdc_desktop.services.joined.lists import kind_of_list

        self._jobs.run(
            _("Reading {file}", file=file.name),
            lambda _progress: kind_of_list(file),
            lambda kind: self._give(file, kind),
        )

    def _give(self, file: Path, kind: ListKind | None) -> None:
        if kind is None:
            said = _("Nothing in {file} looks like people or like ideas.", file=file.name)
            self._window.warn(said)
        else:  # once this job has ended, for it may take another
            QTimer.singleShot(0, self, lambda: self.takers[kind](file))

    def _ask(self, club: Path) -> None:
        """Whether to open a club in place of this one, as it may have been dropped by mistake."""
        text = _(
            "Open {file} here? This club is closed for it; all of it is saved.", file=club.name
        )
        box = question(self._over, "open_dropped", text)
        box.addButton(_("&Stay here"), QMessageBox.ButtonRole.RejectRole)
        wanted = box.addButton(_("&Open it"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(wanted)
        wanted.clicked.connect(lambda: self._window.file_wanted.emit(club))
        open_for_now(box)

    def _show(self, said: str) -> None:
        if self._sign is None:
            self._sign = QLabel(self._frame)
            self._sign.setObjectName("drop_sign")
            self._sign.setTextFormat(Qt.TextFormat.PlainText)
            self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._sign.setWordWrap(True)
            self._sign.setProperty("role", "drop-sign")
            self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.setText(said)
        self._sign.setAccessibleName(said)
        around = self._frame.centre.geometry()
        self._sign.setGeometry(around.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND))
        self._sign.raise_()
        self._sign.show()

    def _hide(self) -> None:
        if self._sign is not None:
            self._sign.hide()
