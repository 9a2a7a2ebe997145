"""One reservation beside the map: its history, and what can become of it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.visions.reservation_steps import day_of_history
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import _, fillable, lazy, ngettext
from kdc_desktop.screens.kit.fields import prompt
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.quotes import Quote
from kdc_desktop.screens.visions.section import offer_buttons
from kdc_desktop.services.visions.rows import CommitmentRow, ReservationRow

TOP = Qt.AlignmentFlag.AlignTop
LONGEST_MET_BY = 60  # letters of a commitment in a menu
_WORDS = {
    ReservationState.ADDRESSED: lazy("Addressed"),
    ReservationState.LIFTED: lazy("Lifted"),
    ReservationState.STANDING: lazy("Left standing"),
    ReservationState.OPEN: lazy("Open again"),
}
_NEXT = {
    ReservationState.OPEN: (
        ReservationState.ADDRESSED,
        ReservationState.LIFTED,
        ReservationState.STANDING,
    ),
    ReservationState.ADDRESSED: (ReservationState.LIFTED, ReservationState.OPEN),
    ReservationState.LIFTED: (ReservationState.OPEN,),
    ReservationState.STANDING: (ReservationState.LIFTED, ReservationState.OPEN),
}
"""What can become of a reservation in each state."""


class ReservationCard(Quote):
    """One reservation, with what can become of it.

    `met` carries the commitment that meets it, `owners` answers with who could take care of it.
    """

    settled = Signal(int, object)
    owner_named = Signal(int, str)
    met = Signal(int, int)

    def __init__(
        self,
        theme: Theme,
        row: ReservationRow,
        today: date,
        parent: QWidget | None = None,
        *,
        owners: Callable[[], Iterable[str]] = tuple,
        commitments: Sequence[CommitmentRow] = (),
    ) -> None:
        self._row, self._commitments = row, commitments
        super().__init__(theme, row.text, _state_line(row), _bar(row), parent)
        self.column.addWidget(_history(row, today, self))
        if row.answer:
            self.column.addWidget(plain_label(row.answer, "muted", self, wrap=True))
        self._buttons = QWidget(self)
        self._flow = FlowLayout(self._buttons, 4)
        for state in _NEXT[row.state]:
            button = self._link(str(_WORDS[state]), f"{state}_{row.id}")
            button.clicked.connect(lambda _on, to=state: self.settled.emit(row.id, to))
        if row.is_unsettled:
            self._offer_more(owners)
        self.column.addWidget(self._buttons)
        offer_buttons(self, row.text)

    def _offer_more(self, owners: Callable[[], Iterable[str]]) -> None:
        row = self._row
        if self._commitments:
            self._met = self._link(_("Met by…"), f"met_by_{row.id}")
            self._met.clicked.connect(self._ask_what_meets_it)
        self._owner = QLineEdit(row.owner, self)
        self._owner.setObjectName(f"owner_{row.id}")
        prompt(self._owner, _("Who takes care of it"))
        self._owner.setAccessibleName(_("Owner of the reservation"))
        self._owner.hide()
        self._owner.setCompleter(offer_while_typing(self._owner, cache(owners)))
        self._owner.returnPressed.connect(self._name_owner)
        self._link(_("Owner…"), f"name_owner_{row.id}").clicked.connect(self._ask_owner)
        self.column.addWidget(self._owner)

    def _link(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self._buttons)
        button.setProperty("kind", "link")
        once(button)  # what was settled can be opened again in its place
        button.setObjectName(name)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._flow.addWidget(button)
        return button

    def _ask_what_meets_it(self) -> None:
        actions = []
        for given in self._commitments:
            what = shortened(given.what, LONGEST_MET_BY)
            words = _("{member}: {what}", member=given.member, what=what)
            action = QAction(words.replace("&", "&&"), self)
            action.triggered.connect(partial(self.met.emit, given.id, self._row.id))
            actions.append(action)
        below = self._met.mapToGlobal(QPoint(0, self._met.height()))
        open_menu(self, "met_by_menu", actions, below)

    def _ask_owner(self) -> None:
        self._owner.setVisible(not self._owner.isVisible())
        self._owner.setFocus()

    def _name_owner(self) -> None:
        self.owner_named.emit(self._row.id, self._owner.text())


def _history(row: ReservationRow, today: date, parent: QWidget) -> QWidget:
    """The steps of a reservation, a line each with its day."""
    place = QWidget(parent)
    place.setObjectName(f"history_{row.id}")
    grid = QGridLayout(place)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(2)
    grid.setHorizontalSpacing(10)
    grid.setColumnStretch(1, 1)
    for at, step in enumerate(row.steps):
        day = _("today") if step.day == today else day_of_history(step.day, today)
        last = at == len(row.steps) - 1 and row.state is ReservationState.OPEN
        grid.addWidget(plain_label(day, "small", place), at, 0, TOP)
        role = "small-warning" if last and at else "small"
        grid.addWidget(plain_label(str(step.text), role, place, wrap=True), at, 1, TOP)
    return place


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
