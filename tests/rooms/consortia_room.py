"""An evening whose winners are known: organisations of every sector, people present, wishes."""

import random
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Attendance, Cluster, Idea, Interest, Organisation, Person, Session
from kdc_desktop.services.consortia.forming import make_consortia
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.rows import ConsortiumRow, MemberRow
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.winners.marking import add_winner
from kdc_desktop.services.winners.questions import winners
from kdc_desktop.storage import Database, open_database
from tests.rooms.made_once import made_once

STARTS = datetime(2026, 11, 3, 20, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())
TITLES = (
    "Yard bikes",
    "Rooftop greenhouse",
    "Five-day pilot permits",
    "One ticket",
    "Tool library",
    "Open energy data",
)
FIRST = ("Aino", "Eero", "Helmi", "Juho", "Kerttu", "Lauri", "Meri", "Niilo", "Oona", "Pekka")
LAST = ("Salmi", "Oja", "Laine", "Koski", "Niemi", "Lehto", "Aalto", "Virta", "Harju", "Mäki")
KNOWN = ("Harbour Mobility", "City, Transport", "University, Urban lab", "Cyclists' association")
OFFERED = (
    *(MemberRole.PARTNER, MemberRole.PARTNER, MemberRole.PARTNER),
    *(MemberRole.LEAD, MemberRole.TEST_SITE, MemberRole.FUNDER),
)


@dataclass(frozen=True)
class Room:
    """The open file with the ids of its people, organisations and winners, in order."""

    database: Database
    session_id: int
    people: list[int]
    organisations: list[int]
    winners: list[int]


def make_room(
    path: Path, people: int = 20, organisations: int = 8, titles: tuple[str, ...] = TITLES[:3]
) -> Room:
    """Everybody present; the organisations are C, P, A, T in turn, every fifth person a resident.

    Person n speaks for organisation n modulo their number.
    """
    key = ("whose winners are known", people, organisations, titles)
    ids = made_once(path, key, lambda new: _furnish(new, people, organisations, titles))
    session_id, guests, hosts, chosen = ids
    database = open_database(path, lambda: EVENING)
    return Room(database, session_id, [*guests], [*hosts], [*chosen])


def _furnish(
    path: Path, people: int, organisations: int, titles: tuple[str, ...]
) -> tuple[int, list[int], list[int], list[int]]:
    database = open_database(path, lambda: EVENING)
    with database.edit(lazy("Set up the room")) as edit:
        session = Session(title="Winter evening", starts_at=STARTS)
        hosts = _organisations(organisations)
        clusters = [
            Cluster(session_id=1, name=title, number=n, x=0, y=0, width=1, height=1)
            for n, title in enumerate(titles, 1)
        ]
        edit.add_all([session, *hosts])
        edit.flush()
        guests = _guests(people, hosts)
        edit.add_all(
            [*guests, *clusters, Idea(session_id=1, text="x", x=0, y=0, created_at=EVENING)]
        )
        edit.flush()
        edit.add_all(
            Attendance(
                session_id=session.id,
                person_id=guest.id,
                state=AttendanceState.PRESENT,
                badge=f"B{n:03}",
            )
            for n, guest in enumerate(guests)
        )
    for cluster in clusters:
        add_winner(database, session.id, cluster_id=cluster.id)
    winner_ids = [winner.id for winner in winners(database, session.id)]
    ids = session.id, [guest.id for guest in guests], [host.id for host in hosts], winner_ids
    database.close()
    return ids


def _organisations(count: int) -> list[Organisation]:
    return [
        Organisation(
            name=KNOWN[n] if n < len(KNOWN) else f"{KNOWN[n % 4]} {n // 4 + 1}",
            sector="CPAT"[n % 4],
        )
        for n in range(count)
    ]


def _guests(count: int, organisations: list[Organisation]) -> list[Person]:
    return [
        Person(
            name=f"{FIRST[n % 10]} {LAST[n // 10 % 10]}" + ("" if n < 100 else f" {n // 100}"),
            organisation_id=None if n % 5 == 4 else organisations[n % len(organisations)].id,
            created_at=EVENING,
        )
        for n in range(count)
    ]


def give_wishes(room: Room, share: float = 0.9, seed: int = 1) -> None:
    """Most people wish up to three winners, the first ones more often."""
    lots = random.Random(seed)
    popularity = [1 / (place + 1) ** 0.7 for place in range(len(room.winners))]
    with room.database.edit(lazy("Gave wishes")) as edit:
        for person_id in room.people:
            if lots.random() > share:
                continue
            drawn = dict.fromkeys(lots.choices(room.winners, popularity, k=3))
            role = lots.choice(OFFERED)
            for choice, winner_id in enumerate(drawn, 1):
                edit.add(
                    Interest(
                        session_id=room.session_id,
                        person_id=person_id,
                        winner_id=winner_id,
                        choice=choice,
                        role=role,
                    )
                )


def columns(room: Room) -> tuple[ConsortiumRow, ...]:
    return overview(room.database, room.session_id, CONSORTIUM_TRAILS).consortia


def member(room: Room, column: int, name: str) -> MemberRow:
    return next(one for one in columns(room)[column].members if one.name == name)


def id_of(member: MemberRow) -> int:
    assert member.id is not None
    return member.id


def placed_by_hand(room: Room) -> list[int]:
    """Three consortia; everybody waits."""
    make_consortia(room.database, 1, CONSORTIUM_TRAILS)
    return [column.id for column in columns(room) if column.id is not None]
