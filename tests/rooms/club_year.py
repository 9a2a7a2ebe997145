"""A club of three evenings in a year and a fourth one today, with what is due between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import (
    Attendance,
    Commitment,
    Consortium,
    ConsortiumStep,
    Delegate,
    Idea,
    Member,
    Organisation,
    Person,
    Session,
    SignOfLife,
    Stage,
    Winner,
)
from kdc_desktop.services.sessions.programme import set_programme
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database, Edit, open_database
from tests.rooms.made_once import made_once

TODAY = datetime(2026, 11, 24, 17, 20)
EVENINGS = (datetime(2026, 2, 10, 17, 30), datetime(2026, 5, 12, 17, 30), datetime(2026, 9, 8, 18))
NAMES = ("Innovators’ Club, February", "Innovators’ Club, May", "Innovators’ Club, September")
_S = ConsortiumState
BORN = (  # per evening: name, state said, members
    (
        ("One ticket", _S.READY),
        ("Walking bus to school", _S.RUNNING),
        ("Rooftop greenhouse", _S.LET_GO),
    ),
    (("Yard bikes", None), ("Five-day permits", None), ("Pharmacy by tram", _S.STOPPED)),
    (
        ("Night bus that waits", None),
        ("Local guides", _S.RUNNING),
        ("Open energy data", None),
        ("Winter bike lanes", _S.READY),
    ),
)
PROMISES = (
    ("Yard bikes", "A locked room in three yards", date(2026, 11, 12), False),
    ("Five-day permits", "One person who decides on permits", date(2026, 11, 19), False),
    ("Open energy data", "Ethics note for the meter study", date(2026, 11, 27), False),
    ("Local guides", "Twelve guides trained", date(2026, 10, 1), True),
    ("Winter bike lanes", "Ploughed before seven", date(2026, 11, 20), True),
)
HOSTS = (
    ("Harbour Mobility", "C"),
    ("City", "P"),
    ("Coast University", "A"),
    ("Urban Gardeners", "T"),
    ("Ferry Line", "C"),
)
AGENDA = (
    ("check_in", "Check-in", 30),
    ("welcome", "Welcome", 10),
    ("ideas", "Ideas", 25),
    ("poll", "Vote", 10),
    ("vision", "Vision", 25),
    ("close", "Close", 10),
)


class YearClock:
    """The time that it is; each day of the year while the club is furnished."""

    def __init__(self, wall: datetime = TODAY) -> None:
        self.wall = wall

    def __call__(self) -> Instant:
        return Instant.of(self.wall, laptop_zone())


@dataclass(frozen=True)
class ClubYear:
    """The open file, its clock, and ids: of sessions and people in order, of consortia by name."""

    database: Database
    clock: YearClock
    sessions: tuple[int, ...]
    people: tuple[int, ...]
    consortia: dict[str, int]


def make_year(path: Path, *, planned: bool = True) -> ClubYear:
    """The club on the evening of 24 November 2026; with `planned` its session of today is there."""
    told = made_once(path, ("a year", planned), lambda new: _furnish(new, planned=planned))
    clock = YearClock()
    return ClubYear(open_database(path, clock), clock, *told)


def _furnish(
    path: Path, *, planned: bool
) -> tuple[tuple[int, ...], tuple[int, ...], dict[str, int]]:
    clock = YearClock(EVENINGS[0])
    database = open_database(path, clock)
    set_programme(
        database, goal="One more hour a day", target=60, unit="minutes a day", name="Harbour"
    )
    guests, host_ids = _know_people(database)
    sessions: list[int] = []
    consortia: dict[str, int] = {}
    for at, (evening, name) in enumerate(zip(EVENINGS, NAMES, strict=True)):
        clock.wall = evening
        with database.edit(lazy("Held an evening")) as edit:
            session_id = _evening(edit, name, evening, guests[: 12 + 4 * at])
            sessions.append(session_id)
            born = list(_born(edit, clock, session_id, at, host_ids, guests))
        consortia.update(born)
    _go_on(database, clock, consortia)
    clock.wall = TODAY
    if planned:
        with database.edit(lazy("Planned")) as edit:
            tonight = TODAY + timedelta(minutes=10)
            name = "Innovators’ Club, November"
            sessions.append(_evening(edit, name, tonight, guests, held=False))
    database.close()
    return tuple(sessions), guests, consortia


def _know_people(database: Database) -> tuple[tuple[int, ...], list[int]]:
    """The people, and the organisations for which they speak."""
    with database.edit(lazy("Furnished")) as edit:
        hosts = [Organisation(name=name, sector=sector) for name, sector in HOSTS]
        edit.add_all(hosts)
        edit.flush()
        people = [
            Person(
                name=f"Guest No{'abcdefghijklmnopqrst'[n]}h",
                organisation_id=None if n % 5 == 4 else hosts[n % 5].id,
                created_at=database.now(),
            )
            for n in range(20)
        ]
        edit.add_all(people)
        edit.flush()
        return tuple(person.id for person in people), [host.id for host in hosts]


def _evening(
    edit: Edit, name: str, at: datetime, guests: tuple[int, ...], *, held: bool = True
) -> int:
    begins = Instant.of(at, laptop_zone())
    session = Session(title=name, starts_at=at, place="Harbour library hall", programme_id=1)
    session.goal = "Give everybody back an hour"
    if held:
        session.status = SessionStatus.CLOSED
        session.went_live_at = begins
        session.closed_at = begins + timedelta(hours=3)
    edit.add(session)
    edit.flush()
    edit.add_all(
        Stage(
            session_id=session.id,
            place_in_order=place,
            kind=kind,
            title=title,
            planned_minutes=minutes,
            notes="Slowly" if kind == "welcome" else "",
        )
        for place, (kind, title, minutes) in enumerate(AGENDA)
    )
    edit.add_all(
        Attendance(
            session_id=session.id,
            person_id=guest,
            state=AttendanceState.LEFT if held else AttendanceState.REGISTERED,
            arrived_at=begins if held else None,
        )
        for guest in guests
    )
    return session.id


def _born(
    edit: Edit,
    clock: YearClock,
    session_id: int,
    at: int,
    hosts: list[int],
    guests: tuple[int, ...],
) -> Iterator[tuple[str, int]]:
    for place, (name, state) in enumerate(BORN[at]):
        idea = Idea(session_id=session_id, text=name, x=0, y=0, created_at=clock())
        edit.add(idea)
        edit.flush()
        small = Idea(session_id=session_id, text=f"{name}, but smaller", x=0, y=0)
        small.created_at, small.parent_id = clock(), idea.id
        rest = Idea(session_id=session_id, text=f"Not {name}", x=0, y=0, created_at=clock())
        winner = Winner(session_id=session_id, title=name, idea_id=idea.id, place_in_order=place)
        edit.add_all([small, rest, winner])
        edit.flush()
        made = Consortium(
            session_id=session_id,
            winner_id=winner.id,
            name=name,
            place_in_order=place,
            created_at=clock(),
            confirmed_at=clock(),
        )
        edit.add(made)
        edit.flush()
        _join(edit, clock, made.id, (session_id, place), hosts, guests)
        if state is not None:
            later = clock() + timedelta(days=20)
            edit.add(ConsortiumStep(consortium_id=made.id, state=state, at=later))
        yield name, made.id


def _join(
    edit: Edit,
    clock: YearClock,
    consortium_id: int,
    seat: tuple[int, int],
    hosts: list[int],
    guests: tuple[int, ...],
) -> None:
    session_id, place = seat
    for n in range(3):
        role = MemberRole.PARTNER if n else MemberRole.LEAD
        member = Member(consortium_id=consortium_id, role=role, joined_at=clock())
        member.organisation_id = hosts[(place + n) % 5]
        edit.add(member)
        edit.flush()
        guest = guests[place * 3 + n]
        edit.add(Delegate(session_id=session_id, member_id=member.id, person_id=guest))
    edit.add(Member(consortium_id=consortium_id, person_id=guests[4], joined_at=clock()))


def _go_on(database: Database, clock: YearClock, consortia: dict[str, int]) -> None:
    """What was answered, promised and heard in the months between."""

    def members(name: str) -> list[int]:
        with database.read() as snapshot:
            of = select(Member.id).where(Member.consortium_id == consortia[name])
            return list(snapshot.scalars(of.order_by(Member.id)))

    def answered(name: str, text: str, levels: tuple[int, ...]) -> None:
        vision_id = save_version(database, consortia[name], text)
        asking = open_asking(database, consortia[name])
        for member_id, level in zip(members(name), levels, strict=False):
            take_position(database, vision_id, member_id, level)
        reveal(database, asking)

    clock.wall = datetime(2026, 9, 8, 20)
    answered("One ticket", "One ticket for bus and ferry.", (7, 7, 6, 6))
    answered("Yard bikes", "Every yard shares a bike.", (6, 6, 5, 6))
    clock.wall = datetime(2026, 11, 3, 19)
    answered("One ticket", "One ticket for bus, ferry and bike.", (7, 4, 6, 6))
    clock.wall = datetime(2026, 11, 12, 10)
    save_version(database, consortia["Yard bikes"], "Every yard shares a bike, kept indoors.")
    waits = save_version(database, consortia["Night bus that waits"], "The night bus waits.")
    by_phone = HowAnswered(way=AnswerWay.CALL)
    for member_id in members("Night bus that waits")[:2]:
        take_position(database, waits, member_id, 6, how=by_phone)
    _promise(database, clock, consortia)


def _promise(database: Database, clock: YearClock, consortia: dict[str, int]) -> None:
    with database.edit(lazy("Promised and heard")) as edit:
        for name, what, day, done in PROMISES:
            lead = select(Member.id).where(Member.consortium_id == consortia[name])
            edit.add(
                Commitment(
                    member_id=edit.scalars(lead.order_by(Member.id)).first(),
                    what=what,
                    due_on=day,
                    created_at=Instant.of(datetime(2026, 9, 8, 20), laptop_zone()),
                    done_at=clock() if done else None,
                )
            )
        heard = Instant.of(datetime(2026, 11, 20, 9), laptop_zone())
        guides = consortia["Local guides"]
        edit.add(SignOfLife(consortium_id=guides, text="64 newcomers have one", at=heard))
        edit.get_one(Consortium, guides).owner_id = 1
