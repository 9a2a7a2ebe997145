"""Two versions of one club as they are read together, and what numbers there stand for here."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.people.known import known_people
from kdc_desktop.services.people.matching import matched_rows
from kdc_desktop.services.twins.words import KIND_OF, Version
from kdc_desktop.storage import Database, open_to_read
from kdc_desktop.storage.parting import Parting, parting_of


class Twins:
    """Two versions as they are read together, and how they parted."""

    def __init__(self, here: Version, there: Version, parting: Parting) -> None:
        self.here, self.there, self.parting = here, there, parting
        self._leave_out_what_is_not_revealed()
        self.met: dict[str, dict[Any, Any]] = {}
        for table in KIND_OF:  # sessions first, because others belong to them
            self.met[table] = _met(self, table)

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

    def session_here(self, key: Any) -> Any:
        """The number here of a session there; None where there is none."""
        return key if self.is_shared("session", key) else self.met["session"].get(key)


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


# What was added on both sides, under two numbers.


def _met(twins: Twins, table: str) -> dict[Any, Any]:
    """By its number there, the number here of what is only in one by its number, yet in both."""
    alone = [key for key in twins.there.rows[table] if not twins.is_shared(table, key)]
    return _people_met(twins, alone) if table == "person" else _rows_met(twins, table, alone)


def _rows_met(twins: Twins, table: str, alone: list[Any]) -> dict[Any, Any]:
    """Pairs that are called the same and belong to the same; each is in one pair at most."""
    free: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for key, row in twins.here.rows[table].items():
        if not twins.is_shared(table, key):
            free[_called(twins.here, table, key, row.get("session_id"))].append(key)
    pairs = {}
    for key in alone:
        session_id = twins.there.rows[table][key].get("session_id")
        belongs = None if session_id is None else twins.session_here(session_id)
        others = free.get(_called(twins.there, table, key, belongs))
        if others:
            pairs[key] = others.pop(0)
    return pairs


def _called(version: Version, table: str, key: Any, session_id: Any) -> tuple[Any, ...]:
    said = version.said(table, key)
    title = tuple(normalise(said[name]) for name in KIND_OF[table].title)
    return (*title, said.get("starts_at"), session_id)


def _people_met(twins: Twins, alone: list[Any]) -> dict[Any, Any]:
    """Who is known here already, as an import of people would find."""
    known = known_people(twins.here.snapshot)
    rows = matched_rows(known, [roster_person(twins.there, key) for key in alone])
    return {
        key: row.person_id
        for key, row in zip(alone, rows, strict=True)
        if row.state is MatchState.SAME
    }


def roster_person(version: Version, key: Any) -> RosterPerson:
    """Somebody as a row of a sheet would tell of them."""
    row = version.rows["person"][key]
    organisation = version.rows["organisation"].get(row["organisation_id"])
    guessed = organisation is None or organisation["sector_guessed"]
    department = version.rows["department"].get(row["department_id"])
    return RosterPerson(
        name=row["name"],
        email=row["email"],
        organisation=organisation["name"] if organisation else "",
        department=department["name"] if department else "",
        sector=organisation["sector"] if organisation and not guessed else "",
    )
