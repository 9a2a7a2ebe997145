"""What is not kept: too long for that, half typed, or only chosen. It does not go unsaid."""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kdc_desktop.domain.kit.text import shortened, trimmed
from kdc_desktop.i18n import _, listed, ngettext, number_text, sentences
from kdc_desktop.screens.kit.limits import tell_when_long
from kdc_desktop.screens.kit.questions import ask_first

MOST_NAMED = 4


def text_at_stake(*places: QWidget) -> str:
    """What is lost with these places, in sentences: too long to be kept, half typed, chosen."""
    fields = [field for place in places for field in place.findChildren(Unkept)]
    begun = [one.written() for place in places for one in place.findChildren(HalfWritten)]
    picked = [one.chosen() for place in places for one in place.findChildren(OnlyChosen)]
    typed, chosen = _quoted(begun), _quoted(chain.from_iterable(picked))
    long = _("A text that is too long to be kept goes, too.")
    half = _("What is half typed goes, too: {texts}.", texts=typed)
    only = _("What is chosen and not kept goes, too: {texts}.", texts=chosen)
    told = (any(field.holds for field in fields), long), (typed, half), (chosen, only)
    return sentences(sentence for is_so, sentence in told if is_so)


def _quoted(texts: Iterable[str]) -> str:
    """The first few of the texts, and how many more there are; nothing where there are none."""
    quoted = [_("“{text}”", text=shortened(text)) for text in texts if text.strip()]
    more = len(quoted) - MOST_NAMED
    rest = [ngettext("and {count} more", "and {count} more", more)] if more > 0 else []
    return listed((*quoted[:MOST_NAMED], *rest))


def when_no_text_is_lost(
    places: Collection[QWidget],
    over: QWidget,
    asked: str,
    caption: str,
    then: Callable[[], object],
    also: Sequence[str] = (),
) -> None:
    """Do what these places go with at once, or when it is meant although a text goes, too.

    `also` says what else would go.
    """
    if lost := sentences((text_at_stake(*places), *also)):
        ask_first(over, "text_at_stake_box", sentences((lost, asked)), caption, then)
    else:
        then()


class HalfWritten(QObject):
    """Of one place: what is written there and waits for Enter, or for a button; or nothing."""

    def __init__(self, place: QWidget, written: Callable[[], str]) -> None:
        super().__init__(place)
        self.written = written


class OnlyChosen(QObject):
    """Of one place: the names of what is chosen there and waits for Enter, or for a button."""

    def __init__(self, place: QWidget, chosen: Callable[[], Collection[str]]) -> None:
        super().__init__(place)
        self.chosen = chosen


def ask_when_half_typed(*lines: QLineEdit) -> None:
    """What stands in these lines is at stake until it is taken."""
    for line in lines:
        HalfWritten(line, line.text)


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
        there = self.there if self._held else None
        return bool(self._held.keys() & (self._held if there is None else there()))

    @property
    def holds_any(self) -> bool:
        """Whether something is held, also of a row that is gone and may come back."""
        return bool(self._held)

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
