"""Rows of the other version that come into the open club, within the one edit that takes over."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.model import Consent, Organisation, Person, Session, Stage
from kdc_desktop.services.people.known import known_people
from kdc_desktop.services.twins.words import TwinRow, Version
from kdc_desktop.storage import Edit

_NOT_OF_A_PLAN = {
    *("id", "programme_id", "status", "went_live_at", "closed_at", "trashed_at"),
    *("session_id", "started_at", "ended_at", "paused_at", "paused_seconds"),
}

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


def bring_consents(edit: Edit, said: Iterable[TwinRow], people: Mapping[int, int]) -> None:
    """What people have allowed there, unless it is known here; `people` says who is whom here."""
    known = set(map(tuple, edit.execute(select(Consent.person_id, Consent.kind, Consent.at))))
    rows = [
        {**row, "id": None, "person_id": people.get(row["person_id"], row["person_id"])}
        for row in said
    ]
    new = [row for row in rows if (row["person_id"], row["kind"], row["at"]) not in known]
    edit.add_rows(Consent, new)


def bring_organisations(edit: Edit, wanted: Iterable[TwinRow]) -> int:
    """Those that nobody has brought along; how many."""
    known = known_people(edit).organisations.values()
    names = {normalise(name) for name, _sector in known}
    new = {normalise(row["name"]): row for row in wanted if normalise(row["name"]) not in names}
    columns = ("name", "sector", "sector_guessed", "notes")
    rows = [{name: row[name] for name in columns} for row in new.values()]
    return len(edit.add_rows(Organisation, rows))
