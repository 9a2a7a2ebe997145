"""What one does to the card with the focus: move it, swap it, pin it, free its seat."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling
from kdc_desktop.domain.seating.states import SeatRole
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.contents import Card, CardKey, ColumnText
from kdc_desktop.screens.kit.chosen import member_is_chosen
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wanted_line import WantedLine, ask_line
from kdc_desktop.screens.seating.planned import Planned
from kdc_desktop.screens.seating.words import USE_FIRST
from kdc_desktop.services.seating.meeting import set_came, tick_met
from kdc_desktop.services.seating.moving import (
    move_to_table,
    name_topic,
    set_host,
    set_pinned,
    swap_seats,
    take_from_table,
)
from kdc_desktop.services.seating.rows import RoundRow, SeatRow, TableRow
from kdc_desktop.storage import Database


class TableVerbs:
    """The verbs of the screen of tables on the card or the table that has the focus."""

    def __init__(
        self, screen: Screen, database: Database, planned: Planned, columns: ColumnsView
    ) -> None:
        self._screen, self._database = screen, database
        self._planned, self._columns = planned, columns
        self._swaps: int | None = None
        self.offered: list[QAction] = []

    def add_actions(self) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act = partial(self._screen.act, why_not=self._no_card)
        text, slot = _("Move to the next table"), partial(self._shift, 1)
        keys = "M; Ctrl+Right"
        onwards = act("move_to_the_next_table", text, slot, shortcut=keys, icon="arrow-right")
        text, slot = _("Move to the table before"), partial(self._shift, -1)
        back = act("move_to_the_table_before", text, slot, shortcut="Ctrl+Left", icon="arrow-left")
        for number in range(1, 10):
            act(
                f"send_to_table_{number}",
                _("Send to table {number}", number=number),
                partial(self._send_to, number - 1),
                shortcut=str(number),
                why_not=partial(self._no_table_numbered, number),
            )
        text = _("Swap the seats of two people")
        swaps = act("swap_seats", text, self._swap, shortcut="X", icon="combine")
        text = _("Free the seat")
        frees = act("free_the_seat", text, self._free, shortcut="Del; 0", icon="x")
        text = _("Pin or unpin")
        pins = act("pin_or_unpin_at_the_table", text, self._pin, shortcut="P", icon="pin")
        text = _("Host the table, or no longer")
        hosts = act("host_the_table", text, self._host, shortcut="H", icon="user-check")
        text = _("Came to the table, or not")
        came = act("came_or_not", text, self._came, shortcut="B", icon="log-out")
        of_table = partial(self._screen.act, why_not=self._no_table)
        text = _("Tick the table as met")
        met = of_table("table_has_met", text, self._met, shortcut="K", icon="check")
        text = _("Name the topic of the table…")
        topic = of_table("name_the_topic", text, self._topic, shortcut="T; F2", icon="pencil")
        self.offered = [onwards, back, swaps, frees, pins, hosts, came, met, topic]

    def sought(self, text: str) -> int | None:
        """Who is the first in the round whose name begins so."""
        wanted, round_ = Sought(text), self._planned.round
        if not wanted or round_ is None:
            return None
        people = [seat.person for table in round_.tables for seat in table.seats]
        people += self._planned.seen.unseated(round_)
        found = (one for one in people if wanted.begins_in(in_every_spelling(one.name)))
        return next((one.person_id for one in found), None)

    # Why not.

    def _no_card(self) -> str:
        if self._planned.plan is not None:
            return str(USE_FIRST)
        chosen = self._planned.round is not None and self._columns.card is not None
        return "" if chosen else _("Choose the card of somebody first.")

    def _no_table(self) -> str:
        if self._planned.plan is not None:
            return str(USE_FIRST)
        return "" if self._table() else _("Choose a table, or somebody at one, first.")

    def _no_table_numbered(self, number: int) -> str:
        round_ = self._planned.round
        if round_ is None or number > len(round_.tables):
            return _("There is no table {number}.", number=number)
        return self._no_card()

    # What has the focus.

    def _table(self) -> TableRow | None:
        column, round_ = self._columns.column, self._planned.round
        if column is None or round_ is None:
            return None
        return next((one for one in round_.tables if one.id == column.winner_id), None)

    def _seat(self, card: Card) -> SeatRow | None:
        table = self._table()
        seats = table.seats if table is not None else ()
        return next((one for one in seats if one.person.person_id in card.person_ids), None)

    def _on_card(self, act: Callable[[RoundRow, Card], object]) -> None:
        """Act on the card with the focus; where that cannot be seen, show it and say so."""
        card, round_ = self._columns.card, self._planned.round
        if card is None or round_ is None:
            return
        if self._columns.shows_choice:
            act(round_, card)
        else:
            self._columns.show_choice()
            self._screen.problem.emit(member_is_chosen(card.title))

    # Moving.

    def drop(self, card: Card, column: ColumnText) -> None:
        """Move a card that was let fall on a column."""
        round_ = self._planned.round
        if self._planned.plan is not None:
            self._screen.problem.emit(str(USE_FIRST))
        elif round_ is not None:
            self._move(round_, card, column.winner_id)

    def _shift(self, step: int) -> None:
        def shift(round_: RoundRow, card: Card) -> None:
            here, tables = self._table(), round_.tables
            at = tables.index(here) if here is not None else len(tables)
            if 0 <= at + step < len(tables):
                self._move(round_, card, tables[at + step].id)

        self._on_card(shift)

    def _send_to(self, place: int) -> None:
        self._on_card(lambda round_, card: self._move(round_, card, round_.tables[place].id))

    def _move(self, round_: RoundRow, card: Card, table_id: int | None) -> None:
        (person_id,) = card.person_ids
        if table_id is None:
            done = self._screen.attempt_here(
                take_from_table, self._database, round_.id, [person_id]
            )
        else:
            done = self._screen.attempt_here(
                move_to_table, self._database, round_.id, person_id, table_id
            )
        if done:
            self._columns.focus_card(CardKey.of_person(person_id))

    def _free(self) -> None:
        self._on_card(lambda round_, card: self._move(round_, card, None))

    def _swap(self) -> None:
        self._on_card(self._swap_with)

    def _swap_with(self, round_: RoundRow, card: Card) -> None:
        """The first press chooses somebody, the second, on somebody else, swaps them."""
        (person_id,) = card.person_ids
        first, self._swaps = self._swaps, None
        seated = round_.table_of(first) if first is not None else None
        if first is None or seated is None or first == person_id:
            self._swaps = person_id
            told = _("Go to whom {name} swaps seats with, and press X again.", name=card.title)
            self._screen.said.emit(told)
            return
        self._screen.attempt_here(swap_seats, self._database, round_.id, first, person_id)
        self._columns.focus_card(CardKey.of_person(person_id))

    # The card and its table.

    def _pin(self) -> None:
        self._on_card(
            lambda round_, card: self._screen.attempt(
                set_pinned, self._database, round_.id, card.person_ids, not card.pinned
            )
        )

    def _host(self) -> None:
        def host(round_: RoundRow, card: Card) -> None:
            seat = self._seat(card)
            hosts = seat is not None and seat.role is SeatRole.HOST
            (person_id,) = card.person_ids
            self._screen.attempt_here(set_host, self._database, round_.id, person_id, not hosts)

        self._on_card(host)

    def _came(self) -> None:
        def came(_round: RoundRow, card: Card) -> None:
            seat = self._seat(card)
            if seat is not None:
                self._screen.attempt_here(set_came, self._database, seat.id, not seat.came)

        self._on_card(came)

    def _met(self) -> None:
        table = self._table()
        if table is not None:
            met = table.met_at is None
            self._screen.attempt_here(tick_met, self._database, [table.id], met)

    def _topic(self) -> None:
        table = self._table()
        if table is not None:
            label = _("What is talked about at table {table}?", table=table.letter)
            asked = WantedLine(_("Topic of the table"), label, _("Keep the topic"), table.topic)
            ask_line(self._screen, asked, partial(self._name, table.id))

    def _name(self, table_id: int, topic: str) -> None:
        self._screen.attempt_here(name_topic, self._database, table_id, topic)
