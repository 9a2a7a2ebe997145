"""Choose who an idea is from, by typing a part of the name or organisation."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.kit.text import fold, shortened
from kdc_desktop.domain.people.finding import PeopleIndex, is_the_one
from kdc_desktop.i18n import _
from kdc_desktop.services.board.rows import AuthorRow

_MOST_OFFERED = 40
_AROUND_NAMES = 40  # pixels
_MOST_SAID = 40  # letters


class AuthorEdit(QLineEdit):
    """A line that knows the people of the session; `picked` carries a row, or None for nobody.

    What is shown is what is kept: whoever leaves it has picked the one whose whole name is written,
    or the line shows again whom it had. `entered` tells that Enter has picked somebody or nobody;
    `told` says why nobody was taken, where the list of names hides nothing of it, and `not_taken`
    carries what is written no more because it is nobody. Where the name `is_in_text`, Enter holds
    nobody up who goes on typing: of a name that nobody has it is `entered` all the same, and so it
    is once something is `typed_on` after a name that several have, and nobody is called all that.
    """

    picked = Signal(object)
    entered = Signal()
    told = Signal(str)
    not_taken = Signal(str)
    typed_on = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.author: AuthorRow | None = None
        self._ask: Callable[[], Sequence[AuthorRow]] = tuple
        self._people: PeopleIndex[AuthorRow] | None = None
        self._fits: Sequence[AuthorRow] = ()
        self._kept: str | None = None  # what stood there before somebody typed
        self._entering, self._shown = False, ""
        self.is_in_text, self._several = False, ""
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        # What fits is worked out here: Qt would know neither accents nor the order of names.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)
        self._marking = QTimer(self)  # Qt opens the list after the text has changed
        self._marking.setSingleShot(True)
        self._marking.timeout.connect(self._dress_list)
        by_index = completer.activated[QModelIndex]  # type: ignore[index]  # an overload, which the stubs do not know
        by_index.connect(self._chosen)
        self.textEdited.connect(self._offer_those_who_fit)
        self.returnPressed.connect(self._enter)

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
        if self._kept is None:
            self._kept = self._shown
        self._fits = self._fitting()
        if self._several and not self._fits and self.text().startswith(self._several):
            self._go_on(self.text()[len(self._several) :])
            return
        self._names.setStringList([_offer(row) for row in self._fits])
        self._marking.start()

    def _dress_list(self) -> None:
        """Who alone is meant is marked from the beginning: Enter takes them, Down the second.

        The list is as wide as its names, as far as the window has room.
        """
        popup = self.completer().popup()
        if popup is None or not popup.isVisible():
            return
        with QSignalBlocker(popup.selectionModel()):  # else Qt would write it into the line
            first = self.completer().completionModel().index(0, 0)  # Qt marks what begins alike
            popup.setCurrentIndex(first if self._is_meant(self._fits) else QModelIndex())
        window = self.window().geometry()
        wanted = max(popup.sizeHintForColumn(0) + _AROUND_NAMES, self.width())
        width, at = min(wanted, window.width()), self.mapToGlobal(QPoint(0, 0))
        left = max(window.left(), min(at.x(), window.left() + window.width() - width))
        popup.setGeometry(left, popup.y(), width, popup.height())
        popup.viewport().update()

    def _is_meant(self, fits: Sequence[AuthorRow]) -> bool:
        return is_the_one([row.name for row in fits], self.text().lstrip("@"))

    def show_author(self, author: AuthorRow | None, text: str = "") -> None:
        """Show this author, or a name that is nobody we know, without telling."""
        self.author, self._kept, self._several = author, None, ""
        self._shown = author.name if author else text
        self.setText(self._shown)
        self.setCursorPosition(0)

    def accept_text(self) -> bool:
        """Take the person who alone is meant by what is typed; nothing typed is nobody.

        False where that is nobody here, or several: it stays written.
        """
        typed = fold(self.text().lstrip("@"))
        if self.author is not None and fold(self.author.name) == typed:
            self.picked.emit(self.author)
            return True
        fits = self._fitting()
        if typed and not fits and self.is_in_text:
            self._keep_written(typed, self._kept or "")
            return True
        if typed and not fits:
            self.told.emit(
                _("Nobody in this session has this name. Check them in first (F3), or clear it.")
            )
            return False
        if typed and not self._is_meant(fits):
            self.told.emit(_("Several people fit: choose one with the arrow keys."))
            self._several = self.text() if self.is_in_text else ""
            QTimer.singleShot(0, self, self._list_again)  # Enter has closed it
            return False
        self._pick(fits[0] if fits else None)
        return True

    def _go_on(self, rest: str) -> None:
        written = self._several
        self.setText(written)
        self._keep_written(fold(written), self._kept or "")
        self.entered.emit()
        self.typed_on.emit(rest)

    def _list_again(self) -> None:
        self._offer_those_who_fit()
        self.completer().complete()

    def _enter(self) -> None:
        popup = self.completer().popup()
        if popup is not None and self._marking.isActive():  # what Qt has marked is nobody's choice
            popup.clearSelection()
            popup.setCurrentIndex(QModelIndex())
        if popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            self._entering = True  # the list is asked next which of them is marked
        elif self.accept_text():
            self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._known()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        if self._kept is not None:
            self._keep_written(fold(self.text().lstrip("@")), self._kept)

    def _keep_written(self, typed: str, before: str) -> None:
        named = [row for row in self._fitting() if fold(row.name) == typed]
        if len(named) == 1 or not typed:
            self._pick(named[0] if named else None)
        else:
            written = self.text()
            self.show_author(self.author, before)
            self.not_taken.emit(written)
            name = shortened(written, _MOST_SAID)
            several = _("Several people are called “{name}”: choose one from the list.", name=name)
            nobody = _("Nobody here is called “{name}”: the author stays as before.", name=name)
            self.told.emit(several if named else nobody)

    def _chosen(self, index: QModelIndex) -> None:
        entering, self._entering = self._entering, False
        self._pick(self._fits[index.row()])
        if entering:
            self.entered.emit()

    def _pick(self, row: AuthorRow | None) -> None:
        self.show_author(row)
        self.picked.emit(row)


def _offer(row: AuthorRow) -> str:
    return dotted(row.name, row.organisation, row.apart)
