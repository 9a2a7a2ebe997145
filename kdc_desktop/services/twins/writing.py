"""Rows of the other version that come into the open club, within the one edit that takes over."""

from collections.abc import Mapping
from typing import NamedTuple

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.model import Organisation, Person, Session, Stage
from kdc_desktop.services.twins.words import TwinRow, Version
from kdc_desktop.storage import Edit

_NOT_OF_A_PLAN = {
    *("id", "programme_id", "status", "went_live_at", "closed_at", "trashed_at"),
    *("session_id", "started_at", "ended_at", "paused_at", "paused_seconds"),
}
_OF_ORGANISATION = ("name", "sector", "sector_guessed", "notes", "most_groups", "size")
_DETAILS = ("notes", "phone", "job_title", "interests")


def bring_session(edit: Edit, there: Version, key: int) -> int:
    """A session with its agenda, as if it had been planned here; its number."""
    (session_id,) = edit.add_rows(Session, [_plan_of(there.rows["session"][key])])
    agenda = [row for row in there.rows["stage"].values() if row["session_id"] == key]
    edit.add_rows(Stage, [{**_plan_of(row), "session_id": session_id} for row in agenda])
    return int(session_id)


def _plan_of(row: TwinRow) -> TwinRow:
    return {name: value for name, value in row.items() if name not in _NOT_OF_A_PLAN}


def bring_details(edit: Edit, said: Mapping[int, TwinRow]) -> None:
    """What rows of people say of them, where nothing is said here yet."""
    empty = {key: edit.get_one(Person, key) for key in said}
    wanted = {
        key: {name: row[name] for name in _DETAILS if row[name] and not getattr(empty[key], name)}
        for key, row in said.items()
    }
    edit.change_rows(Person, {key: row for key, row in wanted.items() if row})


class Come(NamedTuple):
    """By the numbers there of organisations: all their ids here, and which of them are new."""

    ids: dict[int, int]
    new: set[int]


def bring_organisations(edit: Edit, wanted: Mapping[int, TwinRow], came: Mapping[str, int]) -> Come:
    """Organisations that are not here; `came` are those by name that people have brought along."""
    names = dict(came)
    first = {normalise(row["name"]): key for key, row in sorted(wanted.items(), reverse=True)}
    new = {name: wanted[key] for name, key in first.items() if name not in names}
    rows = [{name: row[name] for name in _OF_ORGANISATION} for row in new.values()]
    names |= dict(zip(new, edit.add_rows(Organisation, rows), strict=True))
    ids = {key: names[normalise(row["name"])] for key, row in wanted.items()}
    return Come(ids, {first[name] for name in new})
