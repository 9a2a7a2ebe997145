"""The line at the bottom of the board: type an idea, Enter, the next one."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from kdc_desktop.screens.board.author_edit import AuthorEdit
from kdc_desktop.screens.kit.badges import SectorBadge
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.kit.widgets import KeyCap
from kdc_desktop.services.board.rows import AuthorRow

_BARE = "QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0 4px; }"

_AROUND_HINT = 24  # pixels


class QuickAdd(QFrame):
    """`wanted` carries a text and the author's id or None; `left` tells that Escape was pressed."""

    row: QHBoxLayout
    quick_label: QLabel
    idea_edit: QLineEdit
    author_edit: AuthorEdit
    author_badge: SectorBadge
    enter_cap: KeyCap

    wanted = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "board/quick_add", [AuthorEdit])
        self.idea_edit.setStyleSheet(_BARE)
        self.author_edit.setStyleSheet(_BARE)
        self.enter_cap.set_keys("Enter")
        self.author_badge.hide()
        hint = self.author_edit.fontMetrics().horizontalAdvance(self.author_edit.placeholderText())
        self.author_edit.setMaximumWidth(max(self.author_edit.maximumWidth(), hint + _AROUND_HINT))
        for edit in (self.idea_edit, self.author_edit):
            edit.setToolTip(edit.placeholderText())
            edit.installEventFilter(self)
        self.idea_edit.returnPressed.connect(self._add)
        self.idea_edit.textEdited.connect(self._look_for_author)
        self.author_edit.picked.connect(self._show_author)
        self.author_edit.textEdited.connect(self._write_on)
        self.author_edit.not_taken.connect(self._put_back)
        self.author_edit.typed_on.connect(self._go_on)
        self._named_in_text, self._at_sign = False, -1  # where it stood in the text
        ask_when_half_typed(self.idea_edit)
        self.author_edit.entered.connect(self._add_of_author)

    def begin(self, text: str = "") -> None:
        """Take the focus, to type an idea."""
        if text:
            self.idea_edit.setText(text)
        self.idea_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def added(self) -> None:
        """The idea is on the board: be ready for the next one, of somebody else."""
        begin_anew(self.idea_edit)
        self.author_edit.show_author(None)
        self.author_badge.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The whole line is framed while it has the keys: its fields have no frame of their own."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("has_keys", event.type() == QEvent.Type.FocusIn)
            restyle(self)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """What is to be typed is told in the line itself: before that is cut, the rest goes."""
        written = self.idea_edit.fontMetrics().horizontalAdvance
        margins = self.row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for edit in (self.idea_edit, self.author_edit):
            room -= written(edit.placeholderText()) + _AROUND_HINT
        for part in (self.quick_label, self.enter_cap):
            room -= part.sizeHint().width() + self.row.spacing()
            part.setVisible(room >= 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        if not self.idea_edit.text().strip():
            return  # Enter out of habit: what is to be typed stands in the line
        author = self.author_edit.author
        self.wanted.emit(self.idea_edit.text(), author.id if author else None)

    def _add_of_author(self) -> None:
        """Enter in the author's line adds what is written, in one go; amid a text one writes on."""
        in_the_text, self._named_in_text = self._named_in_text, False
        if in_the_text:  # once the list of names has gone, which gives the focus back
            QTimer.singleShot(0, self, self.idea_edit.setFocus)
        else:
            self.idea_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._add()

    def _look_for_author(self, text: str) -> None:
        at = self.idea_edit.cursorPosition()
        if re.search(r"(^|\s)@$", text[:at]):
            self._named_in_text = bool(text[at:].strip())
            self.idea_edit.setText(text[: at - 1] + text[at:])
            self.idea_edit.setCursorPosition(at - 1)  # after the space, to write on from there
            begin_anew(self.author_edit)
            self._look_at(at - 1)
            self.author_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write_on(self, sought: str) -> None:
        """No name begins with a blank: that @ is of the text."""
        if self._at_sign >= 0 and sought[:1].isspace():
            self.author_edit.show_author(None)
            self._put_back(sought)
            self.idea_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self, sought: str) -> None:
        """What was typed after an @ and is nobody is of the text, and stands there again."""
        text, at = self.idea_edit.text(), self._at_sign
        if at >= 0:
            self.idea_edit.setText(f"{text[:at]}@{sought}{text[at:]}")  # untranslated: as typed
            self.idea_edit.setCursorPosition(at + 1 + len(sought))
        self._look_at(-1)

    def _look_at(self, sign: int) -> None:
        self._at_sign, self.author_edit.is_in_text = sign, sign >= 0

    def _go_on(self, text: str) -> None:
        """What was typed on is the next idea, or the rest of this one."""
        self.idea_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.idea_edit.insert(text)

    def _show_author(self, author: AuthorRow | None) -> None:
        self._look_at(-1)
        self.author_badge.setVisible(author is not None)
        if author is not None:
            self.author_badge.set_letter(author.sector)
        if self.author_edit.hasFocus():
            self.idea_edit.setFocus(Qt.FocusReason.OtherFocusReason)
