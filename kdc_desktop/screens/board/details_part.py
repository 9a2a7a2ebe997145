"""What is said of an idea beside its text, in the panel at the right: seen, edited, opened."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from kdc_desktop.domain.board.minutes import minutes_from
from kdc_desktop.domain.board.web_links import openable
from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, decimal_text
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.fields import prompt
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.unkept import Unkept
from kdc_desktop.services.board.rows import Described

_GROUPED = 1000  # from here on a number is written with signs that cannot be read again


@dataclass(frozen=True)
class _Shown:
    idea_id: int
    said: Described


class DetailsPart(QWidget):
    """Shows what is said of an idea.

    `described` carries the id and all of it once a field is left. `problem` says what cannot be
    kept or opened; `there` says which ideas there are.
    """

    described = Signal(int, object)
    problem = Signal(str)

    details_edit: QPlainTextEdit
    tags_edit: QLineEdit
    minutes_edit: QLineEdit
    link_edit: QLineEdit
    open_button: QPushButton

    def __init__(self, there: Callable[[], Collection[int]]) -> None:
        super().__init__()
        load_form(self, "board/details_part")
        self._shown: _Shown | None = None
        self._unkept = Unkept(self.details_edit, PAGE)
        self._unkept.there = there
        self._lines = (self.tags_edit, self.minutes_edit, self.link_edit)
        prompt(self.tags_edit, _("words, with commas"))
        prompt(self.link_edit, "https://")
        for edit in self._lines:
            edit.editingFinished.connect(self.keep)
        self.details_edit.installEventFilter(self)
        once(self.open_button)
        self.open_button.clicked.connect(self._open)

    def show_said(self, idea_id: int, said: Described) -> None:
        """Show what is said of this idea; what was typed for another one is kept before.

        A field that is being written in stays as it is.
        """
        shown = _Shown(idea_id, said)
        if self._shown is not None and self._shown.idea_id != idea_id:
            self.keep()
        same = self._shown is not None and self._shown.idea_id == idea_id
        if shown == self._shown:
            return
        self._shown = shown
        texts = (said.tags, _written(said.minutes), said.link)
        for edit, text in zip(self._lines, texts, strict=True):
            if not (same and edit.hasFocus() and edit.isModified()):
                edit.setText(text)
                edit.setCursorPosition(0)
        if not (same and self.details_edit.document().isModified()):
            self._unkept.show(idea_id, said.details)
            self.details_edit.document().setModified(False)
        link = openable(said.link)
        self.open_button.setVisible(bool(link))
        set_tip(self.open_button, link)

    def keep(self) -> None:
        """Tell what is typed, where it is not what was shown."""
        shown = self._shown
        if shown is None:
            return
        too_long = self._unkept.hold(shown.idea_id)
        try:
            said = self._typed(shown)
        except UserError as error:
            self._take_back()
            self.problem.emit(str(error))
            return
        if too_long:
            self.problem.emit(too_long)
        if said != shown.said:
            self._take_back()  # until it is read again
            self.described.emit(shown.idea_id, said)

    def _typed(self, shown: _Shown) -> Described:
        minutes = self.minutes_edit.text()
        as_it_was = minutes == _written(shown.said.minutes)
        return Described(
            self._unkept.keepable(shown.idea_id, shown.said.details),
            self.tags_edit.text().strip(),
            shown.said.minutes if as_it_was else minutes_from(minutes),
            self.link_edit.text().strip(),
        )

    def _take_back(self) -> None:
        """Show what is kept."""
        shown, self._shown = self._shown, None
        for edit in self._lines:
            edit.setModified(False)
        self.details_edit.document().setModified(False)
        if shown is not None:
            self.show_said(shown.idea_id, shown.said)

    def _open(self) -> None:
        link = openable(self._shown.said.link) if self._shown is not None else ""
        url = QUrl(link, QUrl.ParsingMode.StrictMode)
        if not (url.isValid() and url.host() and QDesktopServices.openUrl(url)):
            self.problem.emit(_("No program of this laptop opens this link."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        wrap_caption(self.open_button, self.width())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.details_edit and event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)


def _written(minutes: float | None) -> str:
    if minutes is None:
        return ""
    return decimal_text(minutes, 2, trimmed=True) if minutes < _GROUPED else f"{minutes:g}"
