"""What every sheet of the workbook reads from: one snapshot, the sessions wanted, their people."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar, overload

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.domain.kit.editions import Edition
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy
from kdc_desktop.instants import Instant, Zone, day_of, zone_called
from kdc_desktop.interchange.workbook import Chart, ColourScale, Column, Kind, Reader, Table
from kdc_desktop.model.people import Department, Organisation, Person, PersonMerge
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.kit.clocks import Clocks
from kdc_desktop.services.kit.who import NOBODY, Who
from kdc_desktop.storage import Snapshot

Line = tuple[Any, ...]
T = TypeVar("T")


def key_of(entity: str) -> Column:
    """The id of the row itself, called the same in every language: programs know it by that."""
    return Column(f"{entity} id", Kind.ID, entity=entity, own=True, filled=True)


def id_of(entity: str, called: str = "") -> Column:
    """The id of another row, `called` by the part it plays where that is not what it is."""
    return Column(f"{called or entity} id", Kind.ID, entity=entity)


_SESSION = (
    id_of("Session"),
    Column(lazy("Session"), means=lazy("The title of the session that it was in.")),
)
_BORN_IN = (
    id_of("Session", "Born in"),
    Column(
        lazy("Born in"),
        aside=True,
        means=lazy(
            "The title of the session in which the consortium was formed; empty where it was in "
            "none."
        ),
    ),
)


class Source:
    """A snapshot of the club file, read for one session or for all that are not in the trash."""

    def __init__(
        self,
        snapshot: Snapshot,
        session_id: int | None,
        now: Instant,
        edition: Edition = Edition.FULL,
        reader: Reader = Reader.PEOPLE,
    ) -> None:
        """Raises UserError when the session does not exist."""
        self.snapshot, self.now = snapshot, now
        self.shares = edition is Edition.SHARE
        """Whether what is made is handed to others."""
        self.for_programs = reader is Reader.PROGRAMS
        """Whether programs are to read it: they are told keys and offsets, no words."""
        self.every_session = session_id is None
        self._made: dict[Callable[[Source], Any], Any] = {}
        there = or_(Session.trashed_at.is_(None), Session.id == session_id)
        newest_first = select(Session).order_by(Session.starts_at.desc(), Session.id.desc())
        found = list(snapshot.scalars(newest_first.where(there)))
        self.sessions = {one.id: one for one in found if session_id in (None, one.id)}
        """The sessions by id, the newest first."""
        self._zones = {key: zone_called(session.zone) for key, session in self.sessions.items()}
        self.clocks = Clocks(found)
        self.zone = self.clocks.at(now)
        """Where the clock hangs by which it is today."""
        if session_id is not None and not self.sessions:
            raise UserError(
                _("This session does not exist any more. Choose another one to export.")
            )

    def zone_of(self, session_id: int) -> Zone:
        """Where the clock of one of the sessions hangs."""
        return self._zones[session_id]

    def _zone_at(self, at: Instant, session_id: int | None) -> Zone:
        """The clock of the session in which it happened, also where no session is named."""
        return self._zones.get(session_id or 0) or self.clocks.at(at)

    @overload
    def by_clock(self, at: Instant, session_id: int | None) -> datetime: ...
    @overload
    def by_clock(self, at: Instant | None, session_id: int | None) -> datetime | None: ...
    def by_clock(self, at: Instant | None, session_id: int | None) -> datetime | None:
        """What the clock showed then in the room of the session: Excel knows no zones.

        Programs are told how far it was from UTC.
        """
        if at is None:
            return None
        zone = self._zone_at(at, session_id)
        return at.with_zone(zone) if self.for_programs else at.in_zone(zone)

    def day(self, at: Instant) -> date:
        """The day that it was then, by the same clock as all times here."""
        return day_of(at, self.clocks.at(at))

    def on_the_wall(self, planned: datetime, session_id: int) -> datetime:
        """A time that was planned for a session, as `by_clock` gives those that were."""
        return planned.replace(tzinfo=self.zone_of(session_id)) if self.for_programs else planned

    def once(self, make: Callable[["Source"], T]) -> T:
        """What `make` reads from this source, made when it is asked for the first time."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

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
        people = {
            key: Who(name, organisation_id, organisation or "", department or "", sector_of(sector))
            for key, name, organisation_id, organisation, department, sector in rows
        }
        return people | {key: people[into] for key, into in self._merged.items()}

    @cached_property
    def _merged(self) -> dict[int, int]:
        """Into whom those were merged who were known twice."""
        found = self.snapshot.execute(select(PersonMerge.person_id, PersonMerge.into_id))
        return {key: into for key, into in found}  # noqa: C416 - dict() would take a result for a mapping

    @overload
    def known_once(self, person_id: int) -> int: ...
    @overload
    def known_once(self, person_id: int | None) -> int | None: ...
    def known_once(self, person_id: int | None) -> int | None:
        """The id by which somebody is known now: votes keep the one that they had then."""
        return None if person_id is None else self._merged.get(person_id, person_id)

    def who(self, person_id: int | None) -> Who:
        """A person, or nobody."""
        return NOBODY if person_id is None else self.people[person_id]

    def of(self, column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
        """The condition that a row belongs to the sessions wanted."""
        return column.in_(list(self.sessions))

    def shown_session(self, session_id: int | None) -> int | None:
        """The session, where it is one of those wanted: no row names one that is not there."""
        return session_id if session_id in self.sessions else None

    def counts(
        self, column: InstrumentedAttribute[Any], *conditions: ColumnElement[bool]
    ) -> dict[int, int]:
        """How many rows belong to each session wanted by `column`; those without any are not in."""
        counted = select(column, func.count()).where(self.of(column), *conditions)
        return dict(self.snapshot.execute(counted.group_by(column)).all())

    def per_session(
        self, column: InstrumentedAttribute[Any], *conditions: ColumnElement[bool]
    ) -> Callable[[int], Line]:
        """`counts` as one value beside the row of each session."""
        numbers = self.counts(column, *conditions)
        return lambda session_id: (numbers.get(session_id, 0),)

    def in_order(self, rows: Iterable[T], session_of: Callable[[T], int | None]) -> list[T]:
        """Rows in the order in which `table` leaves them: those of the newest session first."""
        last = len(self.sessions)
        return sorted(rows, key=lambda row: self._place.get(session_of(row), last))

    @cached_property
    def _place(self) -> dict[int | None, int]:
        return {key: number for number, key in enumerate(self.sessions)}

    def _by_clocks(self, columns: Sequence[Column], rows: list[Line], *, born: bool) -> list[Line]:
        """Rows as `table` takes them, with what clocks showed in the place of instants."""
        places = [place for place, column in enumerate(columns, 1) if column.kind is Kind.DATETIME]
        if not places:
            return rows
        shown = [list(row) for row in rows]
        for row in shown:
            for place in places:
                if isinstance(row[place], Instant):
                    row[place] = self.by_clock(row[place], None if born else row[0])
        return [tuple(row) for row in shown]

    def table(
        self,
        name: str,
        title: Text | str,
        columns: Sequence[Column],
        rows: Iterable[Line],
        notes: tuple[str, ...] = (),
        colour_scale: ColourScale | None = None,
        charts: tuple[Chart, ...] = (),
        *,
        purpose: Text | str = "",
        stays: bool = False,
        reader: Reader = Reader.ANYBODY,
        formerly: str = "",
        of_session: tuple[Column, Column] = _SESSION,
        born: bool = False,
    ) -> Table:
        """A table of rows that each begin with the id of their session, the newest session first.

        `name` is that of the Excel table, in every language; `title` stands on the sheet's tab,
        `purpose` above the table. Only a workbook of every session shows which one a row belongs
        to. Rows without a session come last. What `stays` is in no edition to share. Where rows are
        `born` in their session and live on after it, what happened to them did so at any time.
        """
        ordered = self._by_clocks(columns, self.in_order(rows, lambda row: row[0]), born=born)
        if self.every_session:
            columns, shown = self._with_session(columns, ordered, _BORN_IN if born else of_session)
        else:
            shown = [tuple(row[1:]) for row in ordered]
        return Table(
            *(name, title, tuple(columns), shown, notes),
            *(colour_scale, charts, purpose, stays, reader),
            formerly=formerly,
        )

    def _with_session(
        self, columns: Sequence[Column], rows: list[Line], of_session: tuple[Column, Column]
    ) -> tuple[Sequence[Column], list[Line]]:
        """The same with the session, its id and its title, behind what names a row."""
        titles = {key: session.title for key, session in self.sessions.items()}
        at = _behind_the_name(columns)
        shown = [
            (*row[1 : at + 1], self.shown_session(row[0]), titles.get(row[0]), *row[at + 1 :])
            for row in rows
        ]
        return (*columns[:at], *of_session, *columns[at:]), shown


def _behind_the_name(columns: Sequence[Column]) -> int:
    """The place behind what names a row."""
    heads = [place for place, column in enumerate(columns) if column.head]
    others = [place for place, column in enumerate(columns) if column.kind is not Kind.ID]
    return (heads or others or [0])[0] + 1


@dataclass(frozen=True)
class Columns:
    """Columns that a noun adds to a sheet of one below it.

    `read` gives their values by the id of the row that they stand beside; `notes` stand in the
    read-me sheet.
    """

    columns: tuple[Column, ...]
    read: Callable[[Source], Callable[[int], Line]]
    notes: tuple[Text, ...] = ()


Sheet = Callable[[Source], Table]
"""Makes one sheet of the workbook."""
