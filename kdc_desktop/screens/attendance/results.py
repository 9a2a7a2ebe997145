"""The choices under the type-ahead: large rows that say what Enter does."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kdc_desktop.audience.kit.icon import paint_icon
from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.i18n import _, listed
from kdc_desktop.screens.attendance.found import DoorChoice, Found
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.row_model import Index
from kdc_desktop.screens.kit.theme import Theme

ROW_HEIGHT = 52
_KEYS = "Shift+Enter"
FoundRole: int = Qt.ItemDataRole.UserRole + 1


class ResultModel(QAbstractListModel):
    """A handful of choices, replaced as a whole at every key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Found] = []

    def set_rows(self, rows: Sequence[Found]) -> None:
        """Offer these choices."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, at: int) -> Found:
        """The choice at a position."""
        return self._rows[at]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == FoundRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            who = (row.name, row.organisation, row.apart) if row.choice is DoorChoice.PERSON else ()
            parts = (*who, row.status, row.what_enter_does)
            return listed(part for part in parts if part)
        return None


class ResultDelegate(QStyledItemDelegate):
    """Draws a choice: sector, name over organisation, and what Enter does at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found, theme = index.data(FoundRole), self._theme
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.accent_soft))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        side = theme.px(26)
        mark = QRectF(rect.left() + theme.px(12), rect.center().y() - side / 2, side, side)
        if found.person_id is None:
            nobody = found.choice is DoorChoice.UNKNOWN_CODE
            icon = "triangle-alert" if nobody else "user-plus"
            ink = theme.palette.warning if nobody else theme.palette.accent
            paint_icon(painter, mark, icon, ink)
        else:
            paint_sector(painter, mark, found.sector, theme.dark)
        self._paint_words(painter, rect.adjusted(theme.px(52), 0, -theme.px(16), 0), found, chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, found: Found, chosen: bool) -> None:
        palette, half = self._theme.palette, rect.height() / 2
        top, below = (
            rect.adjusted(0, self._theme.px(5), 0, -half),
            rect.adjusted(0, half, 0, -self._theme.px(6)),
        )
        side = rect.width() * 0.42
        if found.person_id is None:
            words = found.what_enter_does if chosen else found.offer
            about = found.status
            if found.choice is DoorChoice.WALK_IN and not chosen:
                about = _("Not on the list? {keys}", keys=_KEYS)
            self._line(painter, top, words, 16, palette.ink, bold=True)
            self._line(painter, below, about, 14, palette.muted)
            return
        colour = palette.muted if found.is_here else palette.ink
        self._line(painter, top.adjusted(0, 0, -side, 0), found.name, 16, colour, bold=True)
        words = dotted(found.organisation or _("Resident"), found.apart)
        self._line(painter, below.adjusted(0, 0, -side, 0), words, 14, palette.muted)
        right = rect.adjusted(rect.width() - side, 0, 0, 0)
        hint = found.what_enter_does if chosen else ""
        if hint:
            self._right(painter, right.adjusted(0, self._theme.px(5), 0, -half), found.status)
            lower = right.adjusted(0, half, 0, -self._theme.px(6))
            self._right(painter, lower, hint, palette.accent, bold=True)
        else:
            status = palette.good if found.is_here else palette.muted
            self._right(painter, right, found.status, status)

    def _right(
        self, painter: QPainter, rect: QRectF, text: str, colour: str = "", *, bold: bool = False
    ) -> None:
        colour = colour or self._theme.palette.muted
        self._line(painter, rect, text, 14, colour, bold=bold, across=Qt.AlignmentFlag.AlignRight)

    def _line(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        size: int,
        colour: str,
        *,
        bold: bool = False,
        across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(rect.width())
        )
        painter.drawText(rect, across | Qt.AlignmentFlag.AlignVCenter, fitting)
