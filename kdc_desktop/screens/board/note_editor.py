"""Edit a note where it lies, or a cluster's name."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kdc_desktop.domain.board.colours import paper_of
from kdc_desktop.domain.kit.lengths import HEADING, TEXT
from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import ENTER
from kdc_desktop.screens.kit.limits import tell_when_cut, tell_when_long
from kdc_desktop.screens.kit.palette import NOTE_INK
from kdc_desktop.screens.kit.unkept import HalfWritten

_COMES_BACK = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class NoteEditor(QPlainTextEdit):
    """Lies over a note; leaving it, Enter and Tab keep the text, Shift+Enter is a new line.

    Escape does not. `done` carries the id and the new text; an empty text is carried too.
    """

    done = Signal(int, str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_editor")
        self.setAccessibleName(_("Text of the idea"))
        self._note_id = 0
        self._before = ""
        tell_when_long(self, TEXT)
        HalfWritten(self, self._refused)
        self.setTabChangesFocus(True)  # which ends it: see focusNextPrevChild
        self.hide()

    def edit(
        self, note_id: int, text: str, colour: str, rect: QRectF, size: float, within: QRect
    ) -> None:
        """Edit a note that lies at this rectangle of the parent, at this size."""
        self._note_id, self._before = note_id, text
        font = QFont("Inter")
        font.setPixelSize(max(8, round(13.5 * size)))
        self.setFont(font)
        self.setStyleSheet(
            f"QPlainTextEdit, QPlainTextEdit:focus {{ background: {paper_of(colour)};"
            f" color: {NOTE_INK}; border: 2px solid {NOTE_INK}; border-radius: 6px;"
            f" padding: 2px; font-size: {round(13.5 * size)}px; }}"
        )
        self.setPlainText(text)
        self.selectAll()
        box = rect.toRect()
        box.setSize(box.size().expandedTo(QRectF(0, 0, 168 * size, 108 * size).toRect().size()))
        self.setGeometry(_kept_within(box, within))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self) -> str:
        """What is too long to be kept by leaving it."""
        text = self.toPlainText()
        return "" if self.isHidden() or len(trimmed(text)) <= TEXT else text

    def write_on(self, text: str) -> None:
        """Go on with what was written here and could not be kept; Escape still gives it up."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self._before = self.toPlainText()
            self._close()
        elif event.key() in ENTER and not shift:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self._close()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        self._close()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()  # the window goes: what is written is kept
        super().hideEvent(event)

    def _close(self) -> None:
        if self.isHidden():
            return
        text, before = self.toPlainText(), self._before
        self._before = text
        self.hide()
        if text.strip() != before.strip():
            self.done.emit(self._note_id, text)
        self.closed.emit()


class NameEditor(QLineEdit):
    """Lies over the title of a cluster; leaving it, Enter and Tab keep the name."""

    done = Signal(int, str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cluster_name_editor")
        self.setMaxLength(HEADING)
        tell_when_cut(self)
        self.setAccessibleName(_("Name of the cluster"))
        self._cluster_id = 0
        self._before = ""
        self.editingFinished.connect(self._close)
        self.hide()

    def edit(self, cluster_id: int, name: str, rect: QRectF, within: QRect) -> None:
        """Edit the name of a cluster whose title lies at this rectangle of the parent."""
        self._cluster_id, self._before = cluster_id, name
        self.setText(name)
        self.selectAll()
        box = rect.toRect()
        box.setHeight(self.sizeHint().height())
        least, most = (self.fontMetrics().averageCharWidth() * letters for letters in (28, 54))
        box.setWidth(max(least, min(box.width() - 16, most)))
        self.setGeometry(_kept_within(box.translated(8, 2), within))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._close()
        elif event.key() in ENTER:
            self._close()  # and nothing more: Qt would give the key on to the board
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        self._close()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()  # the window goes: what is written is kept
        super().hideEvent(event)

    def _close(self) -> None:
        if self.isHidden():
            return
        self.hide()
        if self.text().strip() and self.text() != self._before:
            self.done.emit(self._cluster_id, self.text())
        self.closed.emit()


def _kept_within(box: QRect, room: QRect) -> QRect:
    """The box, moved to where all of it can be seen."""
    kept = box.intersected(QRect(box.topLeft(), room.size()))
    kept.moveLeft(max(room.left(), min(box.left(), room.right() - kept.width())))
    kept.moveTop(max(room.top(), min(box.top(), room.bottom() - kept.height())))
    return kept
