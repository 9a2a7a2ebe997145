"""Merges the two people, or the two organisations, that are selected in People."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.merge_dialog import MergeDialog, Merger
from kdc_desktop.services.people.joins import PeopleJoins
from kdc_desktop.services.people.merging import merge_organisations, preview_of_organisations
from kdc_desktop.services.people.merging_people import merge_people, preview_of_people
from kdc_desktop.services.people.rows import OrganisationRow, PersonRow
from kdc_desktop.storage import Database


class Merging(QObject):
    """`action` shows what would become of them; afterwards the one that stays is selected."""

    def __init__(
        self,
        screen: Screen,
        tables: Mapping[Listed, RowTable],
        database: Database,
        joins: PeopleJoins,
    ) -> None:
        super().__init__(screen)
        self._screen, self._tables = screen, tables
        people, organisations = joins.people_merges, joins.organisation_merges
        self._mergers = {
            Listed.PEOPLE: Merger(
                _("Merge two people who are one"),
                lambda gone, stays: preview_of_people(database, gone, stays, people),
                lambda gone, stays, _sector: merge_people(database, gone, stays, people),
            ),
            Listed.ORGANISATIONS: Merger(
                _("Merge two organisations"),
                lambda gone, stays: preview_of_organisations(database, gone, stays, organisations),
                lambda gone, stays, sector: merge_organisations(
                    database, gone, stays, organisations, sector
                ),
            ),
        }
        self.action = screen.act(
            *("merge_rows", _("Merge…"), self.begin),
            shortcut="Ctrl+Shift+M",
            icon="combine",
            why_not=self._why_not,
        )

    @property
    def _shown(self) -> Listed:
        shown = [kind for kind, table in self._tables.items() if table.isVisible()]
        return shown[0] if shown else Listed.PEOPLE

    def _selected(self) -> Sequence[PersonRow | OrganisationRow]:
        return self._tables[self._shown].selected_rows()

    def _why_not(self) -> str:
        if len(self._selected()) == 2:
            return ""
        if self._shown is Listed.PEOPLE:
            return _("Select the two people who are one first: click the second with Ctrl.")
        return _("Select two organisations first: click the second with Ctrl.")

    def begin(self) -> MergeDialog:
        """Show what merging those that are selected would do."""
        gone, stays = sorted(self._selected(), key=_how_much)
        dialog = MergeDialog(
            self._screen.theme, self._mergers[self._shown], gone.id, stays.id, self._screen
        )
        table = self._tables[self._shown]
        dialog.accepted.connect(partial(_show_who_stays, dialog, table))
        open_for_now(dialog)
        return dialog


def _show_who_stays(dialog: MergeDialog, table: RowTable) -> None:
    table.select_key(dialog.stays_id)


def _how_much(row: PersonRow | OrganisationRow) -> tuple[int, bool, int]:
    """Of whom more is known comes last, and stays."""
    if isinstance(row, OrganisationRow):
        return row.people, bool(row.notes), -row.id
    return row.sessions, bool(row.email), -row.id
