"""An evening with a stage of tables, and so many people in the room."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.seating.stages import KINDS
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance, Person
from kdc_desktop.services.seating.keeping import keep_plan
from kdc_desktop.services.seating.planning import Wish, plan_rounds
from kdc_desktop.services.seating.questions import seating
from kdc_desktop.services.seating.rows import RoundRow
from kdc_desktop.services.sessions.agenda import add_stage
from kdc_desktop.storage import Database
from tests.rooms.consortia_room import EVENING, make_room


@dataclass(frozen=True)
class TablesRoom:
    """The open file, its session and stage, and the ids of its people in order."""

    database: Database
    session_id: int
    stage_id: int
    people: list[int]

    def seat(self, kind: RoundKind = RoundKind.BREAK, seats: int = 5, rounds: int = 1) -> None:
        """Seat everybody, and keep it."""
        plan = plan_rounds(self.database, 1, self.stage_id, Wish(kind, seats, rounds))
        keep_plan(self.database, 1, self.stage_id, plan)

    @property
    def rounds(self) -> Sequence[RoundRow]:
        """The rounds as they are kept."""
        return seating(self.database, 1, self.stage_id).rounds

    def names(self, number: int = 0) -> list[list[str]]:
        """Who sits at each table of a round, by name."""
        return [[seat.person.name for seat in table.seats] for table in self.rounds[number].tables]

    def comes(self, name: str) -> int:
        """Somebody new comes into the room; their id."""
        with self.database.edit(lazy("Somebody came")) as edit:
            person = Person(name=name, created_at=EVENING)
            edit.add(person)
            edit.flush()
            edit.add(
                Attendance(
                    session_id=1,
                    person_id=person.id,
                    state=AttendanceState.PRESENT,
                    arrived_at=EVENING,
                )
            )
            return person.id

    def leaves(self, person_id: int) -> None:
        """Somebody leaves the room."""
        with self.database.edit(lazy("Somebody left")) as edit:
            here = Attendance.session_id == 1, Attendance.person_id == person_id
            found = edit.scalars(select(Attendance).where(*here)).one()
            found.state = AttendanceState.LEFT


def make_tables_room(path: Path, people: int = 20, organisations: int = 8) -> TablesRoom:
    """Everybody is present, and nobody has a table yet."""
    room = make_room(path, people, organisations)
    stage_id = add_stage(room.database, 1, KINDS[0])
    return TablesRoom(room.database, 1, stage_id, room.people)
