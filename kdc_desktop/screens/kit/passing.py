"""What is opened for a moment goes when it is closed, with everything that it holds.

A popup is a part of the window for Qt: as long as it says nothing, the keys that are pressed in it
do what they do in the window below.
"""

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QKeySequence, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDialog, QMenu, QPushButton, QToolTip, QWidget
from shiboken6 import isValid

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.domain.kit.text import shortened_within
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import ENTER
from kdc_desktop.screens.kit.plain import plain_tip

BELOW_TOP = 96
_WENT = "box_went_at"
_LABEL_EDGES = 2  # pixels of a box beside its words


def open_for_now(dialog: QDialog, leave: Callable[[], object] | None = None) -> None:
    """Open a dialog over its parent, no larger than it; closed, there is nothing left of it.

    Ctrl+W closes it, as it does every window, or does what is said to `leave` it, and Ctrl+S says
    how what is in it is kept.
    """
    _on_key(dialog, "Ctrl+W", leave or dialog.reject)
    _on_key(dialog, "Ctrl+S", partial(_tell_how_to_keep, dialog))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    below = dialog.parentWidget()
    if below is not None and dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):
        dialog.resize(dialog.size().boundedTo(below.window().size()))
    dialog.open()


def _on_key(dialog: QDialog, keys: str, slot: Callable[[], object]) -> None:
    action = QAction(dialog)
    action.setShortcut(keys)
    action.triggered.connect(lambda _checked: slot())
    dialog.addAction(action)


def _tell_how_to_keep(dialog: QDialog) -> None:
    buttons = [one for one in dialog.findChildren(QPushButton) if one.isDefault()]
    text = _("There is nothing to save here.")
    if buttons:
        name = buttons[0].text().replace("&", "")
        text = _("“{button}” keeps what is here; Esc leaves all as it was.", button=name)
    QToolTip.showText(dialog.mapToGlobal(dialog.rect().bottomLeft()), plain_tip(text))
    speak(dialog, text, at_once=True)


def drop_over(window: QWidget, dialog: QDialog) -> None:
    """Open a dialog below the top of a window; whatever had the keys has them again after it."""
    place, before = window.geometry(), window.focusWidget()
    dialog.resize(dialog.size().boundedTo(place.size() - QSize(96, BELOW_TOP + 48)))
    dialog.move(place.center().x() - dialog.width() // 2, place.y() + BELOW_TOP)
    show_for_now(window, dialog, before)


def show_for_now(window: QWidget, dialog: QDialog, before: QWidget | None) -> None:
    """Show a dialog, and give the keys back to what had them `before` in the window."""

    def give_back() -> None:
        window.activateWindow()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    _on_key(dialog, "Ctrl+W", dialog.reject)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(give_back)
    dialog.show()
    dialog.setFocus(Qt.FocusReason.PopupFocusReason)  # what is being written stays open


def go_by_itself(dialog: QDialog) -> None:
    """Close a dialog because what it was for is done: who presses Escape now means the dialog."""
    below = dialog.parentWidget()
    if below is not None:
        below.window().setProperty(_WENT, monotonic())
    dialog.accept()


def went_at(window: QObject) -> float | None:
    """When a dialog over this window has closed by itself, unless that was seen."""
    went = window.property(_WENT)
    return went if isinstance(went, float) else None


def is_seen(window: QObject) -> None:
    """Who is at the window knows what is open over it, and what is not any more."""
    if window.property(_WENT) is not None:
        window.setProperty(_WENT, None)


class Menu(QMenu):
    """A menu whose keys are its own: those that it shows do what it says, others nothing."""

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        for action in self.actions():
            if action.isEnabled() and pressed in action.shortcuts():
                self.close()
                action.trigger()
                return
        super().keyPressEvent(event)


def passing_menu(parent: QWidget, name: str) -> Menu:
    """A menu that is gone once it is closed; `name` is its object name."""
    menu = Menu(parent)
    menu.setObjectName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def open_menu(parent: QWidget, name: str, actions: Sequence[QAction], at: QPoint) -> None:
    """Offer these actions at a point of the screen."""
    menu = passing_menu(parent, name)
    menu.addActions(actions)
    menu.popup(at)


def keeps(event: QEvent) -> bool:
    """Claim a key for the popup that this event is sent to; False for all other events."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    event.accept()
    return True


class DropDown(QComboBox):
    """A box to choose from, whose open list keeps the keys for itself.

    While it is closed a wheel over it scrolls what it lies on. Where it has too little room for
    what is chosen, dots say so, and the whole is told to who points at it.
    """

    @property
    def shown(self) -> str:
        """What is chosen, as much of it as there is room for."""
        text = self.currentText()
        if not self._is_cut():
            return text
        measure, room = self.fontMetrics(), self._room() - _LABEL_EDGES
        fitting = shortened_within(text, lambda cut: measure.horizontalAdvance(cut) <= room)
        return measure.elidedText(fitting, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable() or not self._is_cut():
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            chosen = plain_tip(self.currentText()) if self._is_cut() else ""
            told = "<br>".join(filter(None, (chosen, self.toolTip())))
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.currentText()) > self._room()

    def _room(self) -> int:
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox  # not needed at the start

        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width()
        icon = 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + 4
        return room - icon

    def showPopup(self) -> None:
        self.view().installEventFilter(self)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if keeps(event):
            return not _ends_list(event)  # Qt takes what is chosen before these keys are pressed
        return super().eventFilter(watched, event)


def _ends_list(event: QEvent) -> bool:
    assert isinstance(event, QKeyEvent)
    if event.key() == Qt.Key.Key_Down:
        return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return event.key() in (*ENTER, Qt.Key.Key_F4)
