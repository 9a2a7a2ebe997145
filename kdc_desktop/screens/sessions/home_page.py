"""The front page of Home: the next evening, what is due, the year, and the evenings before."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.sessions.tonight_card import TonightCard
from kdc_desktop.services.sessions.programme import ProgrammeRow
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.services.sessions.upcoming import agenda_ahead, next_of, past_of
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.screens.sessions.due_card import DueCard
    from kdc_desktop.screens.sessions.past_column import PastColumn
    from kdc_desktop.screens.sessions.year_card import YearCard
    from kdc_desktop.services.sessions.home import HomeTold

PAST_SHOWN = 3
_LEFT, _RIGHT = 520, 300  # pixels at 100 %, that the halves have at least side by side


class HomePage(QScrollArea):
    """At first the sessions alone; what the nouns above tell comes with `show_told`.

    `acted` carries a line of what is due, of which somebody wants to do what it offers, and
    `more_wanted` one with a place, to offer all that can be done;
    `past_wanted` an evening to open, and `all_wanted` asks for the list of all.
    """

    acted = Signal(object)
    more_wanted = Signal(object, QPoint)
    past_wanted = Signal(int)
    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home_page")
        self._theme = theme
        self._seen = QWidget()  # one made by Qt would have to be found out
        self.setViewport(self._seen)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner, self._left, self._right = QWidget(), QWidget(), QWidget()
        self.tonight = TonightCard(theme)
        self._columns = _column(self._left), _column(self._right)
        self._columns[0].insertWidget(0, self.tonight)
        TurningHalves(inner, self._left, self._right, 16, (2, 1))
        self.setWidget(inner)
        theme.changed.connect(self._fit)
        self._fit()

    @cached_property
    def due(self) -> "DueCard":
        """What is due; it comes once that is known."""
        from kdc_desktop.screens.sessions.due_card import DueCard

        card = DueCard(self._theme)
        card.acted.connect(self.acted)
        card.more_wanted.connect(self.more_wanted)
        self._columns[0].insertWidget(1, card)
        return card

    @cached_property
    def year(self) -> "YearCard":
        """The year in numbers; likewise."""
        from kdc_desktop.screens.sessions.year_card import YearCard

        card = YearCard(self._theme)
        self._columns[1].insertWidget(0, card)
        return card

    @cached_property
    def past(self) -> "PastColumn":
        """The evenings that are over; likewise."""
        from kdc_desktop.screens.sessions.past_column import PastColumn

        column = PastColumn()
        column.open_wanted.connect(self.past_wanted)
        column.all_wanted.connect(self.all_wanted)
        self._columns[1].insertWidget(self._columns[1].count() - 1, column)
        return column

    def _fit(self) -> None:
        """Side by side only where both have the room, and never wider than what is seen."""
        room = self._seen.width()
        self._left.setMinimumWidth(min(room, self._theme.px(_LEFT)))
        self._right.setMinimumWidth(min(room, self._theme.px(_RIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_sessions(self, database: Database, rows: Sequence[SessionRow]) -> None:
        """Show what is known of the sessions themselves."""
        now = database.now()
        coming = next_of(rows, now)
        stages = agenda_ahead(database, coming.id) if coming is not None else []
        expected = coming.counts[0] if coming is not None and coming.counts else 0
        self.tonight.show_next(coming, stages, expected, now)

    def show_told(
        self, told: "HomeTold", rows: Sequence[SessionRow], goal: ProgrammeRow | None
    ) -> None:
        """Show what the nouns above tell: what is due, what became of the evenings, the year."""
        self.tonight.show_told(told)
        self.due.show_groups(told.groups)
        self.year.show_year(told.year, goal, told.reached)
        self.past.show_past(past_of(rows)[:PAST_SHOWN], len(rows), told.became)


def _column(half: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(half)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    column.addStretch(1)
    return column
