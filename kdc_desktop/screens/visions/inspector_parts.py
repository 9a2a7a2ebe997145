"""The cards of the inspector beside the buy-in map."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.domain.visions.scales import Scale
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import FlowLayout, plain_label
from kdc_desktop.services.visions.rows import ReservationRow

STATES = {"addressed": "Addressed", "lifted": "Lifted", "standing": "Left standing"}


class Quote(QFrame):
    """Somebody's words with a bar at the left whose colour tells how they stand."""

    def __init__(
        self, theme: Theme, text: str, below: str, role: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(12), 2, 0, 2)
        self.column.setSpacing(4)
        self.column.addWidget(plain_label(f"“{text}”", "", self, wrap=True))
        self.column.addWidget(plain_label(below, "small", self, wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(getattr(self._theme.palette, self._role))
        painter.fillRect(QRectF(0, 0, self._theme.px(3), self.height()), colour)
        painter.end()


class ReservationCard(Quote):
    """One reservation, with what can become of it."""

    settled = Signal(int, str)
    owner_named = Signal(int, str)

    def __init__(self, theme: Theme, row: ReservationRow, parent: QWidget | None = None) -> None:
        self._row = row
        super().__init__(theme, row.text, _state_line(row), _bar(row), parent)
        if row.answer:
            self.column.addWidget(plain_label(row.answer, "muted", self, wrap=True))
        buttons = QWidget(self)
        flow = FlowLayout(buttons, 4)
        choices = STATES if row.state == "open" else {"open": "Open again"}
        for state, words in choices.items():
            button = self._link(words, f"{state}_{row.id}", buttons)
            button.clicked.connect(lambda _on, to=state: self.settled.emit(row.id, to))
            flow.addWidget(button)
        if row.state == "open":
            self._owner = QLineEdit(row.owner, self)
            self._owner.setObjectName(f"owner_{row.id}")
            self._owner.setPlaceholderText("Who takes care of it")
            self._owner.setAccessibleName("Owner of the reservation")
            self._owner.hide()
            self._owner.returnPressed.connect(self._name_owner)
            owner = self._link("Owner…", f"name_owner_{row.id}", buttons)
            owner.clicked.connect(self._ask_owner)
            flow.addWidget(owner)
            self.column.addWidget(self._owner)
        self.column.addWidget(buttons)

    def _link(self, words: str, name: str, parent: QWidget) -> QPushButton:
        button = QPushButton(words, parent)
        button.setProperty("kind", "link")
        button.setObjectName(name)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _ask_owner(self) -> None:
        self._owner.setVisible(not self._owner.isVisible())
        self._owner.setFocus()

    def _name_owner(self) -> None:
        self.owner_named.emit(self._row.id, self._owner.text())


def _state_line(row: ReservationRow) -> str:
    days = "today" if not row.days else f"{row.days} {'day' if row.days == 1 else 'days'}"
    state = {
        "open": f"open {days}" if row.days else "raised today",
        "addressed": "addressed",
        "lifted": "lifted",
        "standing": "left standing",
    }[row.state]
    kind = "objection, " if row.objection else ""
    owner = f"owner {row.owner}" if row.owner else "no owner" if row.state == "open" else ""
    version = f"version {row.version_number}"
    return " · ".join(part for part in (row.member, version, kind + state, owner) if part)


def _bar(row: ReservationRow) -> str:
    if row.state == "open":
        return "bad" if row.objection else "warning"
    return "muted" if row.state == "standing" else "good"


class SectorMeans(QWidget):
    """A bar with the mean of each sector that has answered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[tuple[str, float, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_means(self, scale: Scale, means: dict[str, float]) -> None:
        """Show these means, the highest first; their share of the scale is the bar's length."""
        ordered = sorted(means.items(), key=lambda item: -item[1])
        self._rows = tuple(
            (letter, mean, (mean - scale.lowest + 1) / (scale.highest - scale.lowest + 1))
            for letter, mean in ordered
        )
        words = (f"{BY_LETTER[letter].name} {mean:.1f}" for letter, mean, _ in self._rows)
        self.setAccessibleName("Mean by sector: " + ", ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), len(self._rows) * self._theme.px(27))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, theme = self._theme.px, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        for row, (letter, mean, share) in enumerate(self._rows):
            middle = row * px(27) + px(13)
            badge = QRectF(0, middle - px(10), px(20), px(20))
            paint_sector(painter, badge, letter, theme.dark)
            whole = QRectF(px(32), middle - px(5), self.width() - px(72), px(10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.pressed))
            painter.drawRoundedRect(whole, px(5), px(5))
            painter.setBrush(QColor(theme.sector_colour(letter)))
            part = QRectF(whole.x(), whole.y(), whole.width() * share, whole.height())
            painter.drawRoundedRect(part, px(5), px(5))
            painter.setPen(QColor(theme.palette.ink))
            box = QRectF(self.width() - px(36), middle - px(12), px(36), px(24))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{mean:.1f}"
            )
        painter.end()


def caption(text: str, parent: QWidget) -> QWidget:
    """The small heading of a section."""
    return plain_label(text, "section", parent)


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side; the first one stretches."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 0 if at else 1)
    return row
