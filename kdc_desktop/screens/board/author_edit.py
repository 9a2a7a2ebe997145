"""Choose who an idea is from, by typing a part of the name or organisation."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.finding import PeopleIndex
from kdc_desktop.services.board.rows import AuthorRow

_MOST_OFFERED = 40


class AuthorEdit(QLineEdit):
    """A line that knows the people of the session; `picked` carries a row, or None for nobody."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.author: AuthorRow | None = None
        self._ask: Callable[[], Sequence[AuthorRow]] = tuple
        self._people: PeopleIndex[AuthorRow] | None = None
        self._fits: Sequence[AuthorRow] = ()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        # What fits is worked out here: Qt would know neither accents nor the order of names.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)
        by_index = completer.activated[QModelIndex]  # type: ignore[index]  # an overload, which the stubs do not know
        by_index.connect(self._chosen)
        self.textEdited.connect(self._offer_those_who_fit)
        self.returnPressed.connect(self.accept_text)

    def ask_for_people(self, ask: Callable[[], Sequence[AuthorRow]]) -> None:
        """Offer the people whom this answers with; it is asked once somebody looks for one."""
        self._ask = ask
        self.forget_people()

    def forget_people(self) -> None:
        """Other people may be there now."""
        self._people = None
        if self.hasFocus():
            self._known()

    def _known(self) -> PeopleIndex[AuthorRow]:
        if self._people is None:
            self._people = PeopleIndex(self._ask())
        return self._people

    def _fitting(self) -> Sequence[AuthorRow]:
        typed = self.text().lstrip("@")
        return self._known().search(typed, _MOST_OFFERED) if fold(typed) else ()

    def _offer_those_who_fit(self) -> None:
        self._fits = self._fitting()
        self._names.setStringList([_offer(row) for row in self._fits])

    def show_author(self, author: AuthorRow | None, text: str = "") -> None:
        """Show this author, or a name that is nobody we know, without telling."""
        self.author = author
        self.setText(author.name if author else text)
        self.setCursorPosition(0)

    def accept_text(self) -> None:
        """Take the first person who fits what is typed; nothing typed is nobody."""
        typed = fold(self.text().lstrip("@"))
        if self.author is not None and fold(self.author.name) == typed:
            self.picked.emit(self.author)
            return
        fits = self._fitting()
        self._pick(fits[0] if fits else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._known()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setText(self.author.name if self.author else self.text())

    def _chosen(self, index: QModelIndex) -> None:
        self._pick(self._fits[index.row()])

    def _pick(self, row: AuthorRow | None) -> None:
        self.show_author(row)
        self.picked.emit(row)


def _offer(row: AuthorRow) -> str:
    return dotted(row.name, row.organisation, row.apart)
