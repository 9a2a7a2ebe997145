"""Reads ideas from the tables of a file: which columns hold them, and what else is said of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kdc_desktop.domain.board.column_words import IDEAS, NAMED_IDEAS, TEXTS, TITLES
from kdc_desktop.domain.board.columns import likeness_to_ideas, plan_idea_columns
from kdc_desktop.domain.board.idea_fields import IdeaChoices, IdeaField, IdeaPlan, SetAside
from kdc_desktop.domain.kit.chosen_columns import column_called
from kdc_desktop.domain.kit.profiles import header_key
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed_first, ngettext
from kdc_desktop.interchange.board_rows import IdeaReader, IncomingIdea
from kdc_desktop.interchange.tables import SheetTable, read_tables

_NAMED = 20  # rows that a note names


@dataclass(frozen=True)
class IdeasSheet:
    """The ideas of a table in its order, those that are set aside among them.

    `tables` are the names of all tables of the file, `table` is the one that was read, `headers`
    are its columns and `plan` says what they hold. `notes` are sentences for the preview,
    `origin` marks the club of a workbook of ours.
    """

    rows: tuple[IncomingIdea, ...]
    headers: tuple[str, ...] = ()
    plan: IdeaPlan = field(default_factory=lambda: IdeaPlan({}))
    tables: tuple[str, ...] = ()
    table: str = ""
    notes: tuple[str, ...] = ()
    origin: str = ""


def read_ideas(path: Path | str, choices: IdeaChoices | None = None) -> IdeasSheet:
    """The ideas of a file: of the table that looks most like ideas, or of the one chosen.

    Rows without a text are left out. Ideas that a Polis conversation moderated out are read too,
    and a note says how many, because a facilitator should see everything that was said.
    Raises UserError.
    """
    choices = choices or IdeaChoices()
    file = read_tables(path)
    table = _likest(file.tables) if choices.table is None else file.called(choices.table)
    plan = _with_choices(table, plan_idea_columns(table.headers, table.rows, table.headed), choices)
    names = tuple(one.name for one in file.tables)
    sheet = IdeasSheet((), table.headers, plan, names, table.name, origin=file.origin)
    if not plan.of(IdeaField.IDEA):
        said = _(
            "No column of “{file}” looks like ideas. Choose the column that holds them.",
            file=Path(path).name,
        )
        return replace(sheet, notes=(said,))
    ideas, without = _ideas(table, plan)
    return replace(sheet, rows=ideas, notes=(*table.notes, *_notes(table, ideas, without)))


def _likest(tables: Sequence[SheetTable]) -> SheetTable:
    likeness = [likeness_to_ideas(one.headers, one.rows, one.headed) for one in tables]
    return tables[likeness.index(max(likeness))]


def _with_choices(table: SheetTable, plan: IdeaPlan, choices: IdeaChoices) -> IdeaPlan:
    columns: dict[int, IdeaField] = dict(plan.columns)
    if choices.columns is not None:
        if any(not 0 <= place < len(table.headers) for place in choices.columns):
            raise UserError(_("The sheet has fewer columns than before. Choose the columns again."))
        columns = dict(choices.columns)
    named = {column_called(header, table.headers): held for header, held in choices.named.items()}
    chosen = {held for held in named.values() if held is not None and held is not IdeaField.NOTE}
    columns = {at: held for at, held in columns.items() if at not in named and held not in chosen}
    columns |= {at: held for at, held in named.items() if held is not None}
    return plan if columns == plan.columns else replace(plan, columns=columns)


def _ideas(table: SheetTable, plan: IdeaPlan) -> tuple[tuple[IncomingIdea, ...], list[int]]:
    """The ideas of a table, and the numbers of its rows that have none."""
    reader, found, without = IdeaReader(table.headers, plan), list[IncomingIdea](), list[int]()
    for place, row in enumerate(table.rows):
        if place in table.totals:
            continue
        read = [replace(one, number=table.numbers[place]) for one in reader.ideas_of(row)]
        if place in table.hidden:
            read = [replace(one, aside=one.aside or SetAside.HIDDEN) for one in read]
        found.extend(read)
        without += [] if read else [table.numbers[place]]
    return tuple(found), without


def names_ideas(heading: str) -> bool:
    """Whether this is what stands above ideas, such as “Ideas:”."""
    return header_key(heading) in IDEAS | TEXTS


def ideas_under(
    headers: Sequence[str], rows: Sequence[Sequence[str]], choices: IdeaChoices
) -> IdeasSheet | None:
    """The ideas of these rows where a heading names the column that holds them; None else."""
    plan = plan_idea_columns(headers, rows)
    known = IDEAS | NAMED_IDEAS | TITLES | TEXTS
    called = any(header_key(headers[at]) in known for at in plan.of(IdeaField.IDEA))
    if not (called or (plan.tool and plan.of(IdeaField.IDEA))):
        return None
    numbers = tuple(range(2, len(rows) + 2))
    return ideas_of(SheetTable(tuple(headers), tuple(map(tuple, rows)), numbers), plan, choices)


def ideas_of(table: SheetTable, plan: IdeaPlan, choices: IdeaChoices) -> IdeasSheet:
    """The ideas of a table that is read by this plan, but for what was chosen."""
    plan = _with_choices(table, plan, choices)
    ideas, without = _ideas(table, plan)
    return IdeasSheet(ideas, table.headers, plan, notes=tuple(_notes(table, ideas, without)))


def _notes(
    table: SheetTable, ideas: Sequence[IncomingIdea], without_text: Sequence[int]
) -> list[str]:
    notes = []
    if without_text:
        notes.append(
            ngettext(
                "{count} row has no text and will be left out: row {rows}.",
                "{count} rows have no text and will be left out: rows {rows}.",
                len(without_text),
                rows=rows_told(without_text),
            )
        )
    notes += left_out_told(ideas)
    if table.totals:
        notes.append(
            ngettext(
                "{count} row that only counts or sums the others was left out: row {rows}.",
                "{count} rows that only count or sum the others were left out: rows {rows}.",
                len(table.totals),
                rows=rows_told(table.numbers[place] for place in sorted(table.totals)),
            )
        )
    if "moderated" in table.headers and "comment-body" in table.headers:
        place = table.headers.index("moderated")
        out = sum(row[place] == "-1" for row in table.rows)
        if out:
            notes.append(
                ngettext(
                    "{count} idea was moderated out in Polis; it is read like the others.",
                    "{count} ideas were moderated out in Polis; they are read like the others.",
                    out,
                )
            )
    return notes


def left_out_told(ideas: Iterable[IncomingIdea]) -> list[str]:
    """How many answers say nothing, and in which rows they stand."""
    rows = [one.number for one in ideas if one.aside is SetAside.NO_ANSWER]
    if not rows:
        return []
    return [
        ngettext(
            "{count} empty answer left out: row {rows}.",
            "{count} empty answers left out: rows {rows}.",
            len(rows),
            rows=rows_told(dict.fromkeys(rows)),
        )
    ]


def rows_told(numbers: Iterable[int]) -> str:
    """The numbers of rows, of many the first ones."""
    return listed_first([str(number) for number in numbers], _NAMED)
