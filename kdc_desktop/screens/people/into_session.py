"""What an import of people asks of whoever puts them on the list of a session."""

from collections.abc import Callable
from typing import Protocol

from kdc_desktop.services.people.import_counts import ImportCounts
from kdc_desktop.services.people.importing import ImportPreview
from kdc_desktop.services.people.known import ListOf
from kdc_desktop.storage import Database


class IntoSession(Protocol):
    """Imports people and puts them on the list of a session."""

    def __call__(
        self,
        database: Database,
        preview: ImportPreview,
        *,
        before_writing: Callable[[], object],
    ) -> ImportCounts: ...

    @property
    def listed(self) -> ListOf:
        """Asks who is on its list, with their badge codes."""

    def title(self, database: Database) -> str:
        """What the session is called."""

    def new_to_it(self, database: Database, preview: ImportPreview) -> int:
        """How many people of a preview are not on its list."""

    def now_on_it(self, database: Database) -> str:
        """How many people are on its list now, in a sentence."""
