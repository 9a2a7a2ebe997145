"""The type-ahead at the door: a large field, the choices under it, and a line for somebody new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QWidget,
)

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED, UNKNOWN
from kdc_desktop.i18n import _, lazy
from kdc_desktop.screens.attendance.door import Door
from kdc_desktop.screens.attendance.found import DoorChoice, Found
from kdc_desktop.screens.attendance.results import ROW_HEIGHT, ResultDelegate, ResultModel
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.heard_lists import WalkedList
from kdc_desktop.screens.kit.in_turns import InTurns
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import Surface
from kdc_desktop.services.people.rows import ContactRow

SHORT = {"P": lazy("City"), UNKNOWN: lazy("Not known")}
"""Names of sectors that are shorter where there is little room."""


GAP = 6  # between the line and what is found, where that lies over something


class GuestFinder(QWidget):
    """Type, arrows choose, Enter: `taken` carries what is highlighted then. Escape clears.

    While the list is being read nobody is found yet; whoever asks for the choice gets the right
    one, for which the `reading` is finished. Enter is `undecided` while of namesakes none is it.
    """

    taken = Signal(object)
    undecided = Signal()

    find_edit: QLineEdit
    results_card: Surface
    results_list: QListView
    sector_row: QWidget
    sector_label: QLabel
    sector_choice: Segmented

    def __init__(
        self,
        theme: Theme,
        contacts: Callable[[], Sequence[ContactRow]],
        reading: InTurns,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "attendance/finder")
        self._theme, self._reading = theme, reading
        self.door = Door(contacts)
        self._taking, self._is_left, self._least = False, False, 0
        self._results = ResultModel(self)
        self.results_list.setModel(self._results)
        self.results_list.setItemDelegate(ResultDelegate(theme, self.results_list))
        self.results_list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results_list.setStyleSheet("QListView { border: none; }")
        row = TurningRow(self.sector_row, self.sector_label, self.sector_choice, apart=False)
        row.setContentsMargins(12, 4, 12, 8)
        titles = [str(SHORT.get(letter, BY_LETTER[letter].title)) for letter in COUNTED]
        self.sector_choice.set_texts(titles)
        self.setFocusProxy(self.find_edit)
        self.find_edit.textChanged.connect(self._search_anew)
        self.find_edit.installEventFilter(self)
        self.results_list.clicked.connect(lambda _index: self.take())
        self.results_list.selectionModel().currentChanged.connect(self._show_sector_row)
        WalkedList(self.find_edit, self.results_list)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.find_edit.text()

    @property
    def chosen(self) -> Found | None:
        """The choice that Enter would take."""
        self._reading.finish()
        return self._highlighted

    @property
    def _highlighted(self) -> Found | None:
        index = self.results_list.currentIndex()
        return self._results.row(index.row()) if index.isValid() else None

    @property
    def sector(self) -> str | None:
        """The sector picked for a new organisation; None when it need not be asked."""
        self._reading.finish()
        return None if self.sector_row.isHidden() else COUNTED[self.sector_choice.current()]

    def clear(self) -> None:
        """Be ready for the next person."""
        begin_anew(self.find_edit)
        self.find_edit.setFocus()

    def again(self) -> None:
        """Let what is typed be typed over."""
        self.find_edit.setFocus()
        self.find_edit.selectAll()

    def take(self) -> None:
        """Take the highlighted choice."""
        if (chosen := self.chosen) is None:
            if self._results.rowCount():
                self.undecided.emit()
            return
        self._taking = True
        try:
            self.taken.emit(chosen)
        finally:
            self._taking = False
            self.search()

    def _search_anew(self) -> None:
        self._is_left = False
        self.search()

    def search(self) -> None:
        """Show the choices for what is typed; while one is taken, once that is done."""
        if self._taking:
            return
        found = [] if self._reading.under_way else self.door.search(self.text)
        self._results.set_rows(found)
        self.results_card.setVisible(bool(found) and not self._is_left)
        self.results_list.setFixedHeight(self._theme.px(ROW_HEIGHT) * len(found) + 2)
        if found and not self.door.asks_who(self.text, found):
            self.results_list.setCurrentIndex(self._results.index(0))
        self._show_sector_row()
        for layout in (self.results_card.layout(), self.layout()):  # else drawn once as it was
            if layout is not None:
                layout.activate()
        self._place_card()

    def float_over(self, below: QWidget) -> None:
        """Show what is found over what lies below, of which nothing moves then.

        It is seen while one types, and looks away with whoever goes on to something else.
        """
        self._least = below.minimumHeight()
        self.results_card.setProperty("role", "floating")
        self.results_card.setParent(below)
        self.results_card.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isVisible():
            return
        self._is_left = new is not self.find_edit and not self.results_card.isAncestorOf(new)
        self.results_card.setVisible(self._results.rowCount() > 0 and not self._is_left)
        self._place_card()

    def _place_card(self) -> None:
        below = self.results_card.parentWidget()
        if below is None or below is self:
            return
        if self.results_card.isHidden():
            below.setMinimumHeight(self._least)
        else:
            row = self._theme.px(ROW_HEIGHT) + 2
            wanted = row, (row - 2) * self._results.rowCount() + 2
            parts = self.find_edit, self.results_card, self.results_list
            below.setMinimumHeight(_lay_over(below, *parts, wanted, self._least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def _show_sector_row(self) -> None:
        found = self._highlighted
        new = found.organisation if found and found.choice is DoorChoice.WALK_IN else ""
        asks = bool(new) and not self.door.knows_sector_of(new)
        self.sector_row.setVisible(asks)
        if asks and found is not None:
            self.sector_label.setText(_("Which sector is {organisation} in?", organisation=new))
            self.sector_choice.set_current(COUNTED.index(found.sector))
        self._place_card()

    def _fit(self) -> None:
        px = self._theme.px
        self.find_edit.setStyleSheet(f"font-size: {px(20)}px; padding: {px(10)}px {px(14)}px;")
        line = QFontMetrics(self._theme.font(20)).height()
        self.find_edit.setMinimumHeight(line + 2 * px(10) + 6)
        self.search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.results_card and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)  # where it floats it is no child of ours
                return event.isAccepted()
        elif watched is self.results_card and event.type() == QEvent.Type.LayoutRequest:
            self._place_card()
        elif watched is self.find_edit and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():  # a key that is held lets nobody in
                    self.take()
                return True  # else it would come to us once more, from the line
            if event.key() == Qt.Key.Key_Tab and self.sector_row.isVisible():
                _enter(self.sector_choice)  # where it floats it is not the next in the window
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.find_edit.selectAll()
                self.find_edit.del_()  # not `begin_anew`: Ctrl+Z brings back what was typed
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        at = self.results_list.currentIndex().row() + by
        if 0 <= at < self._results.rowCount():
            self.results_list.setCurrentIndex(self._results.index(at))


def _lay_over(
    below: QWidget,
    line: QLineEdit,
    card: QWidget,
    found: QListView,
    wanted: tuple[int, int],
    own: int,
) -> int:
    """Lay what is found under the line in which one types; as high as there is room.

    How high the screen must be at least, which is `own` without it: where not even one row has room
    above the question, it gets longer and scrolls.
    """
    least, most = wanted
    at = line.mapTo(below, QPoint(0, line.height() + GAP))
    around = _high(card, line.width()) - found.height()
    found.setFixedHeight(max(least, min(most, below.height() - at.y() - around)))
    card.setGeometry(QRect(at, QSize(line.width(), _high(card, line.width()))))
    card.raise_()
    return max(own, at.y() + around + least)


def _high(card: QWidget, width: int) -> int:
    """How high a card is at a width at which what it asks may stand in several rows."""
    layout = card.layout()
    turned = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else 0
    return max(card.sizeHint().height(), turned)


def _enter(choice: Segmented) -> None:
    """Give the keys to the segment that is picked, and bring it into sight."""
    stops = Qt.FocusPolicy.StrongFocus
    picked = next(b for b in choice.findChildren(QPushButton) if b.focusPolicy() == stops)
    picked.setFocus(Qt.FocusReason.TabFocusReason)
    above = choice.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(picked)
