"""A question over the window, with a button for each answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMessageBox, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import is_held
from kdc_desktop.screens.kit.passing import open_for_now


class Question(QMessageBox):
    """Takes the letter of an answer only with Alt: a plain one may have been meant for a field.

    Text and answers begin at one edge.
    """

    def showEvent(self, event: QShowEvent) -> None:
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        for at in reversed(range(grid.count())):
            item = grid.itemAt(at)
            if item is not None and item.spacerItem() is not None:  # of a box with a picture
                grid.takeAt(at)
        for name in ("qt_msgbox_label", "qt_msgbox_informativelabel"):
            if (text := self.findChild(QLabel, name)) is not None:
                kept = text.contentsMargins()
                text.setContentsMargins(0, kept.top(), 0, kept.bottom())
        grid.setHorizontalSpacing(0)
        grid.setColumnStretch(grid.columnCount() - 1, 1)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_held(event) or event.key() >= Qt.Key.Key_Escape:  # before it Qt numbers the signs
            super().keyPressEvent(event)


def question(over: QWidget | None, name: str, text: str) -> QMessageBox:
    """A box that says this as it is; whoever asks adds the answers, and opens it."""
    box = Question(over)
    box.setObjectName(name)
    if over is not None:
        box.setWindowModality(Qt.WindowModality.WindowModal)  # the kiosk is another window
    box.setWindowTitle("KDC Desktop")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def ask_first(
    over: QWidget,
    name: str,
    text: str,
    caption: str,
    then: Callable[[], object],
    instead: tuple[str, Callable[[], object]] | None = None,
) -> None:
    """Ask before something is done to many at once; Enter and Esc leave all as it was.

    `instead` is the caption of another answer, and what it does.
    """
    box = question(over.window(), name, text)
    leave = box.addButton(_("&Leave it as it is"), QMessageBox.ButtonRole.RejectRole)
    wanted = box.addButton(caption, QMessageBox.ButtonRole.AcceptRole)
    wanted.setObjectName(f"{name}_anyway")
    box.setDefaultButton(leave)
    wanted.clicked.connect(lambda _on: then())
    if instead is not None:
        other = box.addButton(instead[0], QMessageBox.ButtonRole.AcceptRole)
        other.setObjectName(f"{name}_instead")
        other.clicked.connect(lambda _on: instead[1]())
    open_for_now(box)
