"""What one does to the consortium of the card with the focus: name, size, open roles, let go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLabel

from kdc_desktop.screens.consortia.contents import ColumnText
from kdc_desktop.screens.consortia.wanted_dialog import WantedDialog
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.services.consortia import forming as consortia
from kdc_desktop.services.consortia.forming import Wanted
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
    from kdc_desktop.screens.consortia.editing import Editing


class ConsortiumEditing(QObject):
    """The verbs of the consortia screen that are about a whole consortium."""

    def __init__(
        self, screen: ConsortiaScreen, editing: Editing, database: Database, session_id: int
    ) -> None:
        super().__init__(screen)
        self._screen, self._editing = screen, editing
        self._database, self._session_id = database, session_id
        self.offered: list[QAction] = []

    def add_actions(self) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act = self._screen.act
        act("make_empty_consortia_by_hand", "Make empty consortia by hand", self.make, icon="plus")
        self.offered = [
            act(
                "rename_the_consortium",
                "Rename the consortium…",
                self.rename,
                shortcut="F2",
                icon="pencil",
            ),
            act(
                "name_an_open_role",
                "Name an open role…",
                self.name_open_role,
                shortcut="N",
                icon="user-plus",
            ),
            act(
                "fill_or_remove_open_roles",
                "Fill or remove open roles…",
                self.show_open_roles,
                shortcut="O",
                icon="user-check",
            ),
            act(
                "sizes_and_sectors_of_the_consortium",
                "Sizes and sectors of the consortium…",
                self.set_wanted,
                shortcut="Z",
            ),
            act("let_the_consortium_go", "Let the consortium go", self.let_go, icon="door-open"),
            act(
                "remove_an_empty_consortium",
                "Remove an empty consortium",
                self.remove,
                icon="trash-2",
            ),
        ]

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
        menu = self._editing.menu("open_roles_menu")
        for role in row.open_roles:
            if role.filled_by_id is not None:
                menu.addAction(
                    plain_caption(f"Open again: {role.title}"), partial(self._fill, role.id, None)
                )
            elif card is not None and card.member_id is not None:
                text = plain_caption(f"{card.title} fills: {role.title}")
                menu.addAction(text, partial(self._fill, role.id, card.member_id))
            text = plain_caption(f"Remove: {role.title}")
            menu.addAction(text, partial(self._drop_role, role.id))
        menu.popup(self._editing.corner(card))

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
        """Remove the consortium that is empty; of several, ask which."""
        empty = [row for row in self._screen.kept.consortia if row.id and not row.members]
        if not empty:
            self._screen.problem.emit("No consortium is empty.")
        elif len(empty) == 1:
            self._remove(empty[0].id)
        else:
            menu = self._editing.menu("empty_consortia_menu")
            for row in empty:
                menu.addAction(plain_caption(f"Remove {row.name}"), partial(self._remove, row.id))
            menu.popup(self._editing.corner(self._screen.columns.card))

    def _remove(self, consortium_id: int | None) -> None:
        if consortium_id is not None:
            self._screen.attempt(consortia.remove_consortium, self._database, consortium_id)

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
        if card is None or self._editing.settled(card) is None:
            return None
        column = self._screen.columns.column
        if column is None or column.consortium_id is None:
            self._screen.problem.emit("Go to a member of a consortium first.")
            return None
        return column

    def _ask(self, label: str, text: str, then: object) -> None:
        dialog = QInputDialog(self._screen)
        dialog.setObjectName("ask_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(label)
        dialog.setLabelText(label)
        for shown in dialog.findChildren(QLabel):
            shown.setTextFormat(Qt.TextFormat.PlainText)
        dialog.setTextValue(text)
        dialog.textValueSelected.connect(then)
        dialog.open()
