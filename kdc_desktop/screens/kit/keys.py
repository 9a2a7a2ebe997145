"""Which keys were pressed, and which field they are for."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

Field = QLineEdit | QTextEdit | QPlainTextEdit

EDIT = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z")  # untranslated: keys
REDO = ("Ctrl+Shift+Z", "Ctrl+Y")  # untranslated: keys
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
AnyAction = TypeVar("AnyAction", bound=QAction)
_BEGINS = "begins_text"
_EDITS = "edits_text"
_GOES_ON = "goes_on"
_FROM_ROOM = "from_room"
_RENAMES = QKeySequence("F2")
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_HELD |= Qt.KeyboardModifier.MetaModifier


def field_of(widget: object) -> Field | None:
    """Where one writes in a widget: itself, or the line in it; None where nothing is typed."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        widget = widget.lineEdit()
    if isinstance(widget, Field) and not widget.isReadOnly():
        return widget
    return None


def text_in(field: Field) -> str:
    """What is written in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def undoes(event: QKeyEvent) -> bool:
    """Whether these are the keys of undo."""
    return event.matches(QKeySequence.StandardKey.Undo)


def redoes(event: QKeyEvent) -> bool:
    """Whether these are keys of redo: both that people know, on every system."""
    return event.matches(QKeySequence.StandardKey.Redo) or _is_one_of(event, REDO)


def is_held(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or the like is held with the key."""
    return bool(event.modifiers() & _HELD)


def is_for_the_window(event: QKeyEvent) -> bool:
    """Whether these keys, pressed in a field, are a shortcut of the window where it has one."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_letter = ord("A") <= event.key() <= ord("Z")  # as Qt numbers them
    return held == Qt.KeyboardModifier.ControlModifier and is_letter and not _is_one_of(event, EDIT)


def ends_form(event: QEvent) -> bool:
    """Whether these are the keys that take what is filled in: Ctrl and Enter."""
    return isinstance(event, QKeyEvent) and event.key() in ENTER and is_held(event)


def action_of(event: QKeyEvent, actions: Iterable[QAction]) -> QAction | None:
    """The action that these keys stand for, if it can be done now."""
    for action in actions:
        keys = [sequence.toString() for sequence in action.shortcuts()]
        if action.isEnabled() and _is_one_of(event, keys):
            return action
    return None


def begins_text(action: AnyAction) -> AnyAction:
    """Mark an action that only opens an empty line: see `can_follow_at_once`."""
    action.setProperty(_BEGINS, True)
    return action


def edits_text(action: AnyAction) -> AnyAction:
    """Mark an action after which one types: what is typed on where it is refused is no command."""
    action.setProperty(_EDITS, True)
    return action


def is_followed_by_text(action: QAction) -> bool:
    """Whether one goes on typing after this action."""
    marked = bool(action.property(_EDITS) or action.property(_BEGINS))
    return marked or _RENAMES in action.shortcuts()


def can_follow_at_once(event: QKeyEvent, actions: Iterable[QAction]) -> bool:
    """Whether these keys are meant, even pressed in one go with the Enter that ended a text."""
    action = action_of(event, actions)
    return action is not None and bool(action.property(_BEGINS))


def goes_on(widget: QWidget) -> None:
    """Mark what one answers in after the Enter of a field, in one go with it: with digits, say."""
    widget.setProperty(_GOES_ON, True)


def one_goes_on_in(widget: QWidget | None) -> bool:
    """Whether keys are meant here, even pressed in one go with the Enter that ended a text."""
    while widget is not None and not widget.property(_GOES_ON):
        widget = widget.parentWidget()
    return widget is not None


def from_room(action: AnyAction) -> AnyAction:
    """Mark an action that leads the evening or the shared screen: see `is_from_room`."""
    action.setProperty(_FROM_ROOM, True)
    return action


def is_from_room(action: QAction) -> bool:
    """Whether its keys are meant in the shared window, too."""
    return bool(action.property(_FROM_ROOM))


def _is_one_of(event: QKeyEvent, keys: Iterable[str]) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = {QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString()}
    if not event.text().isalpha():  # a sign that is typed with Shift on some keyboards
        held &= ~Qt.KeyboardModifier.ShiftModifier
        pressed.add(QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString())
    return any(QKeySequence(each).toString() in pressed for each in keys)


def keys_of(action: QAction) -> list[str]:
    """The keys of an action as they are printed on the keyboard, but for those of one country."""
    native = QKeySequence.SequenceFormat.NativeText
    everywhere = [keys for keys in action.shortcuts() if keys.toString().isascii()]
    return [sequence.toString(native) for sequence in everywhere]
