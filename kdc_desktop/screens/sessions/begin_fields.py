"""The words with which a session begins: suggested by an earlier one, until somebody writes."""

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from kdc_desktop.errors import UserError
from kdc_desktop.instants import laptop_zone
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.services.sessions import listing, questions
from kdc_desktop.services.sessions.beginning import next_day_like, suggested_title
from kdc_desktop.services.sessions.defaults import next_beginning
from kdc_desktop.services.sessions.planning import NewSession
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.services.sessions.templates import Template
from kdc_desktop.storage import Database


class BeginFields(QObject):
    """Suggests name, place, goal and programme; what somebody has written there stays."""

    def __init__(
        self,
        title: QLineEdit,
        starts: DateLine,
        place: QLineEdit,
        goal: QLineEdit,
        programme: QLineEdit,
    ) -> None:
        super().__init__(title)
        self._title, self._starts = title, starts
        self._place, self._goal, self._programme = place, goal, programme
        self._suggested: dict[QLineEdit, str] = {}
        self._like: SessionRow | None = None
        self._taken: frozenset[str] = frozenset()
        starts.editingFinished.connect(self._suggest_title)

    def begin(self, database: Database, like: SessionRow) -> None:
        """At the hour of an earlier session, as long after it as that was after the one before."""
        now = database.now().in_zone(laptop_zone())
        rows = listing.sessions(database)
        self._taken = frozenset(row.title for row in rows)
        day = next_day_like(rows, like, next_beginning(database, now).date())
        self._starts.begin(datetime.combine(day, like.starts_at.time()), now.date())
        known = questions.programmes(database)
        self._programme.setCompleter(offer_while_typing(self._programme, lambda: known))

    def suggest(self, like: SessionRow) -> None:
        """Suggest what an earlier session has."""
        self._like = like
        self._put(self._place, like.place)
        self._put(self._goal, like.goal)
        self._put(self._programme, like.programme)
        self._suggest_title()

    def session(self, agenda: Template) -> NewSession:
        """What is written now, with this agenda.

        Raises:
            UserError: the time is none.
        """
        return NewSession(
            self._title.text(),
            self._starts.moment,
            agenda,
            self._place.text(),
            self._goal.text(),
            self._programme.text(),
        )

    def _suggest_title(self) -> None:
        try:
            moment = self._starts.moment
        except UserError:
            return
        if self._like is not None:
            self._put(self._title, suggested_title(self._like, moment, self._taken))

    def _put(self, field: QLineEdit, text: str) -> None:
        if field.text() == self._suggested.get(field, ""):
            field.setText(text)
            field.setCursorPosition(0)
            self._suggested[field] = field.text()
