"""What one does to the consortium of the card with the focus: name, size, open roles, let go."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction

from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.menus import corner
from kdc_desktop.screens.consortia.open_role_dialog import OpenRoleDialog
from kdc_desktop.screens.consortia.shown import Shown
from kdc_desktop.screens.consortia.wanted_dialog import WantedDialog
from kdc_desktop.screens.consortia.words import USE_FIRST, member_of
from kdc_desktop.screens.kit.chosen import consortium_is_chosen
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import passing_menu
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wanted_line import WantedLine, ask_line
from kdc_desktop.services.consortia.forming import (
    let_go,
    make_consortia,
    remove_consortium,
    rename_consortium,
    set_wanted,
)
from kdc_desktop.services.consortia.roles import fill_open_role, remove_open_role
from kdc_desktop.services.consortia.rows import ConsortiumRow
from kdc_desktop.services.consortia.wanted import Wanted


class ConsortiumVerbs:
    """The verbs of a consortia screen that are about a whole consortium."""

    def __init__(self, screen: Screen, shown: Shown, columns: ColumnsView) -> None:
        self._screen, self._shown, self._columns = screen, shown, columns
        self.offered: list[QAction] = []

    def add_actions(self) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act = self._screen.act
        here = partial(act, why_not=self.not_here)
        act(
            "make_empty_consortia_by_hand",
            _("Make empty consortia by hand"),
            self.make,
            icon="plus",
        )
        rename = here(
            "rename_the_consortium",
            _("Rename the consortium…"),
            self.rename,
            shortcut="F2",
            icon="pencil",
        )
        self.offered = [rename, *self._add_role_actions(), *self._add_size_actions()]

    def not_here(self) -> str:
        """Nothing of a consortium has the focus."""
        column = self._columns.column
        if column is not None and column.winner_id is not None:
            return "" if column.consortium_id is not None else str(USE_FIRST)
        return _("Go to a consortium first: click on it, or on one of its members.")

    def _add_role_actions(self) -> list[QAction]:
        act = partial(self._screen.act, why_not=self.not_here)
        return [
            act(
                "name_an_open_role",
                _("Name an open role…"),
                self.name_open_role,
                shortcut="N",
                icon="user-plus",
            ),
            act(
                "fill_or_remove_open_roles",
                _("Fill or remove open roles…"),
                self.show_open_roles,
                shortcut="O",
                icon="user-check",
            ),
        ]

    def _add_size_actions(self) -> list[QAction]:
        act = partial(self._screen.act, why_not=self.not_here)
        return [
            act(
                "sizes_and_sectors_of_the_consortium",
                _("Sizes and sectors of the consortium…"),
                self.set_wanted,
                shortcut="Z",
            ),
            act("let_the_consortium_go", _("Let the consortium go"), self.let_go, icon="door-open"),
            act(
                "remove_an_empty_consortium",
                _("Remove an empty consortium"),
                self.remove,
                icon="trash-2",
                why_not=None,
            ),
        ]

    def rename(self) -> None:
        """Ask for another name."""
        self._here(self._rename)

    def _rename(self, key: int, row: ConsortiumRow) -> None:
        ask_line(
            self._screen,
            WantedLine(
                _("Rename the consortium"), _("Name of the consortium"), _("Rename"), row.name
            ),
            lambda text: self._screen.attempt(rename_consortium, self._shown.database, key, text),
        )

    def name_open_role(self) -> None:
        """Ask what the consortium still lacks."""
        self._here(self._name_open_role)

    def _name_open_role(self, key: int, row: ConsortiumRow) -> None:
        open_to_write(OpenRoleDialog(self._shown.database, key, row.name, self._screen))

    def show_open_roles(self) -> None:
        """Offer to fill each open role with the card's member, to open it again, to remove it."""
        self._here(self._show_open_roles)

    def _show_open_roles(self, _key: int, row: ConsortiumRow) -> None:
        card = self._columns.card
        member = member_of(self._shown.kept, card) if card is not None else None
        if not row.open_roles:
            self._screen.problem.emit(_("This consortium has no open role. Name one with N."))
            return
        menu = passing_menu(self._screen, "open_roles_menu")
        for role in row.open_roles:
            if role.filled_by_id is not None:
                text = _("Open again: {role}", role=role.title)
                menu.addAction(plain_caption(text), partial(self._fill, role.id, None))
            elif member is not None:
                text = _("{member} fills: {role}", member=member.name, role=role.title)
                menu.addAction(plain_caption(text), partial(self._fill, role.id, member.id))
            text = _("Remove: {role}", role=role.title)
            menu.addAction(plain_caption(text), partial(self._drop_role, role.id))
        menu.popup(corner(self._columns))

    def _fill(self, role_id: int, member_id: int | None) -> None:
        self._screen.attempt(fill_open_role, self._shown.database, role_id, member_id)

    def _drop_role(self, role_id: int) -> None:
        self._screen.attempt(remove_open_role, self._shown.database, role_id)

    def set_wanted(self) -> None:
        """Sizes and sectors of one consortium."""
        self._here(self._set_wanted)

    def _set_wanted(self, key: int, row: ConsortiumRow) -> None:
        now = Wanted(row.smallest, row.largest, row.needed_sectors)
        dialog = WantedDialog(now, self._screen, weights=False, name=row.name)
        dialog.kept.connect(
            lambda new: self._screen.attempt(
                set_wanted,
                self._shown.database,
                [key],
                new.smallest,
                new.largest,
                new.needed_sectors,
            )
        )
        open_to_write(dialog)

    def let_go(self) -> None:
        """From now on the consortium goes on by itself."""
        self._here(lambda key, _row: self._screen.attempt(let_go, self._shown.database, key))

    def remove(self) -> None:
        """Remove the consortium that is empty; of several, ask which."""
        rows = self._shown.kept.consortia
        empty = [(row.id, row.name) for row in rows if row.id and not row.members]
        if not empty:
            self._screen.problem.emit(_("No consortium is empty."))
        elif len(empty) == 1:
            self._remove(empty[0][0])
        else:
            menu = passing_menu(self._screen, "empty_consortia_menu")
            for key, name in empty:
                text = _("Remove {consortium}", consortium=name)
                menu.addAction(plain_caption(text), partial(self._remove, key))
            menu.popup(corner(self._columns))

    def _remove(self, consortium_id: int) -> None:
        shown = self._shown
        self._screen.attempt(remove_consortium, shown.database, consortium_id, shown.trails)

    def make(self) -> None:
        """An empty consortium for each winner that has none."""
        self._screen.attempt(
            make_consortia,
            self._shown.database,
            self._shown.session_id,
            self._shown.trails,
            self._shown.suggesting.wanted,
        )

    def _here(self, then: Callable[[int, ConsortiumRow], object]) -> None:
        """Go on with the consortium that has the focus, by id and row; or say what is chosen."""
        column = self._columns.column
        rows = (one for one in self._shown.kept.consortia if one.id is not None)
        row = next((one for one in rows if column and one.id == column.consortium_id), None)
        if row is None or row.id is None:
            self._screen.problem.emit(self.not_here())
        elif self._columns.shows_choice:
            then(row.id, row)
        else:
            self._columns.show_choice()
            self._screen.problem.emit(consortium_is_chosen(row.name))
