"""Bring people in from a list: a preview of every row first, then all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.fields import ColumnPlan, Columns, PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import Text, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.people_in import PeopleSheet, read_columns, read_people
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.kit.origin import is_from_here
from kdc_desktop.services.people.import_counts import ImportCounts, counts_of
from kdc_desktop.services.people.import_remarks import remarks_on_import, remarks_on_memory
from kdc_desktop.services.people.joins import SheetJoins
from kdc_desktop.services.people.judging import judged_rows, sectors_asked
from kdc_desktop.services.people.known import KnownPeople, ListOf, known_people
from kdc_desktop.services.people.matching import ImportRow
from kdc_desktop.services.people.remembered_answers import LeftOut, keep_answers, left_out_before
from kdc_desktop.services.people.remembered_columns import remember_columns, remembered_columns
from kdc_desktop.services.people.remembered_words import keep_words, with_words
from kdc_desktop.services.people.sayings import Saying
from kdc_desktop.services.people.taking import Taking
from kdc_desktop.storage import Database, Edit
from kdc_desktop.storage.acting import acting

_TRIES = (True, True, True, False)  # whether it may be worked out ahead once more
_PLAIN = ImportChoices()
_WRITTEN = (MatchState.NEW, MatchState.CHANGED)


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do with these `choices`; `rows` are all of the table, in its order.

    `found` is the list as it was read. `unknown_sectors` are the words for sectors that are not
    known, and how many people have each; `sheets` is where nouns above keep something of it,
    `notes` are sentences about the file.
    """

    path: Path
    choices: ImportChoices
    found: PeopleSheet
    rows: tuple[ImportRow, ...]
    counts: ImportCounts
    unknown_sectors: Mapping[str, int]
    sheets: SheetJoins
    notes: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables in the file, to choose one."""
        return self.found.tables

    @property
    def table(self) -> str:
        """The name of the one that was read."""
        return self.found.table.name

    @property
    def headers(self) -> tuple[str, ...]:
        """Its columns."""
        return self.found.table.headers

    @property
    def plan(self) -> ColumnPlan:
        """What the columns hold, and the tool whose export it is."""
        return self.found.plan

    @property
    def unused(self) -> tuple[str, ...]:
        """The columns of which nothing is taken over."""
        return self.found.unused

    @property
    def sectors_open(self) -> Mapping[str, int]:
        """Those of the unknown words for sectors that nobody has said the meaning of."""
        told = {fold(word) for word, letter in self.choices.sectors.items() if letter}
        return {word: n for word, n in self.unknown_sectors.items() if fold(word) not in told}

    @property
    def holds_back_sectors(self) -> bool:
        """Whether organisations stay in their sectors that could move into those of the list."""
        rows = (row for row in self.rows if PersonField.SECTOR in row.left)
        return any(rows) and not self.choices.move_sectors


_IMPORTED = nfillable("Imported {count} person from {file}", "Imported {count} people from {file}")
_IMPORTED_AND_TAKEN_OFF = nfillable(
    "Imported {count} person from {file}, {others}",
    "Imported {count} people from {file}, {others}",
)
_TAKEN_OFF = nfillable(
    "Took {count} person off the list, as {file} says",
    "Took {count} people off the list, as {file} says",
)
_OTHERS = nfillable("{count} taken off the list", "{count} taken off the list")


def _label(path: Path, count: int, off: int) -> Text:
    """What the journal says of so many people, and of those who were taken off the list."""
    if not off:
        return _IMPORTED.filled(count=count, file=path.name)
    if not count:
        return _TAKEN_OFF.filled(count=off, file=path.name)
    others = _OTHERS.filled(count=off)
    return _IMPORTED_AND_TAKEN_OFF.filled(count=count, file=path.name, others=others)


@dataclass(frozen=True)
class TakenRow:
    """A row of a sheet that was taken over, or whose person leaves the list; and who that is."""

    row: ImportRow
    person_id: int
    name: str


def preview_people(
    database: Database,
    path: Path | str,
    sheets: SheetJoins,
    choices: ImportChoices = _PLAIN,
    list_of: ListOf | None = None,
) -> ImportPreview:
    """Read a list of people and say of every row what importing it would do; nothing is changed.

    Without chosen columns they are those last chosen for these headers, else they are recognised.
    `list_of` is the list of the session that everybody would be put on.

    Raises:
        UserError: the file cannot be read, there is no such table, or no column holds names.
    """
    found = read_people(path, choices, remembered_columns(database))
    with database.read() as snapshot:
        found = found if is_from_here(snapshot, found.origin) else found.without_ids()
    return _previewed(database, Path(path), found, sheets, choices, list_of)


def preview_again(
    database: Database,
    before: ImportPreview,
    sheets: SheetJoins,
    choices: ImportChoices,
    list_of: ListOf | None = None,
) -> ImportPreview:
    """The same list with other choices of its rows; the file is not read again."""
    return _previewed(database, before.path, before.found, sheets, choices, list_of)


def _previewed(
    database: Database,
    path: Path,
    found: PeopleSheet,
    sheets: SheetJoins,
    choices: ImportChoices,
    list_of: ListOf | None,
) -> ImportPreview:
    given = choices
    with database.read() as snapshot:
        choices = with_words(snapshot, found, choices)
        known = known_people(snapshot, list_of, sheets.sayings.of)
        before = left_out_before(snapshot)
    rows = tuple(judged_rows(known, found, choices, before))
    said = (note for remark in sheets.remarks for note in remark(found))
    return ImportPreview(
        path,
        choices,
        found,
        rows,
        counts_of(rows),
        sectors_asked(found),
        sheets,
        (
            *(*found.table.notes, *said, *remarks_on_memory(found, rows, given, choices)),
            *remarks_on_import(known, found, rows, choices),
        ),
    )


def sheet_columns(
    database: Database, path: Path | str, choices: ImportChoices = _PLAIN
) -> tuple[tuple[str, ...], tuple[str, ...], Columns]:
    """The tables of a file, and the columns of the one chosen with what each is taken for, or was
    chosen for before.

    For where no preview can be made because none holds names, and to change single columns.

    Raises:
        UserError: the file cannot be read, or there is no such table.
    """
    return read_columns(path, choices, remembered_columns(database))


@acting(way=Way.IMPORT)
def import_people(
    database: Database,
    preview: ImportPreview,
    before_writing: Callable[[], object] = lambda: None,
) -> ImportCounts:
    """Take over every row of a preview that comes in: all or nothing, one undo step.

    The rows are matched once more with the people known now. The club is backed up before; then
    it is worked out what is written, for which `before_writing` may call it off.
    """
    return take_over(database, preview, lambda _edit, _taken: set(), before_writing)


def take_over(
    database: Database,
    preview: ImportPreview,
    more: Callable[[Edit, Sequence[TakenRow]], set[int]],
    before_writing: Callable[[], object],
    list_of: ListOf | None = None,
    session_id: int | None = None,
) -> ImportCounts:
    """The same, with `more` that belongs to it, which says whom it has changed. For verbs.

    `list_of` is the list that it goes to, `session_id` where it is said what people offer and need.

    Matching takes longer than writing, so it is done before. Where somebody changes people in
    between, it is done again, at last while nobody else can write.
    """
    _prepare(database, preview)
    known_by = list_of, preview.sheets.sayings.of
    for ahead in _TRIES:
        written = database.written
        with database.read() as snapshot:
            before = left_out_before(snapshot)
            plan = _Plan(known_people(snapshot, *known_by), preview, before, database.now())
        before_writing()
        with database.edit(_IMPORTED.having(file=preview.path.name)) as edit:
            known = plan.known if written == database.written else known_people(edit, *known_by)
            if known != plan.known and ahead:
                continue
            if known != plan.known:
                plan = _Plan(known, preview, left_out_before(edit), database.now())
            taken = plan.write(edit)
            preview.sheets.sayings.keep(edit, _sayings_of(taken), session_id, database.now())
            changed = {one.person_id for one in taken if one.row.state in _WRITTEN}
            off = {one.person_id for one in taken if one.row.leaves}
            edit.call(_label(preview.path, len(changed | more(edit, taken)), len(off)))
            return plan.counts
    raise AssertionError("the last time it is worked out while nobody else can write")


def _sayings_of(taken: Sequence[TakenRow]) -> dict[int, list[Saying]]:
    found: dict[int, list[Saying]] = {}
    for one in taken:
        if one.row.sayings:
            found.setdefault(one.person_id, []).extend(one.row.sayings)
    return found


class _Plan:
    """What becomes of the rows of a preview, and what has to be written for that."""

    def __init__(
        self, known: KnownPeople, preview: ImportPreview, before: LeftOut, now: Instant
    ) -> None:
        self.known, self._preview = known, preview
        self._rows = rows = judged_rows(known, preview.found, preview.choices, before)
        self.counts = counts_of(rows)
        self._taking = Taking(known, now)
        self._taken = [(row, self._taking.take(row)) for row in rows if row.state.comes_in]
        self._taken += [(row, row.person_id) for row in rows if row.leaves and row.person_id]

    def write(self, edit: Edit) -> list[TakenRow]:
        """Write it, and what was answered."""
        found, choices = self._preview.found, self._preview.choices
        keep_answers(edit, found, self._rows, choices)
        keep_words(edit, choices)
        ids = self._taking.write(edit)
        return [
            TakenRow(row, ids.get(key, key), self._taking.name_of(key)) for row, key in self._taken
        ]


def _prepare(database: Database, preview: ImportPreview) -> None:
    """Back the club up and remember what the columns are."""
    back_up(database)
    if preview.choices.columns is not None:
        remember_columns(database, preview.headers, preview.choices.columns)
