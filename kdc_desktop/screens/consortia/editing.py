"""What one does to the card with the focus: move it, pin it, give it a role."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from kdc_desktop.screens.consortia.contents import (
    Card,
    ColumnText,
    Key,
    member_card_key,
    person_key,
)
from kdc_desktop.services.consortia import forming as consortia
from kdc_desktop.services.consortia.columns import member_key
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen


class Editing(QObject):
    """The verbs of the consortia screen, on the card that has the focus."""

    def __init__(self, screen: ConsortiaScreen, database: Database, session_id: int) -> None:
        super().__init__(screen)
        self._screen, self._database, self._session_id = screen, database, session_id
        self._offered: list[QAction] = []

    def add_actions(self) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act = self._screen.act
        onwards = act(
            "move_to_the_next_consortium",
            "Move to the next consortium",
            lambda: self.shift(1),
            icon="arrow-right",
        )
        onwards.setShortcuts([QKeySequence("M"), QKeySequence("Ctrl+Right")])
        back = act(
            "move_to_the_consortium_before",
            "Move to the consortium before",
            lambda: self.shift(-1),
            icon="arrow-left",
        )
        back.setShortcut("Ctrl+Left")
        for number in range(1, 10):
            act(
                f"send_to_consortium_{number}",
                f"Send to consortium {number}",
                lambda number=number: self.send_to(number - 1),
                shortcut=str(number),
            )
        waits = act("let_wait", "Let wait", self.let_wait, icon="clock")
        waits.setShortcuts([QKeySequence("Del"), QKeySequence("0")])
        for action in (onwards, back, waits):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pins = act("pin_or_unpin", "Pin or unpin", self.pin, shortcut="P", icon="pin")
        role = act(
            "change_the_role", "Change the role…", self.choose_role, shortcut="R", icon="user"
        )
        self._offered = [onwards, back, waits, pins, role]

    # Moving.

    def drop(self, card: Card, column: ColumnText) -> None:
        """Move a card that was let fall on a column."""
        self._move(card, column.winner_id)

    def shift(self, step: int) -> None:
        """Move the card to a neighbour consortium."""
        card, column = self._screen.columns.card, self._screen.columns.column
        winners = [row.winner_id for row in self._screen.seen.consortia]
        if card is None or column is None or not winners:
            return
        here = len(winners) if column.winner_id is None else winners.index(column.winner_id)
        if 0 <= here + step < len(winners):
            self._move(card, winners[here + step])

    def send_to(self, place: int) -> None:
        """Move the card to the consortium with this number, from 0."""
        card, rows = self._screen.columns.card, self._screen.seen.consortia
        if card is not None and place < len(rows):
            self._move(card, rows[place].winner_id)

    def let_wait(self) -> None:
        """Take the card out of its consortium."""
        card = self._screen.columns.card
        if card is not None:
            self._move(card, None)

    def _move(self, card: Card, winner_id: int | None) -> None:
        card_now = self.settled(card)
        if card_now is None:
            return
        column = self._screen.columns.column
        if column is not None and column.winner_id == winner_id:
            return
        waited = column is not None and column.winner_id is None
        target = self._consortium_id(winner_id)
        if card_now.whole and card_now.member_id is not None:
            self._screen.attempt(consortia.move_member, self._database, card_now.member_id, target)
        elif card_now.person_ids:
            person_id = card_now.person_ids[0]
            self._screen.attempt(
                consortia.move_delegate, self._database, self._session_id, person_id, target
            )
        if not waited and winner_id is not None:
            self._screen.columns.focus_card(*self._afterwards(card_now, winner_id))

    def settled(self, card: Card) -> Card | None:
        """The card as it is kept, after taking over the suggestion that is looked at."""
        if not self._screen.use_suggestion():
            return None
        self._screen.columns.focus_card(card.key)
        return self._screen.columns.card

    def _consortium_id(self, winner_id: int | None) -> int | None:
        rows = self._screen.kept.consortia
        return next((row.id for row in rows if row.winner_id == winner_id), None)

    def _afterwards(self, card: Card, winner_id: int | None) -> list[Key]:
        keys: list[Key] = [] if card.whole else [person_key(card.person_ids[0])]
        if winner_id is not None:
            for one in self._screen.kept.problem.candidates:
                if one.person_id in card.person_ids:
                    keys.append(member_card_key(winner_id, member_key(one)))
                    break
            keys.append(("member", winner_id, card.key[2], card.key[3]))
        return keys

    # The card.

    def pin(self) -> None:
        """Pin the card's people where they are, or unpin them."""
        card = self._screen.columns.card
        card = self.settled(card) if card is not None else None
        if card is not None:
            self._screen.attempt(
                consortia.set_pinned,
                self._database,
                self._session_id,
                card.person_ids,
                not card.pinned,
            )

    def choose_role(self) -> None:
        """Offer the roles in a menu; each begins with its own letter."""
        card = self._screen.columns.card
        card = self.settled(card) if card is not None else None
        if card is None or card.member_id is None:
            return
        menu = self.menu("role_menu")
        for role in consortia.ROLES:
            name = f"&{role.capitalize()}"
            menu.addAction(name, partial(self.set_role, card, role))
        menu.popup(self.corner(card))

    def set_role(self, card: Card, role: str) -> None:
        """Give a member a role."""
        if card.member_id is not None:
            self._screen.attempt(consortia.set_role, self._database, card.member_id, role)

    def show_menu(self, at: QPoint) -> None:
        """Everything one can do to the card and its consortium, where the mouse is."""
        menu = self.menu("card_menu")
        menu.addActions(self._offered)
        menu.addSeparator()
        menu.addActions(self._screen.whole.offered)
        menu.popup(at)

    # Small windows.

    def menu(self, name: str) -> QMenu:
        """A menu that goes when it is closed."""
        menu = QMenu(self._screen)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def corner(self, card: Card | None) -> QPoint:
        """Where a menu for a card opens."""
        view = self._screen.columns
        rect = view.rect_of(card.key) if card is not None else None
        corner = rect.bottomLeft() if rect is not None else view.rect().center()
        return view.viewport().mapToGlobal(corner)
