"""Two versions of one club as they are read together, and what numbers there stand for here."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.twins.forgotten import forget_there, is_removed_here
from kdc_desktop.services.twins.meeting import become_one, met
from kdc_desktop.services.twins.words import KIND_OF, Version
from kdc_desktop.storage import Database, open_to_read
from kdc_desktop.storage.parting import Parting, parting_of


class Twins:
    """Two versions as they are read together, and how they parted."""

    def __init__(self, here: Version, there: Version, parting: Parting) -> None:
        self.here, self.there, self.parting = here, there, parting
        self._leave_out_what_is_not_revealed()
        self.met: dict[str, dict[Any, Any]] = {}
        merges = here.rows["person_merge"].values()
        self._gone_up = {one["person_id"]: one["into_id"] for one in merges}
        forget_there(here, there, self._gone_up)
        merges = there.rows["person_merge"].values()
        self._one_there = {"person": {one["person_id"]: one["into_id"] for one in merges}}
        for table in KIND_OF:  # in this order, because others are told apart by what they belong to
            self.met[table] = met(self, table)
            if table in ("organisation", "member"):
                self._one_there[table] = become_one(self, table)

    def _leave_out_what_is_not_revealed(self) -> None:
        """Not in one version either, where the same answer is revealed in the other."""
        for version, other in ((self.here, self.there), (self.there, self.here)):
            for table, key in [*version.not_revealed()]:
                if self.is_shared(table, key):
                    del other.rows[table][key]
                del version.rows[table][key]

    def is_shared(self, table: str, key: Any) -> bool:
        """Whether a number stands for the same thing in both."""
        born_here = self.parting.here.get(table, {}).get(key, False)
        born_there = self.parting.there.get(table, {}).get(key, False)
        in_both = key in self.here.rows[table] and key in self.there.rows[table]
        return in_both and not (born_here and born_there)

    def same_here(self, table: str, key: Any) -> Any:
        """The number here of a row there; None where there is none."""
        return key if self.is_shared(table, key) else self.met[table].get(key)

    def number_here(self, table: str, key: Any) -> Any:
        """The same, but of people who have become one here that of who stays."""
        here = self.same_here(table, key)
        if table == "person":
            seen = {None}
            while here in self._gone_up and here not in seen:
                seen.add(here)
                here = self._gone_up[here]
        return here

    def stays_removed(self, person: Any) -> bool:
        """Whether somebody there was removed here, and is not here again under another number."""
        is_removed = is_removed_here(self.parting, self.here, person)
        return is_removed and person not in self.met["person"]

    def is_by_itself(self, table: str, key: Any) -> bool:
        """Whether a row here has not become one with another."""
        return table != "person" or key not in self._gone_up

    def link_here(self, table: str, key: Any) -> Any:
        """What a link there comes to here; of what is not here something that is like nothing."""
        here = self.number_here(table, key)
        return (table, key) if here is None else self.as_there(table, here)

    def as_there(self, table: str, key: Any) -> Any:
        """The number here of a row here, of those who have become one there that of who stays."""
        seen, gone = {None}, self._one_there.get(table, {})
        while key in gone and key not in seen:
            seen.add(key)
            key = gone[key]
        return key

    def session_here(self, key: Any) -> Any:
        """The number here of a session there; None where there is none."""
        return self.number_here("session", key)


@contextmanager
def twins_of(database: Database, other: Path) -> Iterator[tuple[Twins, Database]]:
    """The open club and the version at `other`, which is left as it is.

    Raises:
        UserError: it cannot be read, is the same file, or not a version of this club.
    """
    if other.exists() and other.samefile(database.path):
        raise UserError(
            _("{file} is the club that is open. Choose the other version.", file=other.name)
        )
    with (
        open_to_read(other) as opened,
        database.read() as here,
        opened.read() as there,
    ):
        parting = parting_of(here, there)
        if parting is None:
            raise UserError(
                _(
                    "{other} is not of one club with {file}: they have nothing in common that was "
                    "ever done. Import people or ideas from sheets instead.",
                    other=other.name,
                    file=database.path.name,
                )
            )
        yield Twins(Version(here), Version(there), parting), opened
