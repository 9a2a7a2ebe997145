"""Choose who an idea is from, by typing a part of the name or organisation."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.services.board.rows import AuthorRow


class AuthorEdit(QLineEdit):
    """A line that knows the people of the session; `picked` carries a row, or None for nobody."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.author: AuthorRow | None = None
        self._ask: Callable[[], Sequence[AuthorRow]] = tuple
        self._people: Sequence[AuthorRow] | None = None
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)
        by_index = completer.activated[QModelIndex]  # type: ignore[index]  # an overload, which the stubs do not know
        by_index.connect(self._chosen)
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

    def _known(self) -> Sequence[AuthorRow]:
        if self._people is None:
            self._people = self._ask()
            self._names.setStringList([_offer(row) for row in self._people])
        return self._people

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
        fits = [row for row in self._known() if typed and typed in fold(_offer(row))]
        self._pick(fits[0] if fits else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._known()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setText(self.author.name if self.author else self.text())

    def _chosen(self, index: QModelIndex) -> None:
        narrowed = self.completer().completionModel()
        assert isinstance(narrowed, QAbstractProxyModel)
        self._pick(self._known()[narrowed.mapToSource(index).row()])

    def _pick(self, row: AuthorRow | None) -> None:
        self.show_author(row)
        self.picked.emit(row)


def _offer(row: AuthorRow) -> str:
    return f"{row.name} · {row.organisation}" if row.organisation else row.name
