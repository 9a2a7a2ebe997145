"""The columns of cards: one walks among them with the arrow keys and drags them with the mouse."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
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
from kdc_desktop.screens.consortia.layout import Layout, PlacedCard, Ruler, arrange
from kdc_desktop.screens.consortia.walking import nearest_left, offset_to_see, step
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
    carried card is over (its `ColumnText`, or None), `dropped` the card and the column it fell
    on, `opened` the column that was double-clicked, `menu_wanted` where to open a menu.
    """

    focus_moved = Signal()
    hovered = Signal(object)
    dropped = Signal(object, object)
    opened = Signal(object)
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
        self._carrying = Carrying(self, self)
        self._carrying.hovered.connect(self._hover)
        self._carrying.dropped.connect(lambda card, at: self.dropped.emit(card, self._columns[at]))
        CardTips(self.viewport(), self._card_at)
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
        """The column of the card with the focus."""
        found = self._layout.find(self._focus)
        return self._columns[found.column] if found else None

    def show_columns(self, columns: tuple[ColumnText, ...]) -> None:
        """Show these; the focus stays on its card, or goes to the nearest one left."""
        before = self._layout.find(self._focus)
        self._columns = columns
        self._arrange()
        if self._layout.find(self._focus) is None:
            left = nearest_left(self._layout, before)
            self._focus = left.card.key if left else None
        self._tell_focus()

    def focus_card(self, *keys: CardKey) -> None:
        """Put the focus on the first of these cards that is shown."""
        for key in keys:
            found = self._layout.find(key)
            if found is not None:
                self._focus = key
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
        self._layout = arrange(self._columns, self.viewport().width(), self._ruler)
        self._fit_bar()
        self.viewport().update()

    def _fit_bar(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._layout.size.height() - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._ruler.px(24))

    def _measure_again(self) -> None:
        self._ruler = Ruler(self._theme)
        self._brush = Brush(self._theme, self._ruler)
        self._arrange()

    def _scroll_to(self, rect: QRect) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(offset_to_see(rect, bar.value(), self.viewport().height()))

    def _tell_focus(self) -> None:
        card, column = self.card, self.column
        if card is not None and column is not None:
            describe(self, spoken((card.spoken, column.title)))
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _card_at(self, at: QPoint) -> PlacedCard | None:
        return self._layout.card_at(at + QPoint(0, self._offset))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._card_at(event.position().toPoint())
        if found is not None:
            self._focus = found.card.key
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
        column = self.column_at(event.position().toPoint())
        if column is not None:
            self.opened.emit(self._columns[column])

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
        painter.translate(0, -self._offset)
        seen = event.rect().translated(0, self._offset)
        for at, column in enumerate(self._layout.columns):
            if column.rect.intersects(seen):
                self._brush.column(painter, column, target=self._carrying.aims_at(at))
        for placed in self._layout.cards:
            if placed.rect.intersects(seen):
                self._paint_card(painter, placed)
        painter.resetTransform()
        painter.setOpacity(1.0)
        self._carrying.paint(painter)
        painter.end()

    def _paint_card(self, painter: QPainter, placed: PlacedCard) -> None:
        held = self._carrying.card
        carried = held is not None and held.card.key == placed.card.key
        focused = placed.card.key == self._focus and self.hasFocus()
        painter.setOpacity(0.35 if carried else 1.0)
        self._brush.card(painter, placed.card, placed.rect, focused=focused, row=placed.row)
