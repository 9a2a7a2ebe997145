"""Which actions are meant by what is typed into the palette, the likeliest first."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling, together
from kdc_desktop.domain.kit.text import fold


def ranked(
    query: str,
    actions: Sequence[QAction],
    words: Mapping[str, str],
    notes: Mapping[QAction, str],
) -> list[QAction]:
    """The actions that are meant; of those that are as likely, the ones without a note first.

    `words` are what else people call an action, by its name, with commas between.
    """
    sought = Sought(query)
    if not sought:
        return sorted(actions, key=lambda action: notes.get(action, "") != "")
    found = []
    for action in actions:
        others = words.get(action.objectName(), "")
        rank = _rank(sought, action.text(), others)
        if rank is not None:
            found.append((rank, notes.get(action, "") != "", fold(action.text()), action))
    return [entry[-1] for entry in sorted(found, key=lambda entry: entry[:-1])]


def _rank(sought: Sought, name: str, others: str) -> tuple[int, int] | None:
    """How likely it is, the lower the likelier; None where a word is found nowhere."""
    spelled, called = in_every_spelling(name), [fold(one) for one in others.split(",")]
    if sought.text in (fold(name), *called):
        return 0, called.index(sought.text) if sought.text in called else -1
    if fold(name).startswith(sought.text):
        return 1, 0
    if sought.begins_in(spelled):
        return 2, -_beginning(sought, fold(name))
    at = next((n for n, one in enumerate(called) if one.startswith(sought.text)), None)
    if at is not None:
        return 3, at
    everything = together(spelled, in_every_spelling(others))
    if sought.begins_in(everything):
        return 4, 0
    if sought.is_in(spelled):
        return 5, 0
    return (6, 0) if sought.is_in(everything) else None


def _beginning(sought: Sought, name: str) -> int:
    words = sought.text.split()
    return sum(part.startswith(word) for word in words for part in name.split())
