"""The people of a roster: one row read, and one row held against what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.kit.text import clean, on_one_line
from kdc_desktop.domain.people.greeting import in_speaking_order
from kdc_desktop.domain.people.roster_columns import guess_sector

DETAILS = ("name", "email", "organisation", "department", "sector", "role", "badge")
"""What a row tells of a person, each an attribute of `RosterPerson`."""


@dataclass(frozen=True)
class RosterPerson:
    """A row of a roster; "" where a cell is blank. `sector` is a letter."""

    name: str
    email: str = ""
    organisation: str = ""
    department: str = ""
    sector: str = ""
    role: str = ""
    badge: str = ""


@dataclass(frozen=True)
class KnownPerson(RosterPerson):
    """Somebody already in the database."""

    id: int = 0


def person_from_row(row: Sequence[str], columns: Mapping[str, int]) -> RosterPerson:
    """Read one row of cells with the columns that `guess_columns` found or somebody chose.

    First and last name are joined, "Laine, Aino" becomes Aino Laine. A sector's words become its
    letter; unknown words become "".
    """
    cells = {
        field: on_one_line(row[index]) if index < len(row) else ""
        for field, index in columns.items()
    }
    split = clean(f"{cells.get('first_name', '')} {cells.get('last_name', '')}")
    values = {detail: cells.get(detail, "") for detail in DETAILS}
    values["name"] = split or in_speaking_order(values["name"])
    values["sector"] = guess_sector(values["sector"]) or ""
    return RosterPerson(**values)


def merged(known: RosterPerson, incoming: RosterPerson) -> RosterPerson:
    """What is known after a row has been applied: a blank cell never erases what is known.

    A sector belongs to the organisation beside it: in a row without one it only fills a gap.
    """
    values = {d: clean(getattr(incoming, d)) or clean(getattr(known, d)) for d in DETAILS}
    if known.organisation and known.sector and not incoming.organisation:
        values["sector"] = known.sector
    return RosterPerson(**values)
