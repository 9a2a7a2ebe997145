"""Who may be named where offers and needs are noted: read once, and again when names change."""

from collections.abc import Mapping

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import ChangedTables
from kdc_desktop.services.offers.holders import HolderRow, holders
from kdc_desktop.services.offers.questions import called
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.people.adding_by_line import add_by_line
from kdc_desktop.storage import Database

_NAMES = frozenset({"person", "person_merge", "organisation", "department", "attendance"})


class KnownHolders:
    """Of one session: those who are here, and everybody whom the club knows, by name."""

    def __init__(self, database: Database, session_id: int) -> None:
        self._database, self._session_id = database, session_id
        self._rows: list[HolderRow] | None = None
        self._here: Mapping[str, Holder] = {}
        self._all: Mapping[str, Holder] = {}

    def heed(self, changes: ChangedTables) -> None:
        """Names that have changed are read again when they are asked for."""
        if _NAMES & changes.tables:
            self._rows = None

    def here(self) -> Mapping[str, Holder]:
        """Who is here, and organisations; everybody while nobody is."""
        self._read()
        return self._here

    def everybody(self) -> Mapping[str, Holder]:
        """Everybody whom the club knows."""
        self._read()
        return self._all

    def people_here(self) -> Mapping[str, Holder]:
        """The people among them, who alone can raise a hand."""
        return {name: one for name, one in self.here().items() if one.person_id is not None}

    def all_people(self) -> Mapping[str, Holder]:
        """Every person."""
        return {name: one for name, one in self.everybody().items() if one.person_id is not None}

    def add(self, line: str) -> Holder:
        """Somebody whom the club does not know yet: “Aino Laine, Harbour Mobility”."""
        return Holder(add_by_line(self._database, line))

    def name_of(self, holder: Holder) -> str:
        """What they are called."""
        self._read()
        return next((row.name for row in self._rows or () if row.holder == holder), "")

    def _read(self) -> None:
        if self._rows is not None:
            return
        self._rows = rows = holders(self._database, self._session_id)
        self._all = {_label(row): row.holder for row in rows}
        here = [row for row in rows if row.present or row.holder.person_id is None]
        anybody = any(row.present for row in rows)
        self._here = {_label(row): row.holder for row in here} if anybody else self._all


def _label(row: HolderRow) -> str:
    """What somebody is offered by, which tells each from the others."""
    name = row.name
    if row.holder.department_id is not None:
        return called(row.organisation, name)
    if row.organisation:
        name = _("{person}, {organisation}", person=name, organisation=row.organisation)
    return _("{person} ({apart})", person=name, apart=row.apart) if row.apart else name
