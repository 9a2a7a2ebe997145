"""What members said, with what can become of it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import _, fillable, lazy, ngettext, spoken
from kdc_desktop.screens.kit.fields import prompt
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.section import offer_buttons
from kdc_desktop.services.visions.rows import ReservationRow

_SETTLED = {
    ReservationState.ADDRESSED: lazy("Addressed"),
    ReservationState.LIFTED: lazy("Lifted"),
    ReservationState.STANDING: lazy("Left standing"),
}
_OPEN_AGAIN = {ReservationState.OPEN: lazy("Open again")}


class Quote(QFrame):
    """Somebody's words with a bar at the left whose colour tells how they stand."""

    def __init__(
        self, theme: Theme, text: str, below: str, role: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role
        self.setAccessibleName(spoken((text, below)))
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

    settled = Signal(int, object)
    owner_named = Signal(int, str)

    def __init__(self, theme: Theme, row: ReservationRow, parent: QWidget | None = None) -> None:
        self._row = row
        super().__init__(theme, row.text, _state_line(row), _bar(row), parent)
        if row.answer:
            self.column.addWidget(plain_label(row.answer, "muted", self, wrap=True))
        buttons = QWidget(self)
        flow = FlowLayout(buttons, 4)
        is_open = row.state is ReservationState.OPEN
        for state, words in (_SETTLED if is_open else _OPEN_AGAIN).items():
            button = self._link(str(words), f"{state}_{row.id}", buttons)
            button.clicked.connect(lambda _on, to=state: self.settled.emit(row.id, to))
            flow.addWidget(button)
        if is_open:
            self._owner = QLineEdit(row.owner, self)
            self._owner.setObjectName(f"owner_{row.id}")
            prompt(self._owner, _("Who takes care of it"))
            self._owner.setAccessibleName(_("Owner of the reservation"))
            self._owner.hide()
            self._owner.returnPressed.connect(self._name_owner)
            owner = self._link(_("Owner…"), f"name_owner_{row.id}", buttons)
            owner.clicked.connect(self._ask_owner)
            flow.addWidget(owner)
            self.column.addWidget(self._owner)
        self.column.addWidget(buttons)
        offer_buttons(self, row.text)

    def _link(self, words: str, name: str, parent: QWidget) -> QPushButton:
        button = QPushButton(words, parent)
        button.setProperty("kind", "link")
        once(button)  # what was settled can be opened again in its place
        button.setObjectName(name)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _ask_owner(self) -> None:
        self._owner.setVisible(not self._owner.isVisible())
        self._owner.setFocus()

    def _name_owner(self) -> None:
        self.owner_named.emit(self._row.id, self._owner.text())


def _state_line(row: ReservationRow) -> str:
    said = fillable("{member} · version {number} · {state}")
    if row.owner:
        said = fillable("{member} · version {number} · {state} · owner {owner}")
    elif row.state is ReservationState.OPEN:
        said = fillable("{member} · version {number} · {state} · no owner")
    return str(
        said.filled(
            member=row.member, number=row.version_number, state=_state(row), owner=row.owner
        )
    )


def _state(row: ReservationRow) -> str:
    """What became of a reservation; of an objection in sentences of their own."""
    match row.state:
        case ReservationState.OPEN:
            return _open(row)
        case ReservationState.ADDRESSED:
            return _("objection, addressed") if row.objection else _("addressed")
        case ReservationState.LIFTED:
            return _("objection, lifted") if row.objection else _("lifted")
        case ReservationState.STANDING:
            return _("objection, left standing") if row.objection else _("left standing")


def _open(row: ReservationRow) -> str:
    if not row.days:
        return _("objection, raised today") if row.objection else _("raised today")
    if row.objection:
        return ngettext("objection, open {count} day", "objection, open {count} days", row.days)
    return ngettext("open {count} day", "open {count} days", row.days)


def _bar(row: ReservationRow) -> str:
    if row.state is ReservationState.OPEN:
        return "bad" if row.objection else "warning"
    return "muted" if row.state is ReservationState.STANDING else "good"
