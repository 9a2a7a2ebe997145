"""What every sheet reads from: one snapshot, the sessions wanted, and the names they share."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.interchange.workbook import Chart, ColourScale, Column, Table
from kdc_desktop.model import Department, Organisation, Person, Poll, Session
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.visions.book import ConsortiumBook
from kdc_desktop.services.workbook.who import NOBODY, Who
from kdc_desktop.storage import Snapshot

ID = Column("Id", "id")
Line = tuple[Any, ...]
_SESSION = (Column("Session id", "id"), Column("Session"))


class Source:
    """A snapshot of the club file, read for one session or for all that are not in the trash."""

    def __init__(self, snapshot: Snapshot, session_id: int | None, now: datetime) -> None:
        """Raises UserError when the session does not exist."""
        self.snapshot, self.now = snapshot, now
        self.every_session = session_id is None
        wanted = select(Session).where(Session.trashed_at.is_(None))
        if session_id is not None:
            wanted = select(Session).where(Session.id == session_id)
        found = snapshot.scalars(wanted.order_by(Session.starts_at.desc(), Session.id.desc()))
        self.sessions = {session.id: session for session in found}
        """The sessions by id, the newest first."""
        if session_id is not None and not self.sessions:
            raise UserError("This session does not exist any more. Choose another one to export.")

    @cached_property
    def polls(self) -> PollBook:
        """The polls of these sessions."""
        return PollBook(self.snapshot, list(self.sessions))

    @cached_property
    def consortia(self) -> ConsortiumBook:
        """The consortia of these sessions."""
        return ConsortiumBook(self.snapshot, list(self.sessions), self.people)

    @cached_property
    def people(self) -> dict[int, Who]:
        """Everybody in the club file, by id."""
        rows = self.snapshot.execute(
            select(
                Person.id,
                Person.name,
                Person.organisation_id,
                Organisation.name,
                Department.name,
                Organisation.sector,
            )
            .outerjoin(Organisation, Organisation.id == Person.organisation_id)
            .outerjoin(Department, Department.id == Person.department_id)
        )
        return {
            key: Who(name, organisation_id, organisation or "", department or "", sector_of(sector))
            for key, name, organisation_id, organisation, department, sector in rows
        }

    def who(self, person_id: int | None) -> Who:
        """A person, or nobody."""
        return NOBODY if person_id is None else self.people[person_id]

    def of(self, column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
        """The condition that a row belongs to the sessions wanted."""
        return column.in_(list(self.sessions))

    def in_order(self, polls: Iterable[Poll]) -> list[Poll]:
        """Polls in the order in which `table` leaves them: those of the newest session first."""
        return sorted(polls, key=lambda poll: self._place[poll.session_id])

    @cached_property
    def _place(self) -> dict[int | None, int]:
        return {key: number for number, key in enumerate(self.sessions)}

    def table(
        self,
        title: str,
        columns: Sequence[Column],
        rows: Iterable[Line],
        notes: tuple[str, ...] = (),
        colour_scale: ColourScale | None = None,
        charts: tuple[Chart, ...] = (),
    ) -> Table:
        """A table of rows that each begin with the id of their session, the newest session first.

        Only a workbook of every session shows which one a row belongs to. Rows without a session
        come last.
        """
        last = len(self.sessions)
        ordered = sorted(rows, key=lambda row: self._place.get(row[0], last))
        if self.every_session:
            titles = {key: session.title for key, session in self.sessions.items()}
            shown = [(row[0], titles.get(row[0]), *row[1:]) for row in ordered]
            columns = (*_SESSION, *columns)
        else:
            shown = [tuple(row[1:]) for row in ordered]
        name = title.replace(" ", "_")
        return Table(name, title, tuple(columns), shown, notes, colour_scale, charts)
