"""Bring people in from a sheet: a preview of every row first, then all or nothing."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.sectors import RESIDENTS
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import Fillable, listed, nfillable, ngettext
from kdc_desktop.interchange.people_in import PeopleSheet, read_people
from kdc_desktop.model.people import Person
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.club.settings import remember, setting
from kdc_desktop.services.people.joins import SheetRemark
from kdc_desktop.services.people.matching import ImportRow, matched_rows
from kdc_desktop.services.people.taking import Taking
from kdc_desktop.storage import Database, Edit
from kdc_desktop.storage.acting import acting

_MAPPINGS = "people_import_columns"


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
class TakenOver:
    """What taking a preview over has done: how much, and who the people of its rows are."""

    counts: ImportCounts
    people: tuple[tuple[ImportRow, Person], ...]

    @property
    def changed(self) -> set[int]:
        """Who is new or not as before."""
        return {person.id for row, person in self.people if row.state is not MatchState.SAME}


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
    known = {} if mapping is not None else setting(database, _MAPPINGS, {})
    found = read_people(path, mapping, sheet) if not known else _read(path, sheet, known)
    with database.read() as snapshot:
        rows = tuple(matched_rows(snapshot, found.rows))
    said = (note for remark in (*remarks, _lonely_sectors) for note in remark(found))
    return ImportPreview(
        Path(path),
        found.headers,
        found.mapping,
        rows,
        _counted(rows),
        (*found.notes, *said),
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


def _lonely_sectors(found: PeopleSheet) -> list[str]:
    named = [one for one in found.rows if one.sector not in ("", RESIDENTS)]
    alone = sum(not one.organisation.strip() for one in named)
    if not alone:
        return []
    return [
        ngettext(
            "{count} row names a sector but no organisation: only organisations have a sector.",
            "{count} rows name a sector but no organisation: only organisations have a sector.",
            alone,
        )
    ]


def _counted(rows: Sequence[ImportRow]) -> ImportCounts:
    states = Counter(row.state for row in rows)
    return ImportCounts(
        states[MatchState.NEW],
        states[MatchState.CHANGED],
        states[MatchState.SAME],
        states[MatchState.PROBLEM],
    )


@acting(way=Way.IMPORT)
def import_people(database: Database, preview: ImportPreview) -> ImportCounts:
    """Take over every row of a preview that is no problem: all or nothing, one undo step.

    The rows are matched once more with the people known now. The club is backed up before.
    """
    prepare(database, preview)
    with database.edit(preview.label) as edit:
        taken = take_over(edit, preview, database.now())
        edit.count = len(taken.changed)
        return taken.counts


def prepare(database: Database, preview: ImportPreview) -> None:
    """Back the club up and remember the columns that were chosen. For verbs, before their edit."""
    back_up(database)
    known = setting(database, _MAPPINGS, {})
    key = _key(preview.headers)
    if known.get(key) != preview.mapping:
        remember(database, _MAPPINGS, {**known, key: preview.mapping})


def take_over(edit: Edit, preview: ImportPreview, now: datetime) -> TakenOver:
    """Take over every row of a preview that is no problem. For verbs, inside their edit."""
    rows = matched_rows(edit, [row.person for row in preview.rows])
    taking = Taking(edit, now)
    taken = [(row, taking.take(row)) for row in rows if row.state is not MatchState.PROBLEM]
    edit.flush()
    return TakenOver(_counted(rows), tuple(taken))
