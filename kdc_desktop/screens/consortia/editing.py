"""What one does to the card with the focus: move, pin, give a role; and to its consortium."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from kdc_desktop.screens.consortia.contents import (
    Card,
    ColumnText,
    Key,
    member_card_key,
    person_key,
)
from kdc_desktop.screens.consortia.wanted_dialog import WantedDialog
from kdc_desktop.services import consortia
from kdc_desktop.services.consortia import Wanted
from kdc_desktop.services.consortia_columns import member_key
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen


class Editing(QObject):
    """The verbs of the consortia screen, on the card that has the focus."""

    def __init__(self, screen: ConsortiaScreen, database: Database, session_id: int) -> None:
        super().__init__(screen)
        self._screen, self._database, self._session_id = screen, database, session_id

    def add_actions(self) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act = self._screen.act
        act("Move to the next consortium", lambda: self.shift(1), shortcut="M", icon="arrow-right")
        act("Move one to the right", lambda: self.shift(1), shortcut="Ctrl+Right")
        act("Move one to the left", lambda: self.shift(-1), shortcut="Ctrl+Left")
        for number in range(1, 10):
            act(
                f"Send to consortium {number}",
                lambda number=number: self.send_to(number - 1),
                shortcut=str(number),
            )
        act("Let wait", self.let_wait, shortcut="Del", icon="clock")
        act("Let wait, too", self.let_wait, shortcut="0")
        act("Pin or unpin", self.pin, shortcut="P", icon="pin")
        act("Change the role…", self.choose_role, shortcut="R", icon="user")
        act("Rename the consortium…", self.rename, shortcut="F2", icon="pencil")
        act("Name an open role…", self.name_open_role, shortcut="N", icon="user-plus")
        act("Fill or remove open roles…", self.show_open_roles, shortcut="O")
        act("Sizes and sectors of the consortium…", self.set_wanted, shortcut="Z")
        act("Let the consortium go", self.let_go, icon="door-open")
        act("Remove the empty consortium", self.remove, icon="trash-2")

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
        card_now = self._settled(card)
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
        if not waited:
            self._screen.columns.focus_card(*self._afterwards(card_now, winner_id))

    def _settled(self, card: Card) -> Card | None:
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
        elif card.person_ids:
            keys.append(person_key(card.person_ids[0]))
        return keys

    # The card.

    def pin(self) -> None:
        """Pin the card's people where they are, or unpin them."""
        card = self._screen.columns.card
        card = self._settled(card) if card is not None else None
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
        card = self._settled(card) if card is not None else None
        if card is None or card.member_id is None:
            return
        menu = self._menu("role_menu")
        for role in consortia.ROLES:
            name = f"&{role.capitalize()}"
            menu.addAction(name, partial(self.set_role, card, role))
        menu.popup(self._corner(card))

    def set_role(self, card: Card, role: str) -> None:
        """Give a member a role."""
        if card.member_id is not None:
            self._screen.attempt(consortia.set_role, self._database, card.member_id, role)

    def show_menu(self, at: QPoint) -> None:
        """Everything one can do, where the mouse is."""
        menu = self._menu("card_menu")
        wanted = (
            "Pin",
            "Change the role",
            "Let wait…",
            "Rename",
            "Name an open",
            "Fill",
            "Sizes and",
        )
        for action in self._screen.actions():
            if action.text().startswith((*wanted, "Let ", "Open the", "Remove")):
                menu.addAction(action)
        menu.popup(at)

    # The consortium.

    def rename(self) -> None:
        """Ask for another name."""
        found = self._here()
        if found is not None:
            self._ask(
                "Name of the consortium",
                found.title,
                lambda text: self._screen.attempt(
                    consortia.rename_consortium, self._database, found.consortium_id or 0, text
                ),
            )

    def name_open_role(self) -> None:
        """Ask what the consortium still lacks."""
        found = self._here()
        if found is not None:
            self._ask(
                f"Who does {found.title} still need?",
                "",
                lambda text: self._screen.attempt(
                    consortia.add_open_role, self._database, found.consortium_id or 0, text
                ),
            )

    def show_open_roles(self) -> None:
        """Offer to fill each open role with the card's member, to open it again, to remove it."""
        card, column = self._screen.columns.card, self._here()
        rows = self._screen.kept.consortia
        row = next((one for one in rows if column and one.id == column.consortium_id), None)
        if row is None or not row.open_roles:
            self._screen.problem.emit("This consortium has no open role. Name one with N.")
            return
        menu = self._menu("open_roles_menu")
        for role in row.open_roles:
            if role.filled_by_id is not None:
                menu.addAction(f"Open again: {role.title}", partial(self._fill, role.id, None))
            elif card is not None and card.member_id is not None:
                text = f"{card.title} fills: {role.title}"
                menu.addAction(text, partial(self._fill, role.id, card.member_id))
            menu.addAction(f"Remove: {role.title}", partial(self._drop_role, role.id))
        menu.popup(self._corner(card))

    def _fill(self, role_id: int, member_id: int | None) -> None:
        self._screen.attempt(consortia.fill_open_role, self._database, role_id, member_id)

    def _drop_role(self, role_id: int) -> None:
        self._screen.attempt(consortia.remove_open_role, self._database, role_id)

    def set_wanted(self) -> None:
        """Sizes and sectors of one consortium."""
        found = self._here()
        rows = self._screen.kept.consortia
        row = next((one for one in rows if found and one.id == found.consortium_id), None)
        if row is None or row.id is None:
            return
        now = Wanted(row.smallest, row.largest, row.needed_sectors)
        dialog = WantedDialog(now, self._screen, weights=False, name=row.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(
            lambda new, key=row.id: self._screen.attempt(
                consortia.set_wanted,
                self._database,
                [key],
                new.smallest,
                new.largest,
                new.needed_sectors,
            )
        )
        dialog.open()

    def let_go(self) -> None:
        """From now on the consortium goes on by itself."""
        found = self._here()
        if found is not None and found.consortium_id is not None:
            self._screen.attempt(consortia.let_go, self._database, found.consortium_id)

    def remove(self) -> None:
        """Remove the first consortium that is empty."""
        empty = next((row for row in self._screen.kept.consortia if not row.members), None)
        if empty is None or empty.id is None:
            self._screen.problem.emit("No consortium is empty.")
        else:
            self._screen.attempt(consortia.remove_consortium, self._database, empty.id)

    def make(self) -> None:
        """An empty consortium for each winner that has none."""
        self._screen.attempt(
            consortia.make_consortia,
            self._database,
            self._session_id,
            self._screen.suggesting.wanted,
        )

    def _here(self) -> ColumnText | None:
        card = self._screen.columns.card
        if card is None or self._settled(card) is None:
            return None
        column = self._screen.columns.column
        if column is None or column.consortium_id is None:
            self._screen.problem.emit("Go to a member of a consortium first.")
            return None
        return column

    # Small windows.

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self._screen)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _corner(self, card: Card | None) -> QPoint:
        view = self._screen.columns
        rect = view.rect_of(card.key) if card is not None else None
        corner = rect.bottomLeft() if rect is not None else view.rect().center()
        return view.viewport().mapToGlobal(corner)

    def _ask(self, label: str, text: str, then: object) -> None:
        dialog = QInputDialog(self._screen)
        dialog.setObjectName("ask_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(label)
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.textValueSelected.connect(then)
        dialog.open()
