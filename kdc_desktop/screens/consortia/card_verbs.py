"""What one does to the card with the focus: move it, pin it, give it a role."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from kdc_desktop.domain.interests.roles import ROLE_ENTRIES
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.card_words import told_together
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.contents import Card, CardKey, ColumnText
from kdc_desktop.screens.consortia.letting_leave import ask_to_leave, move_or_leave
from kdc_desktop.screens.consortia.menus import corner
from kdc_desktop.screens.consortia.shown import Shown
from kdc_desktop.screens.consortia.words import USE_FIRST, member_of
from kdc_desktop.screens.kit.chosen import member_is_chosen
from kdc_desktop.screens.kit.passing import passing_menu
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.consortia.changed import move_in_suggestion
from kdc_desktop.services.consortia.moving import move_delegate, move_member, set_pinned
from kdc_desktop.services.consortia.placement import speaks_for
from kdc_desktop.services.consortia.roles import set_role


class CardVerbs:
    """The verbs of a consortia screen on the card that has the focus."""

    def __init__(self, screen: Screen, shown: Shown, columns: ColumnsView) -> None:
        self._screen, self._shown, self._columns = screen, shown, columns
        self.offered: list[QAction] = []

    def add_actions(self) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act = partial(self._screen.act, why_not=self._no_card)
        onwards = act(
            "move_to_the_next_consortium",
            _("Move to the next consortium"),
            lambda: self.shift(1),
            icon="arrow-right",
        )
        onwards.setShortcuts([QKeySequence("M"), QKeySequence("Ctrl+Right")])
        back = act(
            "move_to_the_consortium_before",
            _("Move to the consortium before"),
            lambda: self.shift(-1),
            icon="arrow-left",
        )
        back.setShortcut("Ctrl+Left")
        for number in range(1, 10):
            act(
                f"send_to_consortium_{number}",
                _("Send to consortium {number}", number=number),
                lambda number=number: self.send_to(number - 1),
                shortcut=str(number),
                why_not=partial(self._no_consortium, number),
            )
        waits = act("let_wait", _("Let wait"), self.let_wait, icon="clock")
        waits.setShortcuts([QKeySequence("Del"), QKeySequence("0")])
        pins = act("pin_or_unpin", _("Pin or unpin"), self.pin, shortcut="P", icon="pin")
        role = act(
            "change_the_role", _("Change the role…"), self.choose_role, shortcut="R", icon="user"
        )
        leaves = act(
            "let_the_member_leave", _("Let the member leave…"), self.let_leave, icon="log-out"
        )
        self.offered = [onwards, back, waits, pins, role, leaves]

    def _no_card(self) -> str:
        return "" if self._columns.card else _("Choose the card of somebody first.")

    def _no_consortium(self, number: int) -> str:
        if number > len(self._shown.seen.consortia):
            return _("There is no consortium {number}.", number=number)
        return self._no_card()

    def on_card(self, act: Callable[[Card], object]) -> None:
        """Act on the card with the focus; where that cannot be seen, show it and say so."""
        card = self._columns.card
        if card is not None and self._columns.shows_choice:
            act(card)
        elif card is not None:
            self._columns.show_choice()
            self._screen.problem.emit(member_is_chosen(card.title))

    def drop(self, card: Card, column: ColumnText) -> None:
        """Move a card that was let fall on a column."""
        self._move(column.winner_id, card)

    def shift(self, step: int) -> None:
        """Move the card to a neighbour consortium."""
        self.on_card(partial(self._shift, step))

    def _shift(self, step: int, card: Card) -> None:
        column = self._columns.column
        winners = [row.winner_id for row in self._shown.seen.consortia]
        if column is None or not winners:
            return
        here = len(winners) if column.winner_id is None else winners.index(column.winner_id)
        if 0 <= here + step < len(winners):
            self._move(winners[here + step], card)

    def send_to(self, place: int) -> None:
        """Move the card to the consortium with this number, from 0."""
        rows = self._shown.seen.consortia
        if place < len(rows):
            self.on_card(partial(self._move, rows[place].winner_id))

    def let_wait(self) -> None:
        """Take the card out of its consortium."""
        self.on_card(partial(self._move, None))

    def _move(self, winner_id: int | None, card: Card) -> None:
        column = self._columns.column
        if column is not None and column.winner_id == winner_id:
            return
        waited = column is not None and column.winner_id is None
        if self._shown.suggesting.current is not None:
            self._move_in_suggestion(winner_id, card)
        else:
            self._move_kept(winner_id, card)
        if not waited and winner_id is not None:
            self._columns.focus_card(*self._afterwards(card, winner_id))

    def _move_in_suggestion(self, winner_id: int | None, card: Card) -> None:
        """A suggestion that is changed stays one: nobody is placed, and the room sees nothing."""
        shown, suggesting = self._shown, self._shown.suggesting
        another = suggesting.changed_by_hand is not None and not suggesting.looks_at_changed
        done = self._screen.attempt(
            move_in_suggestion,
            shown.database,
            shown.session_id,
            shown.seen,
            card.person_ids,
            winner_id,
            changed_by_hand=suggesting.looks_at_changed,
        )
        if done is None:
            return
        suggesting.look_at_changed()
        shown.look()
        self._tell_together(winner_id, card)
        if another:
            told = _("What you had changed by hand before is replaced: undo brings it back.")
            self._screen.said.emit(told)

    def _move_kept(self, winner_id: int | None, card: Card) -> None:
        shown, target = self._shown, self._consortium_id(winner_id)
        then = partial(self._tell_together, winner_id, card)
        if card.whole and card.member_id is not None:
            move = partial(move_member, shown.database, card.member_id, target, shown.trails)
            move_or_leave(self._screen, move, then)
        elif card.person_ids:
            place = shown.database, shown.session_id, card.person_ids[0]
            move_or_leave(self._screen, partial(move_delegate, *place, target, shown.trails), then)

    def _tell_together(self, winner_id: int | None, card: Card) -> None:
        if told := told_together(self._shown.seen, card.person_ids, winner_id):
            self._screen.cautioned.emit(told)

    def _consortium_id(self, winner_id: int | None) -> int | None:
        rows = self._shown.kept.consortia
        return next((row.id for row in rows if row.winner_id == winner_id), None)

    def _afterwards(self, card: Card, winner_id: int) -> list[CardKey]:
        """Where the card may be after a move: as a person, with its member, or as it was."""
        keys = [] if card.whole else [CardKey.of_person(card.person_ids[0])]
        for one in self._shown.kept.problem.candidates:
            if one.person_id in card.person_ids:
                keys.append(CardKey(speaks_for(one), winner_id))
                break
        keys.append(CardKey(card.key.member, winner_id))
        return keys

    def pin(self) -> None:
        """Pin the card's people where they are, or unpin them."""
        self.on_card(self._pin)

    def _pin(self, card: Card) -> None:
        if self._shown.suggesting.current is not None:
            self._screen.problem.emit(str(USE_FIRST))
            return
        self._screen.attempt(
            set_pinned,
            self._shown.database,
            self._shown.session_id,
            card.person_ids,
            not card.pinned,
        )

    def choose_role(self) -> None:
        """Offer the roles in a menu; each begins with its own letter."""
        self.on_card(self._offer_roles)

    def _offer_roles(self, card: Card) -> None:
        found = member_of(self._shown.seen, card)
        if found is None or found.id is None:
            self._screen.problem.emit(_no_role(waits=found is None))
            return
        menu = passing_menu(self._screen, "role_menu")
        menu.addAction(plain_caption(found.name)).setEnabled(False)
        one = QActionGroup(menu)
        for role, entry in ROLE_ENTRIES.items():
            chosen = menu.addAction(str(entry), partial(self._set_role, found.id, role))
            one.addAction(chosen)
            chosen.setCheckable(True)
            chosen.setChecked(role == found.role)
        menu.popup(corner(self._columns))

    def let_leave(self) -> None:
        """Ask to whom the card's member hands over that leaves its consortium."""
        self.on_card(self._let_leave)

    def _let_leave(self, card: Card) -> None:
        found = member_of(self._shown.seen, card)
        if found is None or found.id is None:
            self._screen.problem.emit(_no_role(waits=found is None))
        else:
            ask_to_leave(self._screen, self._shown.database, found.id)

    def _set_role(self, member_id: int, role: MemberRole) -> None:
        self._screen.attempt(set_role, self._shown.database, member_id, role)


def _no_role(*, waits: bool) -> str:
    if waits:
        return _("Who waits has no role yet: put them in a consortium first.")
    return str(USE_FIRST)
