"""A consortium of seven that shares yard bikes, to write visions for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Consortium, Member, Organisation, Person, Session, Winner
from kdc_desktop.storage import Database, open_database
from tests.rooms.made_once import made_once

STARTS = datetime(2026, 9, 15, 18, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())
MEMBERS = (
    ("Harbour Mobility", "C", MemberRole.LEAD),
    ("City, Transport", "P", MemberRole.TEST_SITE),
    ("Yard committee Polaris", "R", MemberRole.PARTNER),
    ("Cyclists' association", "T", MemberRole.PARTNER),
    ("University, Urban lab", "A", MemberRole.ADVISER),
    ("North Insurance", "C", MemberRole.FUNDER),
    ("Eero Salmi", "R", MemberRole.PARTNER),
)


class Clock:
    """The time that the test says."""

    def __init__(self) -> None:
        self.time = EVENING

    def __call__(self) -> Instant:
        return self.time

    def days(self, count: int) -> None:
        """Let this many days pass."""
        self.time += timedelta(days=count)


@dataclass(frozen=True)
class ConsortiumRoom:
    """The open file and the ids of what is in it; members in the order of `MEMBERS`."""

    database: Database
    clock: Clock
    session_id: int
    consortium_id: int
    members: list[int]


def make_consortium(
    path: Path, members: tuple[tuple[str, str, MemberRole], ...] = MEMBERS
) -> ConsortiumRoom:
    """A club file with one session and one consortium."""
    clock = Clock()
    ids = made_once(path, ("a consortium", members), lambda new: _furnish(new, members))
    session_id, consortium_id, member_ids = ids
    database = open_database(path, clock)
    return ConsortiumRoom(database, clock, session_id, consortium_id, [*member_ids])


def _furnish(
    path: Path, members: tuple[tuple[str, str, MemberRole], ...]
) -> tuple[int, int, list[int]]:
    database = open_database(path, Clock())
    with database.edit(lazy("Set up the room")) as edit:
        session = Session(title="Winter evening", starts_at=STARTS)
        edit.add(session)
        edit.flush()
        session_id = session.id
    ids = session_id, *add_consortium(database, session_id, "Yard bikes", members)
    database.close()
    return ids


def add_consortium(
    database: Database,
    session_id: int,
    name: str,
    members: tuple[tuple[str, str, MemberRole], ...] = (),
) -> tuple[int, list[int]]:
    """One more consortium; its id and those of its members."""
    with database.edit(Text.plain(f"Formed {name}")) as edit:
        winner = Winner(session_id=session_id, title=f"{name}, the idea", place_in_order=1)
        edit.add(winner)
        edit.flush()
        consortium = Consortium(
            session_id=session_id,
            winner_id=winner.id,
            name=name,
            place_in_order=1,
            created_at=database.now(),
        )
        edit.add(consortium)
        edit.flush()
        joined = []
        for called, sector, role in members:
            member = Member(consortium_id=consortium.id, role=role, joined_at=database.now())
            if sector == "R":
                person = Person(name=called, created_at=database.now())
                edit.add(person)
                edit.flush()
                member.person_id = person.id
            else:
                organisation = Organisation(name=called, sector=sector)
                edit.add(organisation)
                edit.flush()
                member.organisation_id = organisation.id
            edit.add(member)
            joined.append(member)
        edit.flush()
        return consortium.id, [member.id for member in joined]
