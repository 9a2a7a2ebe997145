"""What the keys mean where the caret stands, for what is the same in all fields of the window.

Undo takes back what was done last: what was typed, or else what the window did. A button is
pressed by Enter, too. What is typed on after a text was ended is no command.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QToolTip, QWidget
from shiboken6 import isValid

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import ENTER, Field, field_of, is_for_the_window, redoes, undoes
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.reading_order import let_tab_follow
from kdc_desktop.screens.window.into_nothing import IntoNothing
from kdc_desktop.screens.window.typing_on import TypingOn
from kdc_desktop.screens.window.undoing import Undoing

_TYPED_AFTER = "typed_after"
_SINCE = "opened_after"
_PRESSED_BY = (*ENTER, Qt.Key.Key_Space)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Caret(QObject):
    """Watches the widget of the window and of its dialogs that has the focus, and no other.

    A field claims the keys of undo and redo for what is typed in it, also when nothing is. So each
    field remembers after which step of the window it was typed in last. Letters with Ctrl are the
    window's first, but for those of the clipboard: on Linux a field would take Ctrl+E and Ctrl+K.
    """

    def __init__(
        self,
        window: QWidget,
        undoing: Undoing,
        typing_on: TypingOn,
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window, self._undoing, self._typing_on = window, undoing, typing_on
        self.into_nothing = IntoNothing(tell)
        self._watched: QWidget | None = None
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._move)  # type: ignore[union-attr]

    def _move(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if now is None or now is self._window or not self._is_ours(now):
            return
        self._watched = now
        now.installEventFilter(self)
        field = field_of(now)
        if field is not None:
            self._listen(field)
        place = now.window()
        if place is not self._window and place.property(_SINCE) is None:
            # What was undone before it opened is no step of its own either.
            there = max(self._undoing.newest, self._undoing.newest_undone)
            place.setProperty(_SINCE, there)

    def _is_ours(self, widget: QWidget) -> bool:
        place = widget.window()
        while isinstance(place, QDialog) and (below := place.parentWidget()) is not None:
            place = below.window()
        return place is self._window

    def _listen(self, field: Field) -> None:
        if field.property(_TYPED_AFTER) is None:
            field.setProperty(_TYPED_AFTER, self._undoing.newest)
            typed = field.textEdited if isinstance(field, QLineEdit) else field.textChanged
            typed.connect(self._mark)

    def _mark(self) -> None:
        """Something was written in a field: by hand, where that is the one with the focus."""
        field = None if self._watched is None else field_of(self._watched)
        if field is not None and self.sender() is field:
            field.setProperty(_TYPED_AFTER, self._undoing.newest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if watched is self._window:  # so nothing in it had a use for it
                self.into_nothing.heed_press(self._window, event.position().toPoint())
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._typing_on.claims(event) or self._claims(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            if self._typing_on.takes(event, field_of(watched)):
                return True
            return self._takes(watched, event)
        return False

    def _claims(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Keep keys from the window's shortcuts that the widget with the focus needs."""
        if undoes(event) or redoes(event):
            event.setAccepted(self._is_typed_in(field_of(watched), event))
            return True
        if field_of(watched) is not None and is_for_the_window(event):
            event.ignore()  # where no action has these keys, they are the field's after all
            return True
        presses = isinstance(watched, QAbstractButton) and not event.modifiers()
        if (presses and event.key() in _PRESSED_BY) or self.into_nothing.claims(event):
            event.accept()
            return True
        return False

    def _takes(self, watched: QWidget, event: QKeyEvent) -> bool:
        field = field_of(watched)
        if undoes(event) or redoes(event):
            if field is not None and self._is_typed_in(field, event):
                _go(field, back=undoes(event))
            else:
                self._ask(watched, back=undoes(event))
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            let_tab_follow(watched.window())
        button = watched if isinstance(watched, QAbstractButton) else None
        typed = button or (field is None and self.into_nothing.claims(event))
        if typed and watched.window() is self._window and self.into_nothing.goes_on_with(event):
            return True
        return button is not None and event.key() in ENTER and self._press(button, event)

    def _is_typed_in(self, field: Field | None, event: QKeyEvent) -> bool:
        """Whether what is to be taken back, or brought back, was typed in the field."""
        if field is None:
            return False
        typed = field if isinstance(field, QLineEdit) else field.document()
        after = int(field.property(_TYPED_AFTER) or 0)
        if undoes(event):
            return typed.isUndoAvailable() and self._undoing.newest <= after
        return typed.isRedoAvailable() and not 0 < self._undoing.newest_undone <= after

    def _ask(self, watched: QWidget, *, back: bool) -> None:
        place = watched.window()
        if place is self._window:
            self._step(back=back)
            return
        if place.windowType() == Qt.WindowType.Popup:
            return
        step = self._undoing.next_back if back else self._undoing.next_forth
        if step is not None and step.entry_id > int(place.property(_SINCE) or 0):
            self._step(back=back)
        else:
            text = _("Nothing was done here yet. To go further back, close this window first.")
            QToolTip.showText(watched.mapToGlobal(QPoint(0, watched.height())), plain_tip(text))

    def _step(self, *, back: bool) -> None:
        if back:
            self._undoing.undo()
        else:
            self._undoing.redo()

    def _press(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        """On a screen Enter presses what has the focus; a dialog's Enter is its own."""
        if button.window() is not self._window or event.modifiers() & ~_KEYPAD:
            return False
        if not event.isAutoRepeat():
            button.click()
        return True


def _go(field: Field, *, back: bool) -> None:
    if back:
        field.undo()
    else:
        field.redo()
