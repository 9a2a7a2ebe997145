"""Reads a roster: the people of a sheet, with the columns guessed or chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.domain.people.columns import ColumnPlan, PersonField, likeness, plan_columns
from kdc_desktop.domain.people.roster import RosterPerson, person_from_row
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.tables import read_tables


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
    plan = (
        ColumnPlan({place: PersonField(name) for name, place in mapping.items()})
        if mapping is not None
        else plan_columns(found.headers, rows, found.headed)
    )
    unlike = mapping is None and not likeness(found.headers, rows, found.headed)
    if unlike or not plan.names_somebody:
        raise UserError(
            _(
                "No column of “{file}” looks like names. Choose the column that holds them.",
                file=Path(path).name,
            )
        )
    if any(not 0 <= place < len(found.headers) for place in plan.columns):
        raise UserError(_("The sheet has fewer columns than before. Choose the columns again."))
    chosen = {str(what): place for place, what in sorted(plan.columns.items(), reverse=True)}
    people = tuple(person_from_row(row, found.headers, plan) for row in rows)
    names = tuple(table.name for table in file.tables)
    return PeopleSheet(found.headers, chosen, people, rows, names, found.notes)
