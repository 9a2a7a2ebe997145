"""The end of an evening: what was decided, what is not finished, and what comes next."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.sessions.thanks import ThanksSlide
from kdc_desktop.domain.sessions.agenda import shift
from kdc_desktop.i18n import _, listed, sentences
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.sessions.begin_dialog import BeginDialog
from kdc_desktop.screens.sessions.help import OUTCOME
from kdc_desktop.screens.sessions.outcome_card import OutcomeCard
from kdc_desktop.screens.sessions.times import begins_text
from kdc_desktop.services.sessions import listing, questions
from kdc_desktop.services.sessions.beginning import BeginningJoins
from kdc_desktop.services.sessions.joins import OutcomeLine, SessionEnding
from kdc_desktop.services.sessions.rows import SessionRow, evening
from kdc_desktop.storage import Database


class OutcomeScreen(Screen):
    """Cards of what each noun tells; the room is thanked.

    `session_wanted` carries the next session, `agenda_wanted`, `export_wanted` and `pages_wanted`
    only tell.
    """

    stem = "sessions/outcome_screen"
    help = OUTCOME
    is_for_the_room = True
    session_wanted = Signal(int)
    agenda_wanted = Signal()
    export_wanted = Signal()
    pages_wanted = Signal()

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    title_label: QLabel
    summary_label: QLabel
    agenda_button: QPushButton
    next_button: QPushButton
    export_button: QPushButton
    pages_button: QPushButton
    ends_label: QLabel
    parts_scroll: QScrollArea

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session_id: int,
        ending: SessionEnding,
        beginning: Callable[[], BeginningJoins],
    ) -> None:
        super().__init__(theme)
        self._database, self._session_id, self._ending = database, session_id, ending
        self._beginning = beginning
        facts = (ending.came, *ending.loose_ends)
        self.tables = frozenset({"session", "stage"}).union(
            *(fact.tables for fact in facts), *(part.tables for part in ending.outcomes)
        )
        self._next: SessionRow | None = None
        self._slide: ThanksSlide | None = None
        self.cards = {part.key: OutcomeCard(theme, part) for part in ending.outcomes}
        self._dress()
        self._lay_out_cards()
        self._connect()

    def _dress(self) -> None:
        flow_in(self.head_buttons, 12)
        TurningRow(self.head, self.head_words, self.head_buttons)
        self.title_label.setProperty("role", "headline")
        self.summary_label.setProperty("role", "muted")
        self.ends_label.setProperty("role", "bad")
        self.export_button.setProperty("kind", "primary")
        self.export_button.setIcon(self.theme.icon("file-spreadsheet", "on_accent"))
        self.keys_to = self.export_button

    def _lay_out_cards(self) -> None:
        inner, halves = QWidget(), (QWidget(), QWidget())
        columns = [QVBoxLayout(half) for half in halves]
        for at, card in enumerate(self.cards.values()):
            columns[at % 2].addWidget(card)
        for column in columns:
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            column.addStretch(1)
        TurningHalves(inner, *halves, 16)
        self.parts_scroll.setWidget(inner)

    def _connect(self) -> None:
        self.agenda_button.clicked.connect(self.agenda_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.pages_button.clicked.connect(self.pages_wanted)
        self.next_button.clicked.connect(self.go_to_next)
        self.act("next_evening", _("Open or plan the next evening"), self.go_to_next, icon="plus")

    def refresh(self) -> None:
        database, session_id = self._database, self._session_id
        session = listing.session(database, session_id)
        stages = questions.stages(database, session_id)
        slots = evening(session, stages, database.now())
        self._next = _after(session, listing.sessions(database))
        came = self._ending.came.sentence(database, session_id)
        lines = {part.key: part.lines(database, session_id) for part in self._ending.outcomes}
        self.title_label.setText(parted(session.title))
        ended = shift(slots).sentence(session.zone) if slots else ""
        again = _meet_again(self._next)
        self.summary_label.setText(sentences(filter(None, (ended, came, again))))
        planned = self._next is not None
        self.next_button.setText(
            _("Open the next evening") if planned else _("Plan the next evening…")
        )
        ends = sentences(
            filter(None, (end.sentence(database, session_id) for end in self._ending.loose_ends))
        )
        self.ends_label.setText(ends)
        self.ends_label.setVisible(bool(ends))
        for key, card in self.cards.items():
            card.show_lines(lines[key])
        self._slide = self._thanks(came, again, lines) if session.is_over else None
        self.room_changed.emit()

    def _thanks(self, came: str, again: str, lines: dict[str, list[OutcomeLine]]) -> ThanksSlide:
        part = next(part for part in self._ending.outcomes if part.for_the_room)
        return ThanksSlide(
            came=came,
            heading=str(part.title),
            lines=tuple(line.text for line in lines[part.key]),
            meet_again=again,
        )

    def slide_of(self, _sight: Sight) -> Slide | None:
        self.catch_up()
        return self._slide

    def go_to_next(self) -> None:
        """Open the evening that is planned after this one, or begin it from this one."""
        if self._next is not None:
            self.session_wanted.emit(self._next.id)
            return
        dialog = BeginDialog(self._database, self._beginning(), self, like_id=self._session_id)
        dialog.accepted.connect(lambda: self._planned(dialog))
        open_to_write(dialog)

    def _planned(self, dialog: BeginDialog) -> None:
        if dialog.session_id is not None:
            self.session_wanted.emit(dialog.session_id)


def _after(session: SessionRow, known: list[SessionRow]) -> SessionRow | None:
    """The first session that is planned to begin after this one."""
    later = [row for row in known if row.is_planned and row.planned_start > session.planned_start]
    return min(later, key=lambda row: row.planned_start, default=None)


def _meet_again(row: SessionRow | None) -> str:
    if row is None:
        return ""
    what = listed(filter(None, (row.title, row.place)))
    return _("We meet again on {when}: {what}.", when=begins_text(row), what=what)
