"""Where in the club something was done."""

from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.services.sessions import listing
from kdc_desktop.storage import Database, Step
from kdc_desktop.storage.next_steps import tables_of
from kdc_desktop.storage.tracing import trace_of


@dataclass(frozen=True)
class TracedStep:
    """What a step changed, and in which session; that has no title where it is gone.

    `rows` are by table and key, as they are now, or as they were where they are gone; with them
    are those that they belong to. `columns` are those that it changed, by table; `gone` are the
    tables whose changed rows are not all there now.
    """

    session_id: int | None
    session_title: str
    rows: Mapping[str, Mapping[Any, Mapping[str, Any]]]
    columns: Mapping[str, set[str]]
    gone: Set[str]

    @property
    def begins_or_ends(self) -> bool:
        """Whether an evening that was there before begins or ends by it, or goes on anew."""
        changed = self.columns.get("session", set())
        if "id" in changed:
            return False  # it came or went as a whole, and nothing of that is live
        states = {row.get("status") for row in self.rows.get("session", {}).values()}
        return "status" in changed or ("trashed_at" in changed and SessionStatus.LIVE in states)


def tables_of_step(database: Database, step: Step) -> set[str]:
    """The names of the tables that a step has changed, which is soon read."""
    with database.glance() as connection:
        return tables_of(connection, step)


def trace_step(database: Database, entry_id: int) -> TracedStep:
    """Where the step of this entry of the journal was done."""
    with database.read() as snapshot:
        found = trace_of(snapshot, entry_id)
    title = ""
    if found.session_id is not None:
        with suppress(UserError):  # it is gone
            title = listing.session(database, found.session_id).title
    return TracedStep(found.session_id, title, found.rows, found.columns, found.gone)
