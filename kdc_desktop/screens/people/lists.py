"""The two lists of People, read from the club file and shown in their tables."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QSettings

from kdc_desktop.domain.kit.steps import Steps
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.people.columns import (
    MAY_BE_EMPTY,
    ORGANISATION_COLUMNS,
    ORGANISATION_WIDTHS,
    PEOPLE_COLUMNS,
    PEOPLE_WIDTHS,
    WORDED_ORGANISATIONS,
    WORDED_PEOPLE,
)
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.services.people import questions
from kdc_desktop.services.people.joins import VisitsOf
from kdc_desktop.services.people.rows import OrganisationRow, PersonRow
from kdc_desktop.storage import Database


class Listed(IntEnum):
    """What is listed: the place of its segment."""

    PEOPLE = 0
    ORGANISATIONS = 1


_WIDTHS = {
    Listed.PEOPLE: (PEOPLE_WIDTHS, WORDED_PEOPLE),
    Listed.ORGANISATIONS: (ORGANISATION_WIDTHS, WORDED_ORGANISATIONS),
}
_STORED = {Listed.PEOPLE: "people", Listed.ORGANISATIONS: "organisations"}


class PeopleLists:
    """Reads `everybody` and the `stakeholders`, which are organisations, and fills the tables."""

    def __init__(
        self,
        database: Database,
        visits_of: VisitsOf,
        tables: Mapping[Listed, RowTable],
        store: QSettings,
    ) -> None:
        self._database, self._visits_of = database, visits_of
        self._tables = tables
        self.everybody: Sequence[PersonRow] = ()
        self.stakeholders: Sequence[OrganisationRow] = ()
        self.filled = False
        self._people = RowModel(PEOPLE_COLUMNS, key=lambda row: row.id)
        self._organisations = RowModel(ORGANISATION_COLUMNS, key=lambda row: row.id)
        tables[Listed.PEOPLE].show_model(self._people)
        tables[Listed.ORGANISATIONS].show_model(self._organisations)
        for kind, table in tables.items():
            table.columns.begin(*_WIDTHS[kind])
            table.remember(store, _STORED[kind])

    def are_long(self) -> bool:
        """Whether there are so many people that it takes a while to read them."""
        return questions.people_known(self._database) >= MANY

    def announce(self) -> None:
        """Say in the tables that they are about to be filled."""
        for table in self._tables.values():
            table.empty_text = _("Reading the list …")

    def parts(self) -> tuple[Callable[[], Steps[None] | None], ...]:
        """What it takes to read both lists and show what was read, in its order."""
        return self._read_people, self._read_organisations, self._fill, self._fill_the_rest

    def _read_people(self) -> Steps[None]:
        self.everybody = yield from questions.people_in_steps(self._database, self._visits_of)

    def _read_organisations(self) -> None:
        self.stakeholders = questions.organisations(self._database)

    def people_there(self) -> frozenset[int]:
        """Those who are listed."""
        return frozenset(row.id for row in self.everybody)

    def organisations_there(self) -> frozenset[int]:
        """Those that are listed."""
        return frozenset(row.id for row in self.stakeholders)

    def _fill(self) -> None:
        self.filled = True
        self._people.set_rows(self.everybody)

    def _fill_the_rest(self) -> None:
        hide_empty(self._tables[Listed.PEOPLE], MAY_BE_EMPTY)
        self._organisations.set_rows(self.stakeholders)
        for table in self._tables.values():
            table.empty_text = _("Nothing found.")
