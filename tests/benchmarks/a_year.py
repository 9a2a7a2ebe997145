"""The club file that is measured as “a year”: 4 sessions, 5,000 ideas, 60,000 marks on papers."""

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    BallotMark,
    BallotPaper,
    Cluster,
    Idea,
    RollEntry,
    Session,
)
from kdc_desktop.storage.database import unguessable
from kdc_desktop.storage.unjournaled import insert_rows
from tests.rooms.poll_room import EVENING, STARTS, TOPICS, Room
from tests.rooms.workbook_room import an_evening, reveal

SENTENCE = "More trees along the street, and a bench every hundred metres for those who need it"
SESSIONS, PEOPLE, IDEAS, MARKS = 4, 300, 1_250, 50


def make_a_year(path: Path) -> Room:
    """The file, open, with the room of its first session, whose board is live."""
    first = an_evening(path, PEOPLE).room
    for room in (first, *(another_evening(first, number) for number in range(1, SESSIONS))):
        add_ideas(room, IDEAS)
        hold_poll(room, MARKS)
    return first


def another_evening(room: Room, number: int) -> Room:
    """A session later on, to which the same people come."""
    with room.database.edit(lazy("Another evening")) as edit:
        weeks = timedelta(weeks=8 * number)
        session = Session(title=f"Evening {number}", starts_at=STARTS + weeks)
        edit.add(session)
        edit.flush()
        clusters = [
            Cluster(session_id=session.id, name=name, number=n, x=0, y=0, width=400, height=300)
            for n, name in enumerate(TOPICS, start=1)
        ]
        edit.add_all(clusters)
        edit.add_all(
            Attendance(
                session_id=session.id, person_id=key, state="present", arrived_at=EVENING + weeks
            )
            for key in room.people
        )
        edit.flush()
        return replace(
            room, session_id=session.id, ideas=[], clusters=[cluster.id for cluster in clusters]
        )


def add_ideas(room: Room, number: int) -> None:
    """Notes of 8 to 17 words with authors, in clusters, in rows below each other."""
    with room.database.edit(lazy("Ideas")) as edit:
        edit.add_all(
            Idea(
                session_id=room.session_id,
                text=f"{SENTENCE} {place}"[place % 60 :],
                sector="CPATR"[place % 5],
                author_id=room.people[place % len(room.people)],
                cluster_id=room.clusters[place % 6],
                x=(place % 40) * 180.0,
                y=400 + (place // 40) * 120.0,
                created_at=EVENING,
            )
            for place in range(number)
        )


def hold_poll(room: Room, marks: int) -> None:
    """A secret poll on all ideas; everybody casts a paper with this many marks, in one edit."""
    of_session = (Idea.session_id == room.session_id, Idea.trashed_at.is_(None))
    with room.database.read() as snapshot:
        wanted = select(Idea.id).where(*of_session, Idea.parent_id.is_(None))
        ideas = tuple(snapshot.scalars(wanted))
    poll_id = room.open_poll(subject="ideas", option_ids=ideas, marks_each=marks)
    _cast(room, poll_id, marks)
    reveal(room, poll_id)


def _cast(room: Room, poll_id: int, marks: int) -> None:
    options, draw = room.options(poll_id), random.Random(1)
    with room.database.edit(lazy("Papers"), undoable=False) as edit:
        keys = [unguessable() for _ in room.people]
        roll = [
            {"poll_id": poll_id, "person_id": key, "channel": Channel.KIOSK} for key in room.people
        ]
        insert_rows(edit, RollEntry, roll)
        papers = [
            {"id": key, "poll_id": poll_id, "person_id": None, "sector": None} for key in keys
        ]
        insert_rows(edit, BallotPaper, papers)
        chosen = [
            {"paper_id": key, "option_id": option, "marks": 1}
            for key in keys
            for option in draw.sample(options, marks)
        ]
        insert_rows(edit, BallotMark, chosen)
