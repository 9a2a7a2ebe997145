"""What one does to rounds: seat everybody, keep it, seat who comes late, tick what has met."""

from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction

from kdc_desktop.domain.pages.kinds import SEAT_SLIPS, SEATING_CARDS
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.i18n import _, number_text
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wanted_line import WantedLine, ask_line
from kdc_desktop.screens.seating.planned import Planned
from kdc_desktop.screens.seating.results import ResultEntry
from kdc_desktop.screens.seating.words import has_replaced
from kdc_desktop.services.seating.keeping import keep_plan, remove_rounds
from kdc_desktop.services.seating.late import seat_arrivals
from kdc_desktop.services.seating.meeting import tick_met
from kdc_desktop.services.seating.results import put_on_board
from kdc_desktop.services.seating.topics import topics_of
from kdc_desktop.storage import Database

MOST_TABLES = 200


class RoundVerbs:
    """The verbs of the screen of tables that are about a whole round, or all of them."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        session_id: int,
        planned: Planned,
        results: ResultEntry,
    ) -> None:
        self._screen, self._database, self._session_id = screen, database, session_id
        self._planned, self._results = planned, results
        self.offered: list[QAction] = []

    def add_actions(self, print_wanted: SignalInstance) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act, why = self._screen.act, self._no_round
        text = _("Seat everybody, or seat them otherwise")
        act("seat_everybody", text, self.seat, shortcut="S", icon="wand-sparkles")
        text = _("Use these tables")
        act("use_these_tables", text, self.use, shortcut="C", icon="check", why_not=self._no_plan)
        text = _("Go back to the tables as they were")
        act("leave_the_plan", text, self._leave, shortcut="Backspace", why_not=self._no_plan)
        text = _("A table for each consortium of tonight")
        act("topics_of_consortia", text, self._topics, icon="handshake")
        text = _("Say how many tables there are…")
        act("say_how_many_tables", text, self._ask_tables)
        text = _("Seat who came late")
        act("seat_arrivals", text, self.seat_arrivals, shortcut="L", icon="user-plus", why_not=why)
        self._add_of_rounds(print_wanted)

    def _add_of_rounds(self, print_wanted: SignalInstance) -> None:
        act, why = self._screen.act, self._no_round
        text = _("Tick the whole round as met")
        met = act(
            "round_has_met", text, self._met, shortcut="Shift+K", icon="list-checks", why_not=why
        )
        text = _("Write what a table worked out")
        write = act(
            "write_what_it_worked_out",
            text,
            self._results.take_keys,
            shortcut="R",
            icon="pencil",
            why_not=why,
        )
        text = _("Print cards for the tables…")
        cards = partial(print_wanted.emit, SEATING_CARDS.key)
        act("print_table_cards", text, cards, icon="file", why_not=why)
        text = _("Print slips with everybody's tables…")
        slips = partial(print_wanted.emit, SEAT_SLIPS.key)
        act("print_table_slips", text, slips, icon="file", why_not=why)
        text = _("Remove the rounds")
        act("remove_the_rounds", text, self._remove, icon="trash-2", why_not=why)
        self.offered = [met, write]

    def _no_round(self) -> str:
        return "" if self._planned.kept.rounds else _("Seat everybody first, and use the tables.")

    def _no_plan(self) -> str:
        return "" if self._planned.plan else _("Seat everybody first: then these can be used.")

    def late(self) -> tuple[int, int]:
        """How many are here without a seat, and how many seats are of those who have left."""
        kept = self._planned.kept
        open_ones = [one for one in kept.rounds if not one.met]
        late = {person.person_id for one in open_ones for person in kept.unseated(one)}
        return len(late), sum(len(kept.gone(one)) for one in open_ones)

    def seat(self) -> None:
        """Work out who sits where; while that runs, stop."""
        self._planned.search()

    def _topics(self) -> None:
        """Seat everybody at a table for each consortium of tonight, or each winner before that."""
        topics = topics_of(self._database, self._session_id)
        if not topics:
            told = _(
                "There is no consortium and no winner tonight: name the topics of tables instead."
            )
            self._screen.problem.emit(told)
            return
        wish = self._planned.wish
        kind = RoundKind.TOPICS
        self._planned.wish = wish._replace(kind=kind, topics=topics, rounds=1, tables=None)
        self.seat()

    def _ask_tables(self) -> None:
        round_ = self._planned.round
        there = number_text(len(round_.tables)) if round_ is not None else ""
        asked = WantedLine(_("Tables"), _("How many tables are there?"), _("Seat them so"), there)
        ask_line(self._screen, asked, self._take_tables)

    def _take_tables(self, said: str) -> None:
        if not said.strip().isdecimal() or not 0 < int(said) <= MOST_TABLES:
            told = _("Write a number from 1 to {most}.", most=MOST_TABLES)
            self._screen.problem.emit(told)
            return
        self._planned.wish = self._planned.wish._replace(tables=int(said), topics=())
        self.seat()

    def use(self) -> None:
        """Keep the plan that is looked at: the room finds its tables."""
        planned = self._planned
        if planned.plan is None:
            return
        kind, others = planned.plan.wish.kind, planned.replaced
        others = tuple(one for one in others if one.kind is not kind)
        if self._screen.attempt(
            keep_plan, self._database, self._session_id, planned.stage_id, planned.plan
        ):
            planned.take_up()
            self._screen.worked.emit()
            if others:
                self._screen.said.emit(has_replaced(others))

    def _leave(self) -> None:
        self._planned.drop()

    def seat_arrivals(self) -> None:
        """Seat who came late, and free the seats of who left."""
        planned = self._planned
        if not any(self.late()):
            self._screen.said.emit(_("Everybody who is here has a seat."))
            return
        asked = self._session_id, planned.stage_id, planned.wish.matters
        self._screen.attempt_here(seat_arrivals, self._database, *asked)

    def _met(self) -> None:
        round_ = self._planned.round
        if round_ is None or self._planned.plan is not None:
            return
        ids = [table.id for table in round_.tables]
        self._screen.attempt_here(tick_met, self._database, ids, not round_.met)

    def _remove(self) -> None:
        asked = self._session_id, self._planned.stage_id
        self._screen.attempt_here(remove_rounds, self._database, *asked)

    def put_on_board(self, table_id: int, text: str) -> None:
        """Put what a table worked out on the board; the entry is empty then."""
        if self._screen.attempt(put_on_board, self._database, table_id, text.splitlines()):
            self._results.clear()
