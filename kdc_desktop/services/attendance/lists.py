"""The list of a session as what a sheet of people is imported onto."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.i18n import ngettext
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.importing import import_and_register, on_list
from kdc_desktop.services.attendance.questions import presence
from kdc_desktop.services.people.import_counts import ImportCounts
from kdc_desktop.services.people.importing import ImportPreview
from kdc_desktop.services.people.known import ListOf
from kdc_desktop.services.sessions import listing
from kdc_desktop.storage import Database
from kdc_desktop.storage.fast import Quick, value

_ON_IT = Quick(select(Attendance.person_id).where(Attendance.session_id == value("session")))


@dataclass(frozen=True)
class OntoList:
    """Imports people and puts them on the list of a session; called as `import_and_register`."""

    session_id: int

    def __call__(
        self,
        database: Database,
        preview: ImportPreview,
        *,
        before_writing: Callable[[], object] = lambda: None,
    ) -> ImportCounts:
        """Take a preview over, and put everybody in it on the list."""
        return import_and_register(database, preview, self.session_id, before_writing)

    def title(self, database: Database) -> str:
        """What the session is called; "" when it is gone."""
        with database.read() as snapshot:
            found = snapshot.get(Session, self.session_id)
            return found.title if found is not None else ""

    def new_to_it(self, database: Database, preview: ImportPreview) -> int:
        """How many people of a preview would be put on the list who are not on it."""
        listed = self._on_it(database)
        return sum(row.state.comes_in and row.person_id not in listed for row in preview.rows)

    def joining(self, database: Database, preview: ImportPreview) -> str:
        """How many people whom the club knows would be put on the list, in a sentence or ""."""
        known = {row.person_id for row in preview.rows if row.state.comes_in} - {None}
        count = len(known - self._on_it(database))
        if not count:
            return ""
        return ngettext(
            "{count} person who is known goes on the list of “{session}”.",
            "{count} people who are known go on the list of “{session}”.",
            count,
            session=self.title(database),
        )

    def _on_it(self, database: Database) -> set[int]:
        with database.read() as snapshot:
            return {key for (key,) in _ON_IT.rows(snapshot, session=self.session_id)}

    @property
    def listed(self) -> ListOf:
        """Asks who is on the list."""
        return on_list(self.session_id)

    def now_on_it(self, database: Database) -> str:
        """How many people are on the list now, in a sentence."""
        return ngettext(
            "{count} person is on the list of “{session}” now.",
            "{count} people are on the list of “{session}” now.",
            presence(database, self.session_id).registered,
            session=self.title(database),
        )


def next_list(database: Database) -> OntoList | None:
    """The list of the session that runs, else of the one that is planned next.

    None without: one that was planned for long ago and never held is not next.
    """
    found = [row for row in listing.sessions(database) if not row.is_over]
    live = [row for row in found if not row.is_planned]
    now = database.now().seconds
    coming = [row for row in found if row.planned_start.seconds >= now - _DAY]
    coming.sort(key=lambda row: row.planned_start.seconds)
    chosen = (live or coming)[:1]
    return OntoList(chosen[0].id) if chosen else None


_DAY = 24 * 60 * 60
