"""The titles of the boards of a session: as many as there is room for, and all in a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from kdc_desktop.i18n import _, number_text
from kdc_desktop.screens.kit.plain import plain_caption, plain_tip, set_tip
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.boards import NamedBoard

_WIDEST, _NARROWEST = 220, 84
_AROUND = 28
"""How much wider than its words a title is."""
_READABLE = 120
"""A title that would be narrower is its number, and its words stand in the menu."""


class _Titles(QTabBar):
    """The titles side by side, shortened where there are many; `target` is framed."""

    menu_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._target = theme, -1
        self.setAccessibleName(_("Boards"))
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)

    def aim_at(self, target: int) -> None:
        """Frame this title, or none with -1."""
        if target != self._target:
            self._target = target
            self.update()

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index).boundedTo(QSize(self._theme.px(_WIDEST), 1000))

    def minimumTabSizeHint(self, index: int) -> QSize:
        wanted = self.tabSizeHint(index)
        return QSize(min(wanted.width(), self._theme.px(_NARROWEST)), wanted.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.currentIndex() if by_key else self.tabAt(event.pos())
        corner = self.mapToGlobal(self.tabRect(at).bottomLeft())
        self.menu_wanted.emit(at, corner if by_key else event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target >= 0:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.palette.accent), 2))
            around = self.tabRect(self._target).adjusted(1, 2, -1, -2)
            painter.drawRoundedRect(around, 6, 6)


class BoardTabs(QWidget):
    """`changed` tells which board was chosen, by its place among the titles.

    `menu_wanted` carries of which a menu is wanted, -1 for no one in particular, and where;
    `renamed` carries the one that was double-clicked.
    """

    changed = Signal(int)
    menu_wanted = Signal(int, QPoint)
    renamed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("boards")
        self._theme = theme
        self._rows: Sequence[NamedBoard] = ()
        self._titles = _Titles(theme, self)
        self._titles.setObjectName("board_titles")
        self._all = QToolButton(self)
        self._all.setObjectName("all_boards")
        self._all.setAccessibleName(_("All boards"))
        set_tip(self._all, _("All boards, and what can be done with them"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._titles, 1)
        row.addWidget(self._all)
        self._titles.currentChanged.connect(self._fit)
        self._titles.currentChanged.connect(self.changed)
        self._titles.tabBarDoubleClicked.connect(self._rename)
        self._titles.menu_wanted.connect(self.menu_wanted)
        self._all.clicked.connect(self._offer_all)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._all.setIcon(self._theme.icon("ellipsis", "muted"))

    def show_boards(self, rows: Sequence[NamedBoard], shown: int, of_stage: int) -> None:
        """Show these titles; the one that is `shown` is picked, that of the stage is marked."""
        titles, self._rows = self._titles, rows
        with QSignalBlocker(titles):
            while titles.count() > len(rows):
                titles.removeTab(titles.count() - 1)
            for at, row in enumerate(rows):
                if at == titles.count():
                    titles.addTab("")
                self._show(at, row.title, at == of_stage)
            titles.setCurrentIndex(shown)
        self._fit()

    def _show(self, at: int, title: str, is_of_stage: bool) -> None:
        titles = self._titles
        told = _("{board}: the stage shows this board", board=title) if is_of_stage else title
        titles.setTabIcon(at, self._theme.icon("presentation") if is_of_stage else QIcon())
        titles.setTabToolTip(at, plain_tip(told))
        titles.setAccessibleTabName(at, told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Write the titles, or where they would be too short to be read numbers beside the one."""
        room, several = self._titles.width(), len(self._rows)
        words = [self.fontMetrics().horizontalAdvance(row.title) for row in self._rows]
        wide = sum(min(self._theme.px(_WIDEST), one + self._theme.px(_AROUND)) for one in words)
        short = wide > room and room < several * self._theme.px(_READABLE)
        for at, row in enumerate(self._rows):
            is_shown = at == self._titles.currentIndex()
            text = number_text(at + 1) if short and not is_shown else plain_caption(row.title)
            if self._titles.tabText(at) != text:
                self._titles.setTabText(at, text)

    def title_at(self, at: QPoint) -> int:
        """Which title is at a point of the screen, -1 where there is none."""
        return self._titles.tabAt(self._titles.mapFromGlobal(at)) if self.isVisible() else -1

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen is in this row."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))

    def aim_at(self, target: int) -> None:
        """Frame this title, because what is carried would go there; none with -1."""
        self._titles.aim_at(target)

    def _rename(self, at: int) -> None:
        if at >= 0:
            self.renamed.emit(at)

    def _offer_all(self) -> None:
        corner = self._all.rect().bottomLeft()
        self.menu_wanted.emit(-1, self._all.mapToGlobal(corner))
