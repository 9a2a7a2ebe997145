"""What is offered under a line while one types in it, found as everywhere."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling

MOST_OFFERED = 40


def offer_while_typing(line: QLineEdit, known: Callable[[], Iterable[str]]) -> QCompleter:
    """Offer those of the known that what is typed finds; Qt alone would know no accents."""
    names = QStringListModel(line)
    completer = QCompleter(names, line)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)

    def offer(typed: str) -> None:
        sought = Sought(typed)
        found = [name for name in known() if sought.is_in(in_every_spelling(name))]
        found.sort(key=lambda name: not sought.begins_in(in_every_spelling(name)))
        names.setStringList(found[:MOST_OFFERED] if sought else [])

    line.textEdited.connect(offer)
    return completer
