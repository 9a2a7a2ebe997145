"""What the command brings in of people: what the dialog can choose, it can choose too."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kdc_desktop.commands.pairs import columns_said, pairs_said
from kdc_desktop.i18n import _, lazy, listed, listed_and, ngettext, quoted
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.domain.people.fields import ColumnPlan
    from kdc_desktop.domain.people.import_choices import ImportChoices
    from kdc_desktop.services.people.importing import ImportPreview
    from kdc_desktop.services.people.matching import ImportRow

_CHANGES_TOLD = 50
NO_SECTOR = lazy("Say what a word for a sector means: --sector “WORD=LETTER”.")
_NO_ANSWER = lazy("Say who a row is: --answer “ROW=same”, “ROW=new” or “ROW=leave_out”.")


def bring_in_people(database: Database, given: argparse.Namespace) -> int:
    """Import them, or show what would happen; 1 where rows were refused or asked about."""
    from kdc_desktop.services.attendance.lists import OntoList
    from kdc_desktop.services.joined.people import PEOPLE
    from kdc_desktop.services.people.importing import import_people, preview_people
    from kdc_desktop.services.people.remembered_answers import see_answers, see_words
    from kdc_desktop.services.sessions import listing

    onto = None
    if given.session is not None:
        listing.session(database, given.session)
        onto = OntoList(given.session)
    choices = _choices(database, given)
    list_of = onto.listed if onto is not None else None
    preview = preview_people(database, given.file, PEOPLE.sheets, choices, list_of)
    see_answers(preview.rows, choices.answers)
    see_words(preview.unknown_sectors, choices.sectors)
    for line in _lines(preview):
        print(line)
    if onto is not None and (joining := onto.joining(database, preview)):
        print(joining)
    counts = preview.counts
    if not given.preview:
        counts = import_people(database, preview) if onto is None else onto(database, preview)
    print(counts.sentence)
    if counts.asked:
        print(_asked(counts.asked))
    return int(bool(counts.asked or counts.problems))


def _choices(database: Database, given: argparse.Namespace) -> "ImportChoices":
    from kdc_desktop.domain.people.import_choices import (
        ImportChoices,
        answer_of,
        letter_of,
        with_columns,
    )
    from kdc_desktop.services.people.importing import sheet_columns

    plain = ImportChoices(table=given.sheet)
    wanted = list(columns_said(given.column))
    columns = None
    if wanted:
        _tables, headers, planned = sheet_columns(database, given.file, plain)
        columns = with_columns(planned, headers, wanted)
    return ImportChoices(
        given.sheet,
        columns,
        given.include_cancelled,
        given.include_hidden,
        {word: letter_of(said) for word, said in pairs_said(given.sector, NO_SECTOR)},
        dict(answer_of(*pair) for pair in pairs_said(given.answer, _NO_ANSWER)),
        stay_listed=given.stay_listed,
        move_sectors=given.move_sectors,
    )


def _lines(preview: "ImportPreview") -> Iterator[str]:
    from kdc_desktop.domain.people.states import MatchState

    if preview.plan.tool:
        yield _("This is a list from {tool}.", tool=preview.plan.tool)
    if len(preview.tables) > 1:
        yield _(
            "The table “{table}” was read. The file has {tables}: choose one with --sheet.",
            table=preview.table,
            tables=listed(map(quoted, preview.tables)),
        )
    yield from _fields(preview.plan, preview.headers)
    if preview.found.time_header:
        yield _("Time of the answer from “{column}”", column=preview.found.time_header)
    if preview.unused:
        yield _("Not taken over: {columns}.", columns=listed(map(quoted, preview.unused)))
    for word, count in preview.sectors_open.items():
        yield sector_asked(word, count)
    yield from preview.notes
    yield from _hints(preview)
    for row in preview.rows:
        number, sentence = str(row.number), row.sentence
        if row.state is MatchState.PROBLEM:
            yield _("row {number} refused: {sentence}", number=number, sentence=sentence)
        elif row.state is MatchState.ASKED:
            yield _("row {number} asked: {sentence}", number=number, sentence=sentence)
        elif row.state is MatchState.LEFT_OUT:
            yield _("row {number} left out: {sentence}", number=number, sentence=sentence)
    yield from _changes([row for row in preview.rows if row.state is MatchState.CHANGED])


def _changes(rows: "Sequence[ImportRow]") -> Iterator[str]:
    """What would be changed, of the first rows in words."""
    for row in rows[:_CHANGES_TOLD]:
        yield _("row {number} changed: {sentence}", number=str(row.number), sentence=row.sentence)
    if more := len(rows[_CHANGES_TOLD:]):
        yield ngettext(
            "{count} more row changes somebody.", "{count} more rows change somebody.", more
        )


def _fields(plan: "ColumnPlan", headers: Sequence[str]) -> Iterator[str]:
    """What each field is read from; the name is put together of its parts."""
    from kdc_desktop.domain.people.field_titles import FIELD_TITLES
    from kdc_desktop.domain.people.fields import NAMING, PersonField

    columns = sorted(plan.columns.items())
    names = [headers[place] for place, what in columns if what in NAMING]
    yield _(
        "{field} from {columns}",
        field=str(FIELD_TITLES[PersonField.NAME]),
        columns=_and(names),
    )
    for what, title in FIELD_TITLES.items():
        found = [headers[place] for place, other in columns if other is what]
        if found and what not in NAMING:
            yield _("{field} from {columns}", field=str(title), columns=_and(found))


def _and(names: Iterable[str]) -> str:
    return listed_and(map(quoted, names))


def _hints(preview: "ImportPreview") -> Iterator[str]:
    """What can be said otherwise of what the notes tell."""
    if preview.counts.taken_off:
        yield _("With --stay-listed they stay on the list.")
    if preview.holds_back_sectors:
        yield _("With --move-sectors they count in the sectors of this list.")


def sector_asked(word: str, count: int) -> str:
    """That a word for a sector is not known, and what to do about it."""
    return ngettext(
        "“{word}” is no sector that is known ({count} row): say what it means with --sector.",
        "“{word}” is no sector that is known ({count} rows): say what it means with --sector.",
        count,
        word=word,
    )


def _asked(count: int) -> str:
    return ngettext(
        "{count} row is asked about and does not come in: decide with --answer ROW=same, ROW=new or"
        " ROW=leave_out, or in the window.",
        "{count} rows are asked about and do not come in: decide with --answer ROW=same, ROW=new or"
        " ROW=leave_out, or in the window.",
        count,
    )
