"""A room to vote in: people of every sector, present, and ideas in clusters on the board."""

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.states import Channel, Order, PollSubject, Secrecy
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.polls import BallotMark, BallotPaper, PollUrn
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.polls import papers, preparing, questions, results, running
from kdc_desktop.services.polls.rows import PollResult
from kdc_desktop.storage import Database, open_database
from tests.rooms.made_once import made_once

STARTS = datetime(2026, 11, 3, 18, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())
NAMES = ("Aino", "Eero", "Helmi", "Juho", "Kerttu", "Lauri", "Meri", "Niilo", "Oona", "Pekka")
TOPICS = (
    "Yard cargo bikes",
    "Rooftop greenhouse on waste heat",
    "Five-day pilot permits",
    "One ticket for ferry, tram and bike",
    "Tool library at the school",
    "Open energy data per building",
)


@dataclass(frozen=True)
class Room:
    """The open file, its session, and the ids of people, ideas and clusters in order."""

    database: Database
    session_id: int
    people: list[int]
    ideas: list[int]
    clusters: list[int]

    def open_poll(self, **plan: Any) -> int:
        """A poll on all clusters, opened."""
        poll_id = self.draft(**plan)
        running.open_poll(self.database, poll_id)
        return poll_id

    def draft(self, **plan: Any) -> int:
        """A poll on all clusters, as a draft."""
        asked = "What shall we start this winter?"
        wanted = {"question": asked, "option_ids": tuple(self.clusters), **plan}
        for name, kind in (("secrecy", Secrecy), ("subject", PollSubject)):
            if name in plan:  # their words will do
                wanted[name] = kind(plan[name])
        return preparing.create_poll(self.database, self.session_id, preparing.PollPlan(**wanted))

    def result(self, poll_id: int, order: Order = Order.TOTAL) -> PollResult:
        """What everybody may see of a revealed poll."""
        return results.result(self.database, poll_id, WINNERS.won, order)

    def cast(
        self,
        poll_id: int,
        place: int,
        marks: Mapping[int, int] | Marks,
        channel: Channel = Channel.KIOSK,
    ) -> None:
        """The paper of the person at this place."""
        papers.cast_paper(self.database, poll_id, self.people[place], marks, channel)

    def stored_papers(self, poll_id: int) -> list[tuple[int | None, str | None, dict[int, int]]]:
        """What is kept of the papers: voter, sector, and marks by option id."""
        with self.database.read() as snapshot:
            sealed = select(PollUrn.key).where(PollUrn.poll_id == poll_id, ~PollUrn.poured)
            key = snapshot.scalar(sealed)
            if key is not None:
                told = map(json.loads, snapshot.urns.find(key).contents())
                return [(None, sector, {one[0]: one[1] for one in said}) for sector, said in told]
            marks: dict[int, dict[int, int]] = {}
            for mark in snapshot.scalars(select(BallotMark)):
                marks.setdefault(mark.paper_id, {})[mark.option_id] = mark.marks
            cast = snapshot.scalars(select(BallotPaper).where(BallotPaper.poll_id == poll_id))
            return [(paper.person_id, paper.sector, marks.get(paper.id, {})) for paper in cast]

    def change_attendance(self, person_id: int, **values: object) -> None:
        """Set these columns of the person's attendance."""
        with self.database.edit(lazy("Change attendance")) as edit:
            found = select(Attendance).where(Attendance.person_id == person_id)
            attendance = edit.scalars(found).one()
            for name, value in values.items():
                setattr(attendance, name, value)

    def options(self, poll_id: int) -> list[int]:
        """The option ids of a poll in the order of the paper."""
        return [option.id for option in questions.options(self.database, poll_id)]


def person_name(number: int) -> str:
    """The made-up name of the person with this number, from 0; names come back after 100."""
    return f"{NAMES[number % 10]} {NAMES[number // 10 % 10]}nen"


def _cluster(session: Session, place: int, name: str) -> Cluster:
    return Cluster(session_id=session.id, name=name, number=place, x=0, y=0, width=400, height=300)


def _idea_in(cluster: Cluster) -> Idea:
    return Idea(
        session_id=cluster.session_id,
        text=f"{cluster.name}, tried out in one yard",
        sector="R",
        x=0,
        y=0,
        cluster_id=cluster.id,
        created_at=EVENING,
    )


def _present(session: Session, place: int, guest: Person) -> Attendance:
    return Attendance(
        session_id=session.id,
        person_id=guest.id,
        state="present",
        badge=str(100 + place),
        arrived_at=EVENING,
    )


def make_room(
    path: Path,
    people: int = 20,
    topics: tuple[str, ...] = TOPICS,
    draw: Callable[[], int] | None = None,
    name_of: Callable[[int], str] = person_name,
) -> Room:
    """A club file with one session; every fifth person is of the same sector: C, P, A, T, R."""
    key = ("to vote in", people, topics, name_of)
    ids = made_once(path, key, lambda new: _furnish(new, people, topics, name_of))
    session_id, guests, ideas, clusters = ids
    database = open_database(path, lambda: EVENING, draw)
    return Room(database, session_id, [*guests], [*ideas], [*clusters])


def _furnish(
    path: Path, people: int, topics: tuple[str, ...], name_of: Callable[[int], str]
) -> tuple[int, list[int], list[int], list[int]]:
    database = open_database(path, lambda: EVENING)
    with closing(database), database.edit(lazy("Set up the room")) as edit:
        session = Session(title="Winter evening", starts_at=STARTS)
        organisations = [
            Organisation(name=f"{name} of the yard", sector=sector)
            for name, sector in zip(("Works", "City", "School", "Club"), "CPAT", strict=True)
        ]
        edit.add_all([session, *organisations])
        edit.flush()
        guests = [
            Person(
                name=name_of(number),
                organisation_id=None if number % 5 == 4 else organisations[number % 5].id,
                created_at=EVENING,
            )
            for number in range(people)
        ]
        clusters = [_cluster(session, place, name) for place, name in enumerate(topics, start=1)]
        edit.add_all([*guests, *clusters])
        edit.flush()
        ideas = [_idea_in(cluster) for cluster in clusters]
        edit.add_all(ideas)
        edit.add_all(_present(session, place, guest) for place, guest in enumerate(guests))
        edit.flush()
        people_ids, idea_ids = [guest.id for guest in guests], [idea.id for idea in ideas]
        return session.id, people_ids, idea_ids, [cluster.id for cluster in clusters]
