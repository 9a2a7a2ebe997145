"""Bring people in from a sheet: a preview of every row first, then all or nothing."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import Fillable, lazy, listed, nfillable, ngettext
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.people_in import PeopleSheet, read_people
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.club.settings import remember, setting
from kdc_desktop.services.people.import_remarks import remarks_on_import
from kdc_desktop.services.people.joins import SheetRemark
from kdc_desktop.services.people.known import KnownPeople, known_people
from kdc_desktop.services.people.matching import ImportRow, matched_rows
from kdc_desktop.services.people.taking import Taking
from kdc_desktop.storage import Database, Edit
from kdc_desktop.storage.acting import acting

_MAPPINGS = "people_import_columns"
_TRIES = (True, True, True, False)  # whether it may be worked out ahead once more


@dataclass(frozen=True)
class ImportCounts:
    """How many rows are in each state."""

    new: int = 0
    changed: int = 0
    same: int = 0
    problems: int = 0

    @property
    def sentence(self) -> str:
        """“57 new, 3 changed, 0 same, 2 problems”."""
        return listed(
            (
                ngettext("{count} new", "{count} new", self.new),
                ngettext("{count} changed", "{count} changed", self.changed),
                ngettext("{count} same", "{count} same", self.same),
                ngettext("{count} problem", "{count} problems", self.problems),
            )
        )


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do. `mapping` says which column (place in `headers`) holds which field
    of `domain.people.roster_columns.FIELDS`; `notes` are sentences about the file."""

    path: Path
    headers: tuple[str, ...]
    mapping: dict[str, int]
    rows: tuple[ImportRow, ...]
    counts: ImportCounts
    notes: tuple[str, ...] = ()
    sheet_names: tuple[str, ...] = ()

    @property
    def label(self) -> Fillable:
        """What the journal says when it has been imported; the edit says of how many."""
        imported = nfillable(
            "Imported {count} person from {file}", "Imported {count} people from {file}"
        )
        return imported.having(file=self.path.name)


@dataclass(frozen=True)
class TakenRow:
    """A row of a sheet that was taken over, and who its person is."""

    row: ImportRow
    person_id: int
    name: str


def preview_people(
    database: Database,
    path: Path | str,
    remarks: Sequence[SheetRemark],
    mapping: Mapping[str, int] | None = None,
    sheet: str | None = None,
) -> ImportPreview:
    """Read a sheet of people and say of every row what importing it would do; nothing is changed.

    Without `mapping` the columns are those last used with these headers, else they are guessed.

    Raises:
        UserError: the file cannot be read, or no column holds names.
    """
    chosen = {} if mapping is not None else setting(database, _MAPPINGS, {})
    found = read_people(path, mapping, sheet) if not chosen else _read(path, sheet, chosen)
    with database.read() as snapshot:
        known = known_people(snapshot)
    rows = tuple(matched_rows(known, found.rows))
    said = (note for remark in remarks for note in remark(found))
    return ImportPreview(
        Path(path),
        found.headers,
        found.mapping,
        rows,
        _counted(rows),
        (*found.notes, *said, *remarks_on_import(known, found, rows)),
        found.sheet_names,
    )


def sheet_headers(path: Path | str) -> tuple[str, ...]:
    """The columns of a sheet, to choose the names' column from where no guess can be made.

    Raises:
        UserError: the file cannot be read.
    """
    return read_people(path, {"name": 0}).headers


def _read(path: Path | str, sheet: str | None, known: Mapping[str, dict[str, int]]) -> PeopleSheet:
    bare = read_people(path, {"name": 0}, sheet)
    return read_people(path, known.get(_key(bare.headers)), sheet)


def _key(headers: Sequence[str]) -> str:
    return json.dumps([fold(header) for header in headers])


def _counted(rows: Sequence[ImportRow]) -> ImportCounts:
    states = Counter(row.state for row in rows)
    return ImportCounts(
        states[MatchState.NEW],
        states[MatchState.CHANGED],
        states[MatchState.SAME],
        states[MatchState.PROBLEM],
    )


@acting(way=Way.IMPORT)
def import_people(
    database: Database,
    preview: ImportPreview,
    before_writing: Callable[[], object] = lambda: None,
) -> ImportCounts:
    """Take over every row of a preview that is no problem: all or nothing, one undo step.

    The rows are matched once more with the people known now. The club is backed up before; then
    it is worked out what is written, for which `before_writing` may call it off.
    """
    return take_over(database, preview, lambda _edit, _taken: set(), before_writing)


def take_over(
    database: Database,
    preview: ImportPreview,
    more: Callable[[Edit, Sequence[TakenRow]], set[int]],
    before_writing: Callable[[], object],
) -> ImportCounts:
    """The same, with `more` that belongs to it, which says whom it has changed. For verbs.

    Matching takes longer than writing, so it is done before. Where somebody changes people in
    between, it is done again, at last while nobody else can write.
    """
    _prepare(database, preview)
    for ahead in _TRIES:
        written = database.written
        with database.read() as snapshot:
            plan = _Plan(known_people(snapshot), preview, database.now())
        before_writing()
        with database.edit(preview.label) as edit:
            known = plan.known if written == database.written else known_people(edit)
            if known != plan.known and ahead:
                continue
            if known != plan.known:
                plan = _Plan(known, preview, database.now())
            taken = plan.write(edit)
            changed = {one.person_id for one in taken if one.row.state is not MatchState.SAME}
            edit.count = len(changed | more(edit, taken))
            return plan.counts
    raise AssertionError("the last time it is worked out while nobody else can write")


class _Plan:
    """What becomes of the rows of a preview, and what has to be written for that."""

    def __init__(self, known: KnownPeople, preview: ImportPreview, now: Instant) -> None:
        self.known = known
        rows = matched_rows(known, [row.person for row in preview.rows])
        self.counts = _counted(rows)
        self._taking = Taking(known, now)
        self._taken = [
            (row, self._taking.take(row)) for row in rows if row.state is not MatchState.PROBLEM
        ]

    def write(self, edit: Edit) -> list[TakenRow]:
        """Write it."""
        ids = self._taking.write(edit)
        return [
            TakenRow(row, ids.get(key, key), self._taking.name_of(key)) for row, key in self._taken
        ]


def _prepare(database: Database, preview: ImportPreview) -> None:
    """Back the club up and remember the columns that were chosen."""
    back_up(database)
    known = setting(database, _MAPPINGS, {})
    key = _key(preview.headers)
    if known.get(key) != preview.mapping:
        label = lazy("Remembered which column of a list holds what")
        remember(database, _MAPPINGS, {**known, key: preview.mapping}, label)
