"""The columns of cards: one walks among them with the arrow keys and drags them with the mouse."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kdc_desktop.audience.kit.speaking import describe
from kdc_desktop.i18n import _, spoken
from kdc_desktop.screens.consortia.card_tips import CardTips
from kdc_desktop.screens.consortia.carrying import Carrying
from kdc_desktop.screens.consortia.contents import Card, CardKey, ColumnText
from kdc_desktop.screens.consortia.drawing import Brush
from kdc_desktop.screens.consortia.heard import heard_columns
from kdc_desktop.screens.consortia.layout import Layout, PlacedCard, Ruler, arrange, is_higher
from kdc_desktop.screens.consortia.painting import ToPaint, paint_columns
from kdc_desktop.screens.consortia.walking import nearest_left, offset_to_see, step
from kdc_desktop.screens.kit.scroll_bars import let_scroll
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme

MOVES = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class ColumnsView(QAbstractScrollArea):
    """Paints columns, wrapped to the width, and tells what is wished by gesture.

    `focus_moved` tells that `card` has another answer. `hovered` carries the column that a
    carried card is over, or None, `dropped` the card and the column it fell on, `opened` the column
    that was double-clicked and whether on a card, `menu_wanted` where to open a menu.
    """

    focus_moved = Signal()
    hovered = Signal(object)
    dropped = Signal(object, object)
    opened = Signal(object, bool)
    unfold_wanted = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("columns")
        self.setAccessibleName(_("Consortia"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._columns: tuple[ColumnText, ...] = ()
        self._layout = Layout()
        self._ruler = Ruler(theme)
        self._brush = Brush(theme, self._ruler)
        self._focus: CardKey | None = None
        self._picked: int | None = None  # the winner of the column that has the focus itself
        self._carrying = Carrying(self, self)
        self._carrying.hovered.connect(self._hover)
        self.verticalScrollBar().setSingleStep(24)
        self._carrying.dropped.connect(lambda card, at: self.dropped.emit(card, self._columns[at]))
        CardTips(self.viewport(), self._card_at, partial(_title_at, self))
        theme.changed.connect(self._measure_again)

    @property
    def columns(self) -> tuple[ColumnText, ...]:
        """The columns as they are shown."""
        return self._columns

    @property
    def card(self) -> Card | None:
        """The card with the focus."""
        found = self._layout.find(self._focus)
        return found.card if found else None

    @property
    def column(self) -> ColumnText | None:
        """The column of the card with the focus, or the one that was clicked beside its cards."""
        found = self._layout.find(self._focus)
        if found is not None:
            return self._columns[found.column]
        picked = (one for one in self._columns if one.winner_id == self._picked)
        return None if self._picked is None else next(picked, None)

    @property
    def shows_choice(self) -> bool:
        """Whether it can be seen what has the focus: the keys are here, and it is in view."""
        if self.window().focusWidget() is not self:
            return False
        rect = self.rect_of(self._focus) if self._focus else None
        return self.column is not None if rect is None else self.viewport().rect().intersects(rect)

    def show_choice(self) -> None:
        """Give the keys to what has the focus, and let it be seen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        found = self._layout.find(self._focus)
        if found is not None:
            self._scroll_to(found.rect)

    def show_columns(self, columns: tuple[ColumnText, ...]) -> None:
        """Show these; the focus stays on its card, or goes to the nearest one left."""
        before = self._layout.find(self._focus)
        self._columns = columns
        self._arrange()
        if self._layout.find(self._focus) is None and self.column is None:
            left = nearest_left(self._layout, before)
            self._focus = left.card.key if left else None
        self._tell_focus()

    def focus_card(self, *keys: CardKey) -> None:
        """Put the focus on the first of these cards that is shown."""
        for key in keys:
            found = self._layout.find(key)
            if found is not None:
                self._focus, self._picked = key, None
                self._scroll_to(found.rect)
                self._tell_focus()
                return

    def spoken_items(self) -> list[SpokenItem]:
        """Each column's head and its cards, as a screen reader walks through them."""
        return heard_columns(self._layout, self._offset, self._focus)

    def rect_of(self, key: CardKey) -> QRect | None:
        """Where a card is painted in the viewport."""
        found = self._layout.find(key)
        return found.rect.translated(0, -self._offset) if found else None

    @property
    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _arrange(self) -> None:
        self._layout = arrange(self._columns, _width_for(self, self._ruler), self._ruler)
        self._fit_bar()
        self.viewport().update()

    def _fit_bar(self) -> None:
        let_scroll(self.verticalScrollBar(), self._layout.size.height(), self.viewport().height())

    def _measure_again(self) -> None:
        self._ruler = Ruler(self._theme)
        self._brush = Brush(self._theme, self._ruler)
        self._arrange()

    def _scroll_to(self, rect: QRect) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(offset_to_see(rect, bar.value(), self.viewport().height()))

    def _tell_focus(self) -> None:
        card, column = self.card, self.column
        if column is not None:
            describe(self, spoken((card.spoken if card else column.spoken, column.title)))
        self.viewport().update()
        self.focus_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._carrying.card is not None:
            self._carrying.stop()
        elif key in MOVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            found = step(self._layout, self._layout.find(self._focus), *MOVES[key])
            if found is not None:
                self.focus_card(found.card.key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.card is not None:
            self.unfold_wanted.emit(self.card)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    def _card_at(self, at: QPoint) -> PlacedCard | None:
        return self._layout.card_at(at + QPoint(0, self._offset))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._card_at(event.position().toPoint())
        column = self.column_at(event.position().toPoint())
        if found is not None:
            self._focus = found.card.key
        elif column is not None and self._columns[column].winner_id is not None:
            self._focus, self._picked = None, self._columns[column].winner_id
        self._tell_focus()
        if event.button() == Qt.MouseButton.LeftButton:
            self._carrying.press(found, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._carrying.move(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._carrying.release(event.position().toPoint())

    def _hover(self, at: int | None) -> None:
        self.hovered.emit(None if at is None else self._columns[at])

    def picture_of(self, placed: PlacedCard) -> QPixmap:
        """A card as it looks while it is carried."""
        return self._brush.carried(placed.card, placed.rect, self.devicePixelRatioF())

    def column_at(self, at: QPoint) -> int | None:
        """The column at a point of the viewport."""
        return self._layout.column_at(at + QPoint(0, self._offset))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if (column := self.column_at(at)) is not None:
            self.opened.emit(self._columns[column], self._card_at(at) is not None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
        else:
            self._fit_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.palette.paper))
        picked = self._picked if self._focus is None else None
        seen = ToPaint(self._layout, self._carrying, self._focus, picked, self.hasFocus())
        paint_columns(painter, self._brush, seen, event.rect(), self._offset)
        painter.end()


def _width_for(view: ColumnsView, ruler: Ruler) -> int:
    """How wide the columns are together, beside the bar that comes in a moment if it has to."""
    bar, seen = view.verticalScrollBar(), view.viewport().size()
    around = bar.parentWidget()  # which comes and goes with it
    comes = around and around.isHidden() and is_higher(view.columns, seen, ruler)
    return seen.width() - bar.sizeHint().width() if comes else seen.width()


def _title_at(view: ColumnsView, at: QPoint) -> str:
    column = view.column_at(at)
    return "" if column is None else view.columns[column].title
