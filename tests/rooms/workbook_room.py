"""An evening with something on every sheet of the workbook."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from openpyxl import load_workbook  # noqa: TID253 - the tests read what was written
from sqlalchemy import select

from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Delegate,
    Department,
    Idea,
    Interest,
    OpenRole,
    Passage,
    Reading,
    Stage,
)
from kdc_desktop.services.polls import papers, running
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.services.winners import marking as winner_marking
from kdc_desktop.storage import open_database
from tests.rooms.consortium_room import MEMBERS, add_consortium
from tests.rooms.made_once import made_once
from tests.rooms.poll_room import EVENING, Room, make_room
from tests.rooms.vision_pages import reveal_all


@dataclass(frozen=True)
class Evening:
    """The room, a consortium in it, and the ids of its members and its two versions."""

    room: Room
    consortium_id: int
    members: list[int]
    versions: list[int]


def an_evening(path: Path, people: int = 20) -> Evening:
    """A session from its agenda to commitments; polls are left to the test."""
    made = made_once(path, ("an evening", people), lambda new: _an_evening(new, people))
    return replace(made, room=replace(made.room, database=open_database(path, lambda: EVENING)))


def _an_evening(path: Path, people: int) -> Evening:
    room = make_room(path, people)
    _fill_in(room)
    winner = winner_marking.add_winner(room.database, room.session_id, cluster_id=room.clusters[0])
    consortium_id, members = add_consortium(room.database, room.session_id, "Yard bikes", MEMBERS)
    with room.database.edit(lazy("Who goes where")) as edit:
        edit.add(Interest(session_id=1, person_id=room.people[0], winner_id=winner, choice=1))
        edit.add(Delegate(session_id=1, member_id=members[0], person_id=room.people[0]))
        edit.add(OpenRole(consortium_id=consortium_id, title="A bike mechanic", sector="C"))
    versions = [save_version(room.database, consortium_id, "A bike in every yard")]
    for place, member_id in enumerate(members):
        take_position(room.database, versions[0], member_id, 1 + place, "because")
    second = "A bike and a trailer in every yard"
    versions.append(save_version(room.database, consortium_id, second))
    for place, member_id in enumerate(members):
        take_position(room.database, versions[1], member_id, 2 + place % 7)
    objection = Concern("Who pays?", objection=True)
    take_position(room.database, versions[1], members[0], 2, concern=objection)
    reveal_all(room.database)
    commit(room.database, members[1], "Two yards", date(2026, 11, 1))
    with room.database.edit(lazy("Heard")) as edit:
        edit.add(Reading(vision_id=versions[1], member_id=members[2], text="Fewer cars"))
    room.database.close()
    return Evening(room, consortium_id, members, versions)


def _fill_in(room: Room) -> None:
    """Two stages, somebody who went out, and ideas that are merged, trashed and signed."""
    with room.database.edit(lazy("Filled in the evening")) as edit:
        edit.add_all(
            Stage(
                session_id=room.session_id,
                place_in_order=place,
                kind=kind,
                title=title,
                planned_minutes=20,
                started_at=EVENING + timedelta(minutes=25 * place),
                ended_at=EVENING + timedelta(minutes=25 * place + 25),
            )
            for place, (kind, title) in enumerate((("check_in", "Door"), ("ideas", "Ideas")))
        )
        edit.add(Department(organisation_id=1, name="Waste heat"))
        first = edit.scalars(select(Attendance).order_by(Attendance.id)).first()
        edit.add(Passage(attendance_id=first.id, at=EVENING, inwards=True))
        left = EVENING + timedelta(hours=1)
        edit.add(Passage(attendance_id=first.id, at=left, inwards=False))
        edit.get_one(Idea, room.ideas[1]).parent_id = room.ideas[0]
        edit.get_one(Idea, room.ideas[2]).trashed_at = EVENING
        edit.get_one(Idea, room.ideas[3]).author_id = room.people[0]


def vote(room: Room, poll_id: int, places: range | list[int], option: int, marks: int = 1) -> None:
    """These people give marks to the option with this place on the paper."""
    chosen = room.options(poll_id)[option]
    for place in places:
        papers.cast_paper(
            room.database, poll_id, room.people[place], {chosen: marks}, Channel.KIOSK
        )


def reveal(room: Room, poll_id: int) -> None:
    """Close the poll and show its result."""
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)


class Book:
    """A workbook as it lies on the disk."""

    def __init__(self, path: Path) -> None:
        self.sheets = load_workbook(path)

    def rows(self, title: str) -> list[dict[str, object]]:
        """The rows of a sheet by the titles of its columns; a sheet without rows is not there."""
        if title not in self.sheets:
            return []
        (table,) = self.sheets[title].tables.values()
        first, last = (int("".join(filter(str.isdigit, at))) for at in table.ref.split(":"))
        found = self.sheets[title].iter_rows(first, last, values_only=True)
        head, *lines = found
        names = [str(name) for name in head]
        return [dict(zip(names, line, strict=True)) for line in lines if any(line)]

    def column(self, title: str, column: str) -> list[object]:
        """One column of a sheet."""
        return [row[column] for row in self.rows(title)]
