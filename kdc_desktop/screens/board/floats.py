"""What floats over the board: the line for ideas, the search, two labels, the empty state."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.board.finder import BoardFinder
from kdc_desktop.screens.board.quick_add import QuickAdd
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, plain_label
from kdc_desktop.services.board.rows import BoardCounts

_EDGE = 24


class Floats(QObject):
    """Makes these parts over a screen and keeps them in their places.

    `top` is where the board begins. `silence_over`: who clicks on the label of silent mode ends it.
    """

    silence_over = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self.top = 0
        self.quick_add = QuickAdd(over)
        self.finder = BoardFinder(theme, over)
        self.free_label = plain_label("", "floating", over)
        self.free_label.setObjectName("free_label")
        self.silent_label = plain_label(
            _("Silent: cards are blank for the room"), "floating-alert", over
        )
        self.silent_label.setObjectName("silent_label")
        self.silent_label.setToolTip(_("A click here, or S, shows the cards again."))
        self.silent_label.setCursor(Qt.CursorShape.PointingHandCursor)
        self.silent_label.installEventFilter(self)
        self._free_words = self._hidden_words = self._elsewhere_words = ""
        self.empty_state = EmptyState(theme, over)
        self.finder.opened.connect(self._place_silent_label)
        self.finder.closed.connect(self._place_silent_label)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        clicks = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if watched is self.silent_label and event.type() in clicks:
            self.silence_over.emit()
            return True
        return super().eventFilter(watched, event)

    def offer_first_idea(self, begin: Callable[[], object]) -> None:
        """Say what belongs on a board that is empty."""
        self.empty_state.show_state(
            "lightbulb",
            _("No ideas yet"),
            _(
                "Type what was said into the line below; Enter adds it and takes the next one. "
                "Ideas from a sheet come in with Import."
            ),
            _("Write the first idea"),
            begin,
        )

    def show_counts(self, counts: BoardCounts, *, clusters: int) -> None:
        """Say how many ideas are in no cluster, that the room sees blank cards, or to begin."""
        self.empty_state.setVisible(not counts.ideas and not clusters)
        self.silent_label.setVisible(counts.silent)
        free = counts.unclustered if clusters else 0
        words = ngettext(
            "{count} idea is in no cluster · U shows it",
            "{count} ideas are in no cluster · U shows them",
            free,
        )
        self._free_words = words if free else ""
        self._say()

    def show_hidden(self, count: int) -> None:
        """Say how many ideas lie where one does not see them."""
        words = ngettext(
            "{count} idea is out of sight · Ctrl+9 shows it",
            "{count} ideas are out of sight · Ctrl+9 shows them",
            count,
        )
        self._hidden_words = words if count else ""
        self._say()
        self.place()

    def show_elsewhere(self, count: int) -> None:
        """Say how many ideas on other boards have what is looked for."""
        words = ngettext(
            "{count} idea on another board matches · Ctrl+B turns to the next board",
            "{count} ideas on other boards match · Ctrl+B turns to the next board",
            count,
        )
        self._elsewhere_words = words if count else ""
        self._say()
        self.place()

    def _say(self) -> None:
        told = (self._elsewhere_words, self._hidden_words, self._free_words)
        words = "\n".join(filter(None, told))
        self.free_label.setText(words)
        self.free_label.setVisible(bool(words))

    def _place_silent_label(self) -> None:
        """At the upper left; below the search where that is in the way."""
        label, finder = self.silent_label, self.finder
        _fit(label, self._over.width() - 2 * _EDGE)
        meets = finder.isVisible() and _EDGE + label.width() > finder.x()
        label.move(_EDGE, finder.geometry().bottom() + 8 if meets else self.top + 8)

    def place(self) -> int:
        """Put everything in its place; returns how much of the board's foot is covered."""
        width, height = self._over.width(), self._over.height()
        add = self.quick_add
        add_height = max(self._theme.px(52), add.sizeHint().height())
        add_width = min(self._theme.px(640), width - 2 * _EDGE)
        add.setGeometry(_EDGE, height - add_height - 20, add_width, add_height)
        finder_width = min(self._theme.px(480), width - 2 * _EDGE)
        self.finder.resize(finder_width, self.finder.sizeHint().height())
        self.finder.move(width - finder_width - _EDGE, self.top + 16)
        _fit(self.free_label, width - 2 * _EDGE - 4)
        beside = self.free_label.width() <= width - add_width - 3 * _EDGE
        left = 2 * _EDGE + add_width if beside else _EDGE + 4
        label_height = self.free_label.height()
        above = height - add_height - max(36, 22 + label_height / 2)
        middle = height - 20 - add_height / 2 if beside else above
        self.free_label.move(left, round(middle - label_height / 2))
        self._place_silent_label()
        empty = self.empty_state
        hint = empty.sizeHint().expandedTo(empty.minimumSizeHint())
        empty.resize(max(hint.width(), self._theme.px(420)), hint.height())
        empty.move((width - empty.width()) // 2, max(24, height // 2 - hint.height()))
        return add_height + 32


def _fit(label: QLabel, room: int) -> None:
    """As wide as its words, on several lines where there is no room for one."""
    label.setWordWrap(False)
    label.adjustSize()
    if label.width() > room:
        label.setWordWrap(True)
        label.resize(room, label.heightForWidth(room))
