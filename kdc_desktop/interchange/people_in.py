"""Reads a roster: the people of a sheet, with the columns guessed or chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.domain.people.roster import RosterPerson, person_from_row
from kdc_desktop.domain.people.roster_columns import guess_columns
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.tables import read_tables

_SAMPLE = 50


@dataclass(frozen=True)
class PeopleSheet:
    """The people of a roster in its order, one per row, rows without a name among them.

    `mapping` says from which column (place in `headers`) each field of `FIELDS` in
    `domain.people.roster_columns` was read; `cells` are the rows as they stand.
    """

    headers: tuple[str, ...]
    mapping: dict[str, int]
    rows: tuple[RosterPerson, ...]
    cells: tuple[tuple[str, ...], ...]
    sheet_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_people(
    path: Path | str, mapping: Mapping[str, int] | None = None, sheet: str | None = None
) -> PeopleSheet:
    """The people of a .csv, .xlsx, .xls or .ods file; first and last names are joined.

    `mapping` (field → place of the column) replaces the guess. Raises UserError when the file
    cannot be read or no column holds names.
    """
    file = read_tables(path)
    found = file.called(sheet) if sheet is not None else file.tables[0]
    out = found.hidden | found.totals
    rows = tuple(row for place, row in enumerate(found.rows) if place not in out)
    named = found.headers if found.headed else ("",) * len(found.headers)
    chosen = dict(mapping) if mapping is not None else guess_columns(named, rows[:_SAMPLE])
    if not {"name", "first_name", "last_name"} & chosen.keys():
        raise UserError(
            _(
                "No column of “{file}” looks like names. Choose the column that holds them.",
                file=Path(path).name,
            )
        )
    if any(not 0 <= place < len(found.headers) for place in chosen.values()):
        raise UserError(_("The sheet has fewer columns than before. Choose the columns again."))
    people = tuple(person_from_row(row, chosen) for row in rows)
    names = tuple(table.name for table in file.tables)
    return PeopleSheet(found.headers, chosen, people, rows, names, found.notes)
