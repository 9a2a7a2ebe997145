"""What is done with the rows of People by key, menu, clipboard and dropping."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.row_columns import let_edit
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen, Takes
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.screens.people.keeping_apart import KeepingApart
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.merging import Merging
from kdc_desktop.screens.people.pasting import paste_people
from kdc_desktop.services.people import forgetting, organisations, people
from kdc_desktop.services.people.joins import PeopleJoins
from kdc_desktop.services.people.removing import remove_organisations, remove_people
from kdc_desktop.services.people.rows import OrganisationRow, PersonRow
from kdc_desktop.storage import Database


class PeopleHands(QObject):
    """Acts on the rows that are selected; `begin_import` opens the dialog for a sheet."""

    def __init__(
        self,
        screen: Screen,
        tables: Mapping[Listed, RowTable],
        database: Database,
        joins: PeopleJoins,
        doing: Doing,
        begin_import: Callable[[], PeopleImportDialog],
    ) -> None:
        super().__init__(screen)
        self._screen, self._tables, self._database = screen, tables, database
        self._joins, self._doing, self._begin_import = joins, doing, begin_import
        self._let_rename()
        self._add_actions()
        offer = _("Drop it here: people and organisations come in, after a look at every row.")
        screen.takes = Takes(offer, self._take_file, self._take_lines)

    @property
    def _table(self) -> RowTable:
        shown = [table for table in self._tables.values() if table.isVisible()]
        return shown[0] if shown else self._tables[Listed.PEOPLE]

    def _let_rename(self) -> None:
        for kind, rename in (
            (Listed.PEOPLE, self._rename_person),
            (Listed.ORGANISATIONS, self._rename_organisation),
        ):
            model = self._tables[kind].filter.rows
            assert model is not None
            let_edit(model, "name", rename)

    def _add_actions(self) -> None:
        act = self._screen.act
        one, some = partial(self._not_chosen, 1), partial(self._not_chosen, None)
        rename = act("rename_row", _("Rename"), self._rename, shortcut="F2", why_not=one)
        text, icon = _("Remove from the club"), "trash-2"
        remove = act("remove_rows", text, self.remove, shortcut="Del", icon=icon, why_not=some)
        self.merge = Merging(self._screen, self._tables, self._database, self._joins).action
        people = self._tables[Listed.PEOPLE]
        self.apart = KeepingApart(self._screen, people, self._database).action
        for kind, table in self._tables.items():
            of_two = (self.merge, *((self.apart,) if kind is Listed.PEOPLE else ()))
            table.hands.offer(rename, *of_two, remove)
            table.hands.cut_with(remove)
            table.hands.paste_with(_("Paste people"), self.paste)

    def _not_chosen(self, number: int | None) -> str:
        selected = len(self._table.selected_rows())
        if number is not None and selected > number:
            return _("Select one row only.")
        return "" if selected else _("Select a row first.")

    def _rename(self) -> None:
        self._table.rename()

    def remove(self) -> None:
        """Take the selected people or organisations out of the club, where nothing keeps them."""
        rows, database, joins = self._table.selected_rows(), self._database, self._joins
        ids, of_people = [row.id for row in rows], isinstance(rows[0], PersonRow)
        if len(ids) == 1 and of_people:
            self._screen.attempt(forgetting.remove_person, database, ids[0], joins)
        elif len(ids) == 1:
            kept = joins.organisation_trails
            self._screen.attempt(organisations.remove_organisation, database, ids[0], kept)
        elif of_people:
            verb = partial(remove_people, database, ids, joins.loose_trails)
            self._doing.do(len(ids), _("Removing people"), verb, self._tell_who_stays)
        else:
            verb = partial(remove_organisations, database, ids, joins.organisation_trails)
            self._doing.do(len(ids), _("Removing organisations"), verb, self._tell_which_stay)

    def _tell_who_stays(self, stay: int) -> None:
        if stay:
            self._screen.problem.emit(
                ngettext(
                    "{count} of them is part of a session's record and stays.",
                    "{count} of them are part of a session's record and stay.",
                    stay,
                )
            )

    def _tell_which_stay(self, stay: int) -> None:
        if stay:
            self._screen.problem.emit(
                ngettext(
                    "{count} of them is used and stays: by its people, or by an evening.",
                    "{count} of them are used and stay: by their people, or by an evening.",
                    stay,
                )
            )

    def _rename_person(self, row: PersonRow, name: str) -> None:
        self._screen.attempt(
            people.change_person,
            self._database,
            row.id,
            name=name,
            email=row.email,
            organisation_id=row.organisation_id,
            department_id=row.department_id,
            notes=row.notes,
        )

    def _rename_organisation(self, row: OrganisationRow, name: str) -> None:
        self._screen.attempt(
            organisations.change_organisation,
            self._database,
            row.id,
            name=name,
            sector=None,
            notes=row.notes,
        )

    def _take_file(self, file: Path) -> None:
        self._begin_import().show_file(file)

    def _take_lines(self, text: str) -> None:
        self._begin_import().show_lines(text)

    def paste(self) -> None:
        """Show what the people in copied lines, or in a copied file, would be."""
        paste_people(self._screen)
