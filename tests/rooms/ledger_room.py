"""A consortium over half a year, as the ledger was drawn: three evenings and two calls."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.states import AnswerWay, ReservationState
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Consortium, Member, Organisation, Person, Session
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Department
from kdc_desktop.model.visions import Reservation
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import Concern, settle_reservation
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database, Edit, open_database

MAY, SEPTEMBER, NOVEMBER = datetime(2026, 5, 12), datetime(2026, 9, 8), datetime(2026, 11, 24)
VERSIONS = (
    "Every yard shares a cargo bike.",
    "Every yard shares a cargo bike that any neighbour can book in a minute.",
    "By spring every yard shares a cargo bike that any neighbour can book in a minute, insured and "
    "stored indoors, so that a family can give up its second car.",
    "By spring every yard shares a cargo bike that any neighbour can book in a minute, insured and "
    "locked in its yard, so that a family can give up its second car.",
)
NAMES = (
    ("Harbour Mobility", "", "C", MemberRole.LEAD),
    ("North Insurance", "", "C", MemberRole.FUNDER),
    ("Quay Storage", "", "C", MemberRole.PARTNER),
    ("City", "Transport", "P", MemberRole.TEST_SITE),
    ("City", "Environment", "P", MemberRole.PARTNER),
    ("Regional Transport", "", "P", MemberRole.OBSERVER),
    ("Coast University, Urban Lab", "", "A", MemberRole.ADVISER),
    ("Cyclists’ Association", "", "T", MemberRole.PARTNER),
    ("Pensioners’ Union", "", "T", MemberRole.PARTNER),
    ("Yard committee Polaris", "", "R", MemberRole.PARTNER),
    ("Eero Salmi", "", "R", MemberRole.PARTNER),
)
LATER = (("Ferry Line", "", "C", MemberRole.PARTNER), ("Mei Korhonen", "", "R", MemberRole.PARTNER))


class WallClock:
    """The time that the test says."""

    def __init__(self) -> None:
        self.time = Instant.of(MAY, laptop_zone())

    def __call__(self) -> Instant:
        return self.time

    def set(self, wall: datetime) -> None:
        """It is this time on the wall of the laptop."""
        self.time = Instant.of(wall, laptop_zone())

    def minutes(self, count: int) -> None:
        """Let so many minutes pass."""
        self.time += timedelta(minutes=count)


@dataclass
class LedgerRoom:
    """The open file, and the ids of what is in it; members by their names."""

    database: Database
    clock: WallClock
    consortium_id: int = 0
    members: dict[str, int] | None = None

    def member(self, name: str) -> int:
        """The id of a member whose name begins so."""
        return next(key for said, key in (self.members or {}).items() if said.startswith(name))

    def evening(self, wall: datetime, title: str) -> int:
        """A session then; its id."""
        self.clock.set(wall)
        with self.database.edit(lazy("Planned an evening")) as edit:
            session = Session(title=title, starts_at=wall)
            edit.add(session)
            edit.flush()
            return session.id

    def join(self, name: str, department: str, sector: str, role: MemberRole) -> None:
        """One more member."""
        with self.database.edit(Text.plain(f"{name} joined")) as edit:
            member = Member(
                consortium_id=self.consortium_id, role=role, joined_at=self.database.now()
            )
            if sector == "R":
                person = Person(name=name, created_at=self.database.now())
                edit.add(person)
                edit.flush()
                member.person_id = person.id
            else:
                member.organisation_id = self._organisation(edit, name, sector)
            if department:
                part = Department(organisation_id=member.organisation_id, name=department)
                edit.add(part)
                edit.flush()
                member.department_id = part.id
            edit.add(member)
            edit.flush()
            if self.members is None:
                self.members = {}
            self.members[f"{name}, {department}" if department else name] = member.id

    def _organisation(self, edit: Edit, name: str, sector: str) -> int:
        known = edit.scalar(select(Organisation.id).where(Organisation.name == name))
        if known is not None:
            return known
        made = Organisation(name=name, sector=sector)
        edit.add(made)
        edit.flush()
        return made.id

    def answer(self, vision_id: int, levels: dict[str, int], session_id: int | None = None) -> int:
        """Ask, take these answers by hand, and reveal them; the asking's id."""
        asking = open_asking(self.database, self.consortium_id, session_id)
        for name, level in levels.items():
            self.clock.minutes(1)
            how = HowAnswered(session_id)
            take_position(self.database, vision_id, self.member(name), level, how=how)
        self.clock.minutes(1)
        reveal(self.database, asking)
        return asking

    def version(self, text: str) -> int:
        """The next version of the vision; its id."""
        return save_version(self.database, self.consortium_id, text)

    def call(self, vision_id: int, name: str, level: int) -> None:
        """A call between evenings."""
        how = HowAnswered(None, AnswerWay.CALL)
        take_position(self.database, vision_id, self.member(name), level, how=how)


