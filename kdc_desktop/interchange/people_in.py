"""Reads a list of people: the table of a file that looks most like one, or the one chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kdc_desktop.domain.people.answer_times import answered_at, place_of_times
from kdc_desktop.domain.people.columns import likeness, plan_columns
from kdc_desktop.domain.people.fields import ColumnPlan, Columns
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.roster import RosterPerson, person_from_row
from kdc_desktop.domain.people.standing import Standing, standing_said
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, quoted
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.interchange.tables import SheetFile, SheetTable, read_tables

Remembered = Callable[[Sequence[str]], Columns | None]
"""The columns that were chosen before for a list with these headers."""


_PLAIN = ImportChoices()
_NEARLY = 0.7  # of likeness: five times as many rows
_COME = (None, Standing.COMING)


@dataclass(frozen=True)
class PeopleSheet:
    """The people of a list in its order, one a row, rows without a name among them.

    `tables` are the names of those in the file, `plan` says what the columns of `table` hold.
    `answered` is when each row was written, None where the list does not say; `source` the name of
    the file; `origin` marks the club of a workbook of ours. `recalled` says that the columns were
    chosen for such a list before.
    """

    table: SheetTable
    tables: tuple[str, ...]
    plan: ColumnPlan
    people: tuple[RosterPerson, ...]
    answered: tuple[Instant | None, ...]
    source: str
    origin: str = ""
    recalled: bool = False

    def without_ids(self) -> "PeopleSheet":
        """The same of another club, where ids say nothing."""
        return replace(self, people=tuple(replace(one, own_id="") for one in self.people))

    @property
    def unused(self) -> tuple[str, ...]:
        """The columns that hold something and of which nothing is taken over."""
        return tuple(
            header
            for place, header in enumerate(self.table.headers)
            if place not in self.plan.columns
            and place != self._times
            and any(row[place] for row in self.table.rows)
        )

    @property
    def _times(self) -> int | None:
        """The place of the column that was read as when each row was written."""
        return place_of_times(self.table.headers) if any(self.answered) else None

    @property
    def time_header(self) -> str:
        """The column that was read as when each row was written, "" for none."""
        return "" if self._times is None else self.table.headers[self._times]


def read_people(
    path: Path | str,
    choices: ImportChoices = _PLAIN,
    remembered: Remembered = lambda _headers: None,
) -> PeopleSheet:
    """The people of a file, by the columns that were chosen, are remembered or are recognised.

    Raises:
        UserError: it cannot be read, there is no such table, or no column holds names.
    """
    name = Path(path).name
    file, table = _chosen_table(path, choices)
    recalled = remembered(table.headers) if choices.columns is None and table.headed else None
    plan = _plan_of(table, recalled if choices.columns is None else choices.columns)
    if plan is None or not plan.names_somebody:
        raise UserError(
            _(
                "No column of “{file}” looks like names. Its columns are: {columns}. Choose the"
                " column that holds the names: above in the window, and with --column"
                " “HEADER=name” in a command.",
                file=name,
                columns=listed(map(quoted, table.headers)),
            )
        )
    if any(not 0 <= place < len(table.headers) for place in plan.columns):
        raise UserError(_("The sheet has fewer columns than before. Choose the columns again."))
    return PeopleSheet(
        table,
        tuple(one.name for one in file.tables),
        plan,
        tuple(person_from_row(row, table.headers, plan) for row in table.rows),
        tuple(answered_at(table.headers, table.rows, laptop_zone())),
        name,
        file.origin,
        recalled is not None,
    )


def read_columns(
    path: Path | str,
    choices: ImportChoices = _PLAIN,
    remembered: Remembered = lambda _headers: None,
) -> tuple[tuple[str, ...], tuple[str, ...], Columns]:
    """The names of the tables, and the columns of the one chosen with what they are taken for, or
    were chosen for before.

    Raises:
        UserError: the file cannot be read, or there is no such table.
    """
    file, table = _chosen_table(path, choices)
    columns = remembered(table.headers) if table.headed else None
    if columns is None:
        columns = plan_columns(table.headers, _seen(table), table.headed).columns
    return tuple(one.name for one in file.tables), table.headers, columns


def _chosen_table(path: Path | str, choices: ImportChoices) -> tuple[SheetFile, SheetTable]:
    file = read_tables(path)
    if choices.table is not None:
        return file, file.called(choices.table)
    return file, _most_likely(file.tables)


def _most_likely(tables: Sequence[SheetTable]) -> SheetTable:
    """The first of those that are about as likely; none that is named for who is not coming."""
    if len(tables) == 1:
        return tables[0]
    likely = [(_likeness(table), table) for table in tables]
    best = max(score for score, _table in likely)
    near = [table for score, table in likely if score >= best - _NEARLY]
    coming = [table for table in near if standing_said(table.title or table.sheet) in _COME]
    return (coming or near)[0]


def _likeness(table: SheetTable) -> float:
    return likeness(table.headers, _seen(table), table.headed)


def _seen(table: SheetTable) -> Sequence[Sequence[str]]:
    """The rows that tell what columns hold."""
    out = table.hidden | table.totals
    return [row for place, row in enumerate(table.rows) if place not in out] or table.rows


def _plan_of(table: SheetTable, chosen: Columns | None) -> ColumnPlan | None:
    """What the columns hold; None where nobody has said so and it looks like no list of people."""
    if chosen is None and not _likeness(table):
        return None
    plan = plan_columns(table.headers, _seen(table), table.headed)
    return plan if chosen is None else replace(plan, columns=dict(chosen), spare={})
