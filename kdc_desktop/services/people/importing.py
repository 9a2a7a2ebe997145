"""Bring people in from a sheet: a preview of every row first, then all or nothing."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.kit.text import fold, people
from kdc_desktop.domain.people.sectors import RESIDENTS
from kdc_desktop.errors import UserError
from kdc_desktop.interchange.people_in import PeopleSheet, read_people
from kdc_desktop.model import Attendance, Person, Session
from kdc_desktop.services.attendance.registering import register_all
from kdc_desktop.services.attendance.roles import PARTICIPANT, ROLES
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.club.settings import remember, setting
from kdc_desktop.services.people.matching import ImportRow, Taking, matched_rows
from kdc_desktop.storage import Database, Edit, Snapshot

__all__ = [
    "ImportCounts",
    "ImportPreview",
    "ImportRow",
    "import_people",
    "preview_people",
    "sheet_headers",
]

_MAPPINGS = "people_import_columns"


@dataclass(frozen=True)
class ImportCounts:
    """How many rows are in each state; `registered` were put on the session's list."""

    new: int = 0
    changed: int = 0
    same: int = 0
    problems: int = 0
    registered: int = 0

    @property
    def sentence(self) -> str:
        """“57 new, 3 changed, 0 same, 2 problems”."""
        return f"{self.new} new, {self.changed} changed, {self.same} same, {self.problems} problems"


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do. `mapping` says which column (place in `headers`) holds which field
    of `domain.roster.FIELDS`; `notes` are sentences about the file."""

    path: Path
    headers: tuple[str, ...]
    mapping: dict[str, int]
    rows: tuple[ImportRow, ...]
    counts: ImportCounts
    notes: tuple[str, ...] = ()
    sheet_names: tuple[str, ...] = ()


def preview_people(
    database: Database,
    path: Path | str,
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
    return ImportPreview(
        Path(path),
        found.headers,
        found.mapping,
        rows,
        _counted(rows),
        (*found.notes, *_own_notes(found)),
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


def _own_notes(found: PeopleSheet) -> list[str]:
    notes = []
    column = found.mapping.get("role")
    if column is not None and not any(fold(person.role) in ROLES for person in found.rows):
        notes.append(f"“{found.headers[column]}” names no role in a session, so it is left out.")
    alone = [one for one in found.rows if one.sector not in ("", RESIDENTS)]
    alone = [one for one in alone if not one.organisation.strip()]
    if alone:
        who = "1 row names" if len(alone) == 1 else f"{len(alone)} rows name"
        notes.append(f"{who} a sector but no organisation: only organisations have a sector.")
    return notes


def _counted(rows: Sequence[ImportRow]) -> ImportCounts:
    states = Counter(row.state for row in rows)
    return ImportCounts(states["new"], states["changed"], states["same"], states["problem"])


def import_people(
    database: Database, preview: ImportPreview, session_id: int | None = None
) -> ImportCounts:
    """Take over every row of a preview that is no problem: all or nothing, one undo step.

    The rows are matched once more with the people known now. With `session_id` everybody in them
    is put on the list of that session, with badge codes and roles where the sheet names them.
    The club is backed up before.

    Raises:
        UserError: the session is gone, or a badge code belongs to somebody else in it; nothing
            has changed.
    """
    if session_id is not None:
        with database.read() as snapshot:
            _see_session(snapshot, session_id)
    back_up(database)
    _remember_mapping(database, preview)
    wanted = preview.counts.new + preview.counts.changed
    with database.edit(f"Imported {people(wanted)} from {preview.path.name}") as edit:
        rows = matched_rows(edit, [row.person for row in preview.rows])
        taking = Taking(edit, database.now())
        taken = [(row, taking.take(row)) for row in rows if row.state != "problem"]
        edit.flush()
        counts = _counted(rows)
        if session_id is None:
            return counts
        _see_session(edit, session_id)
        registered = register_all(edit, session_id, {person.id for _, person in taken})
        edit.flush()
        _dress(edit, session_id, taken)
        return replace(counts, registered=registered)


def _see_session(snapshot: Snapshot, session_id: int) -> None:
    if snapshot.get(Session, session_id) is None:
        raise UserError("This session is not there any more. Open another.")


def _remember_mapping(database: Database, preview: ImportPreview) -> None:
    known = setting(database, _MAPPINGS, {})
    key = _key(preview.headers)
    if known.get(key) != preview.mapping:
        remember(database, _MAPPINGS, {**known, key: preview.mapping})


def _dress(edit: Edit, session_id: int, taken: Sequence[tuple[ImportRow, Person]]) -> None:
    listed = edit.scalars(select(Attendance).where(Attendance.session_id == session_id)).all()
    by_person = {attended.person_id: attended for attended in listed}
    wearers = {attended.badge.upper(): attended for attended in listed if attended.badge}
    for row, person in taken:
        attended, badge = by_person[person.id], row.person.badge
        role = fold(row.person.role)
        if role in ROLES and role != attended.role:
            attended.role, attended.may_vote = AttendanceRole(role), role == PARTICIPANT
        if not badge or badge == attended.badge:
            continue
        if wearers.setdefault(badge.upper(), attended) is not attended:
            raise UserError(
                f"Badge code {badge} of {person.name} belongs to somebody else in this session."
                " Change it in the sheet and import again."
            )
        attended.badge = badge
