"""What is written and too long to be kept stays in its field until somebody shortens it."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kdc_desktop.screens.kit.limits import tell_when_long

_HOLDS = "holds_unkept"  # untranslated: a property


def holds_unkept(window: QWidget) -> bool:
    """Whether something in this window is written and too long to be kept."""
    return any(edit.property(_HOLDS) for edit in window.findChildren(QPlainTextEdit))


class Unkept:
    """Of one field that shows row after row: what was too long comes back with its row."""

    def __init__(self, edit: QPlainTextEdit, longest: int) -> None:
        self._edit, self._longest = edit, longest
        self._held: dict[int, str] = {}
        tell_when_long(edit, longest)

    def hold(self, key: int) -> bool:
        """Hold on to what is written for this row if it is too long; whether it is."""
        text = self._edit.toPlainText()
        is_long = len(text.strip()) > self._longest
        if is_long:
            self._held[key] = text
        else:
            self._held.pop(key, None)
        self._edit.setProperty(_HOLDS, bool(self._held))
        return is_long

    def show(self, key: int, kept: str) -> None:
        """Show what is held of this row, else what is kept."""
        text = self._held.get(key, kept)
        if text != self._edit.toPlainText():
            self._edit.setPlainText(text)