def empty_ledger_room(path: Path) -> LedgerRoom:
    """A consortium without members, born outside any session."""
    clock = WallClock()
    room = LedgerRoom(open_database(path, clock), clock)
    with room.database.edit(lazy("Formed it")) as edit:
        made = Consortium(name="Yard bikes", place_in_order=1, created_at=room.database.now())
        edit.add(made)
        edit.flush()
        room.consortium_id = made.id
    return room


def make_ledger_room(path: Path) -> LedgerRoom:
    """All that the picture shows; it is the evening of 24 November, and one has not answered."""
    room = empty_ledger_room(path)
    for one in NAMES:
        room.join(*one)
    evening = room.evening(MAY.replace(hour=18), "Spring evening")
    first = save_version(room.database, room.consortium_id, VERSIONS[0])
    names = [name for name, *_rest in NAMES]
    asked = [
        "Harbour",
        "North",
        "Quay",
        "City, T",
        "City, E",
        "Coast",
        "Cyc",
        "Pens",
        "Yard",
        "Eero",
    ]
    assert len(names) == len(asked) + 1
    room.answer(first, dict(zip(asked, (7, 4, 7, 4, 6, 6, 8, 5, 5, 7), strict=True)), evening)
    second = save_version(room.database, room.consortium_id, VERSIONS[1])
    room.answer(second, dict(zip(asked, (8, 4, 6, 6, 6, 6, 7, 6, 3, 7), strict=True)), evening)
    room.clock.set(datetime(2026, 6, 16, 10))
    for name, level in (("North", 5), ("Coast", 7), ("Yard", 5)):
        room.call(second, name, level)
    room.clock.set(datetime(2026, 8, 20, 10))
    leave(room.database, room.member("Quay"), room.member("Harbour"))
    autumn = room.evening(SEPTEMBER.replace(hour=18), "Autumn evening")
    room.join(*LATER[0])
    third = save_version(room.database, room.consortium_id, VERSIONS[2])
    there = ["Harbour", "Ferry", "North", "City, T", "City, E", "Cyc", "Pens", "Yard", "Eero"]
    _check_in(room, autumn, there)
    room.answer(third, dict(zip(there, (8, 5, 5, 6, 6, 7, 6, 6, 8), strict=True)), autumn)
    room.clock.set(datetime(2026, 10, 14, 10))
    room.call(third, "North", 6)
    _tonight(room)
    return room


def _tonight(room: LedgerRoom) -> None:
    winter = room.evening(NOVEMBER.replace(hour=18), "Winter evening")
    room.join(*LATER[1])
    fourth = save_version(room.database, room.consortium_id, VERSIONS[3])
    open_asking(room.database, room.consortium_id, winter)
    levels = {"Harbour": 8, "Ferry": 6, "City, T": 7, "City, E": 4, "Cyc": 7, "Pens": 6}
    how = HowAnswered(winter)
    for name, level in {**levels, "Yard": 7, "Eero": 8, "Mei": 7}.items():
        room.clock.minutes(2)
        take_position(room.database, fourth, room.member(name), level, how=how)
    take_position(
        room.database,
        fourth,
        room.member("North"),
        3,
        "A bike locked in a yard is a bike we pay for twice each winter.",
        "A lock with a record, or a room",
        Concern("Locked indoors at night", owner="Eero Salmi"),
        how,
    )
    polaris = room.member("Yard")
    commit(room.database, polaris, "A locked room", datetime(2026, 11, 12).date())
    lifted = Concern("Who pays for the lock?")
    take_position(room.database, fourth, polaris, 7, concern=lifted, how=how)
    with room.database.read() as snapshot:
        one = snapshot.scalar(select(Reservation.id).where(Reservation.member_id == polaris))
    settle_reservation(room.database, one or 0, ReservationState.LIFTED)


def _check_in(room: LedgerRoom, session_id: int, names: list[str]) -> None:
    with room.database.edit(lazy("Checked in")) as edit:
        for name in names:
            member = edit.get_one(Member, room.member(name))
            if member.person_id is not None:
                person_id = member.person_id
            else:
                person = Person(
                    name=f"Somebody of {name}",
                    organisation_id=member.organisation_id,
                    department_id=member.department_id,
                    created_at=room.database.now(),
                )
                edit.add(person)
                edit.flush()
                person_id = person.id
            edit.add(
                Attendance(
                    session_id=session_id, person_id=person_id, state=AttendanceState.PRESENT
                )
            )
