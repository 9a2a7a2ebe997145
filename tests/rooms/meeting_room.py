"""Evenings with tables and consortia, made without a screen: who sat with whom."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import (
    Attendance,
    Consortium,
    Delegate,
    Member,
    Organisation,
    Person,
    Seat,
    SeatingRound,
    SeatingTable,
    Session,
)
from kdc_desktop.storage import Database, Edit

WALL = datetime(2026, 2, 10, 17, 30)
FIRST_EVENING = Instant.of(WALL, laptop_zone())
BETWEEN = timedelta(days=30)


class MeetingRoom:
    """People 1 to `people`; every fourth is a resident, the others are of three organisations.

    Evenings are 30 days apart. A table and a consortium meet when their evening begins.
    """

    def __init__(self, database: Database, people: int = 12, organisations: str = "CPA") -> None:
        self.database = database
        self._held = 0
        with database.edit(lazy("Furnished")) as edit:
            edit.add_all(
                Organisation(name=f"House {at}", sector=letter)
                for at, letter in enumerate(organisations, 1)
            )
            edit.flush()
            edit.add_all(
                Person(
                    name=f"Guest {number:03}",
                    organisation_id=self.organisation_of(number, len(organisations)),
                    created_at=FIRST_EVENING,
                )
                for number in range(1, people + 1)
            )

    @staticmethod
    def organisation_of(number: int, organisations: int = 3) -> int | None:
        """Of guest 1 the first, of guest 4 none, of guest 5 the first again."""
        place = (number - 1) % (organisations + 1)
        return None if place == organisations else place + 1

    def evening(
        self,
        *,
        came: Iterable[int] = (),
        missing: Iterable[int] = (),
        status: SessionStatus = SessionStatus.CLOSED,
    ) -> int:
        """An evening that was held, 30 days after the one before; its id."""
        wall = WALL + BETWEEN * self._held
        begins = FIRST_EVENING + BETWEEN * self._held
        self._held += 1
        held = status is not SessionStatus.PLANNED
        with self.database.edit(lazy("Held an evening")) as edit:
            session = Session(title=f"Evening {self._held}", starts_at=wall, status=status)
            session.went_live_at = begins if held else None
            edit.add(session)
            edit.flush()
            for who, arrived in (*((one, begins) for one in came), *((o, None) for o in missing)):
                state = AttendanceState.LEFT if arrived else AttendanceState.REGISTERED
                row = Attendance(session_id=session.id, person_id=who, state=state)
                row.arrived_at = arrived
                edit.add(row)
            return session.id

    def table(self, session_id: int, *people: int, has_met: bool = True) -> int:
        """These people at a table of a round of its own; the table's id."""
        return self.tables(session_id, people, has_met=has_met)[0]

    def tables(
        self, session_id: int, *tables: Sequence[int], has_met: bool = True
    ) -> tuple[int, ...]:
        """A round in which these people sit at these tables; the ids of those."""
        with self.database.edit(lazy("Seated")) as edit:
            at = edit.get_one(Session, session_id).went_live_at or FIRST_EVENING
            round_ = SeatingRound(
                session_id=session_id, kind=RoundKind.BREAK, place_in_order=1, seats=6, made_at=at
            )
            edit.add(round_)
            edit.flush()
            made = [
                SeatingTable(
                    round_id=round_.id, place_in_order=place, met_at=at if has_met else None
                )
                for place in range(len(tables))
            ]
            edit.add_all(made)
            edit.flush()
            edit.add_all(
                Seat(round_id=round_.id, table_id=table.id, person_id=who, place_in_order=place)
                for table, people in zip(made, tables, strict=True)
                for place, who in enumerate(people)
            )
            return tuple(table.id for table in made)

    def consortium(self, session_id: int, *people: int, name: str = "Night bus") -> int:
        """A consortium born in this evening with these people in it, each a member; its id."""
        with self.database.edit(lazy("Formed")) as edit:
            one = Consortium(
                session_id=session_id, name=name, place_in_order=1, created_at=FIRST_EVENING
            )
            edit.add(one)
            edit.flush()
            consortium_id = one.id
        self.speak(session_id, consortium_id, *people)
        return consortium_id

    def speak(self, session_id: int, consortium_id: int, *people: int) -> None:
        """These speak in a consortium in this evening, each for a member of their own."""
        with self.database.edit(lazy("Placed")) as edit:
            for who in people:
                edit.add(
                    Delegate(
                        session_id=session_id,
                        member_id=_member_of(edit, consortium_id, edit.get_one(Person, who)),
                        person_id=who,
                    )
                )


def _member_of(edit: Edit, consortium_id: int, person: Person) -> int:
    """The member for which somebody speaks: their organisation, or they themselves."""
    organisation_id = person.organisation_id
    own = Member.person_id == person.id
    theirs = own if organisation_id is None else Member.organisation_id == organisation_id
    found = edit.scalar(select(Member.id).where(Member.consortium_id == consortium_id, theirs))
    if found is not None:
        return int(found)
    member = Member(consortium_id=consortium_id, joined_at=FIRST_EVENING)
    member.organisation_id = organisation_id
    member.person_id = person.id if organisation_id is None else None
    edit.add(member)
    edit.flush()
    return member.id
