"""What is written and too long to be kept stays in its field until somebody shortens it."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.i18n import _, number_text, sentences
from kdc_desktop.screens.kit.limits import tell_when_long
from kdc_desktop.screens.kit.questions import ask_first


def text_at_stake(*places: QWidget) -> str:
    """What is lost with these places, in a sentence: a text too long to be kept, or nothing."""
    fields = (field for place in places for field in place.findChildren(Unkept))
    if any(field.holds for field in fields):
        return _("A text that is too long to be kept goes, too.")
    return ""


def when_no_text_is_lost(
    places: Collection[QWidget],
    over: QWidget,
    asked: str,
    caption: str,
    then: Callable[[], object],
) -> None:
    """Do what these places go with at once, or when it is meant although a text goes, too."""
    if lost := text_at_stake(*places):
        ask_first(over, "text_at_stake_box", sentences((lost, asked)), caption, then)
    else:
        then()


class Unkept(QObject):
    """Of one field that shows row after row: what was too long comes back with its row.

    `there` says which rows there still are: what was written for another one is past mending.
    """

    there: Callable[[], Collection[int]] | None = None

    def __init__(self, edit: QPlainTextEdit, longest: int) -> None:
        super().__init__(edit)
        self._edit, self._longest = edit, longest
        self._held: dict[int, str] = {}
        tell_when_long(edit, longest)

    @property
    def holds(self) -> bool:
        """Whether something is held of a row that is there, or being written in the field."""
        if self._edit.hasFocus() and self._is_long(self._edit.toPlainText()):
            return True
        return bool(self._held.keys() & (self._held if self.there is None else self.there()))

    def hold(self, key: int) -> str:
        """Hold on to what is written for this row if it is too long, and say by how much."""
        text = self._edit.toPlainText()
        if not self._is_long(text):
            self._held.pop(key, None)
            return ""
        self._held[key] = text
        return _(
            "{length} characters, and at most {longest} can be kept: shorten it.",
            length=number_text(len(trimmed(text))),
            longest=number_text(self._longest),
        )

    def keepable(self, key: int, kept: str) -> str:
        """What is written for this row; what is `kept` of it where that is too long."""
        return kept if key in self._held else self._edit.toPlainText().strip()

    def _is_long(self, text: str) -> bool:
        return len(trimmed(text)) > self._longest

    def show(self, key: int, kept: str) -> None:
        """Show what is held of this row, else what is kept."""
        text = self._held.get(key, kept)
        if text != self._edit.toPlainText():
            self._edit.setPlainText(text)
