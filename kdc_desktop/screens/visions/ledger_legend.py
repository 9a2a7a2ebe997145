"""What the marks of the ledger mean."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdc_desktop.i18n import _, listed
from kdc_desktop.screens.kit.heat import heat_colour
from kdc_desktop.screens.kit.theme import Theme

_SHARE = 5 / 7


class LedgerLegend(QWidget):
    """The marks in lines, each with its words."""

    is_a_picture = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._agreed = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_level(self, agreed_level: int) -> None:
        """The level that the dotted line stands for."""
        self._agreed = agreed_level
        self.setAccessibleName(listed(self._words()))
        self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, ...]:
        return (
            _("asked at an evening"),
            _("between evenings"),
            _("not asked, the last answer stands"),
            _("with a reason"),
            _("known twice, the later stands"),
            _("the agreed level {level}", level=self._agreed),
        )

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(width)[-1][1] + self._theme.px(24)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(24))

    def _placed(self, width: int) -> list[tuple[int, int]]:
        """Where each mark begins."""
        px = self._theme.px
        length = QFontMetrics(self._theme.font(12)).horizontalAdvance
        places: list[tuple[int, int]] = []
        x = y = 0
        for words in self._words():
            needed = px(26) + length(words) + px(20)
            if x and x + needed - px(20) > width:
                x, y = 0, y + px(22)
            places.append((x, y))
            x += needed
        return places

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, painter = self._theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(12))
        for kind, ((x, y), words) in enumerate(
            zip(self._placed(self.width()), self._words(), strict=True)
        ):
            self._mark(painter, kind, QRectF(x, y + px(4), px(20), px(14)))
            painter.setPen(QColor(self._theme.palette.muted))
            box = QRectF(x + px(26), y, self.width(), px(22))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _mark(self, painter: QPainter, kind: int, box: QRectF) -> None:
        px, colours = self._theme.px, self._theme.palette
        fill = QColor(heat_colour(_SHARE, colours))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        middle = box.center()
        if kind == 0:
            painter.drawRoundedRect(box, 3, 3)
        elif kind == 1:
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        elif kind == 2:
            painter.drawRect(QRectF(box.x(), middle.y() - px(1.5), box.width(), px(3)))
        elif kind == 3:
            painter.setBrush(QColor(colours.ink))
            painter.drawEllipse(QPointF(box.right() - px(4), middle.y()), px(2), px(2))
        elif kind == 4:
            painter.setBrush(QColor(colours.ink))
            for across in (9, 4):
                painter.drawEllipse(QPointF(box.right() - px(across), middle.y()), px(2), px(2))
        else:
            painter.setPen(QPen(QColor(colours.edge), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
