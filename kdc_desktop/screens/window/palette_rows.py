"""How an action stands in the palette: its name, its keys, and below what is said of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kdc_desktop.screens.kit.theme import Theme

NAME_ROLE = Qt.ItemDataRole.UserRole + 1
KEYS_ROLE = NAME_ROLE + 1
NOTE_ROLE = KEYS_ROLE + 1
OFF_ROLE = NOTE_ROLE + 1
_WRAPS = int(Qt.TextFlag.TextWordWrap.value)
_LEFT = int(Qt.AlignmentFlag.AlignLeft.value)
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop).value)
_UNENDING = 100_000
PAD, GAP, BETWEEN = 8, 12, 2  # pixels at 100 %: at the edges, beside the name, above the note


class PaletteRows(QStyledItemDelegate):
    """Nothing of a row is cut: the name goes on below where its keys leave too little room."""

    def __init__(self, theme: Theme, rows: QListWidget) -> None:
        super().__init__(rows)
        self._theme, self._rows = theme, rows

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._rows.viewport().width()
        name, _keys, note = self._places(QRect(0, 0, width, _UNENDING), option.font, index)
        lowest = max(name.bottom(), note.bottom()) + 1
        return QSize(width, max(self._theme.px(32), lowest + self._theme.px(PAD) - 2))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text, ground.icon = "", QIcon()
        style = self._rows.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._rows)
        name, keys, note = self._places(option.rect, option.font, index)
        side = self._theme.px(16)
        left = option.rect.left() + self._theme.px(PAD)
        line = QFontMetrics(option.font).height()
        icon = QIcon(index.data(Qt.ItemDataRole.DecorationRole))
        icon.paint(painter, QRect(left, name.top() + (line - side) // 2, side, side))
        palette = self._theme.palette
        painter.save()
        muted = QColor(palette.muted)
        off = index.data(OFF_ROLE)
        painter.setFont(option.font)
        painter.setPen(muted if off else QColor(palette.ink))
        painter.drawText(name, _LEFT | _WRAPS, index.data(NAME_ROLE))
        painter.setPen(muted)
        if note.height():
            painter.setFont(self._theme.font(12))
            painter.drawText(note, _LEFT | _WRAPS, index.data(NOTE_ROLE))
        if keys.width():
            painter.setFont(self._key_font())
            painter.drawText(keys, _RIGHT, index.data(KEYS_ROLE))
        painter.restore()

    def _key_font(self) -> QFont:
        return self._theme.font(12, QFont.Weight.DemiBold)

    def _places(
        self, rect: QRect, font: QFont, index: QModelIndex | QPersistentModelIndex
    ) -> tuple[QRect, QRect, QRect]:
        """Where name, keys and note stand; an empty rectangle for what there is not."""
        px = self._theme.px
        inner = rect.adjusted(2 * px(PAD) + px(16), px(PAD) - 1, -px(GAP), 0)
        keys = _room(self._key_font(), index.data(KEYS_ROLE), inner)
        keys.moveTopRight(inner.topRight())
        free = inner.adjusted(0, 0, -(keys.width() + px(GAP)) if keys.width() else 0, 0)
        name = _room(font, index.data(NAME_ROLE), free)
        below = inner.adjusted(0, name.height() + px(BETWEEN), 0, 0)
        return name, keys, _room(self._theme.font(12), index.data(NOTE_ROLE), below)


def _room(font: QFont, text: str, place: QRect) -> QRect:
    """What a text takes of a place, from its upper left corner."""
    if not text:
        return QRect(place.topLeft(), QSize(0, 0))
    around = QRect(0, 0, place.width(), _UNENDING)
    size = QFontMetrics(font).boundingRect(around, _LEFT | _WRAPS, text).size()
    return QRect(place.topLeft(), QSize(size.width() + 2, size.height()))
