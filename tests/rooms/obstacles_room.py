"""A consortium that waits for things, and a second one: to say what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Department, Organisation, Person
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.obstacles.noting import NewObstacle, note_obstacle
from kdc_desktop.services.obstacles.owners import possible_owners
from kdc_desktop.services.obstacles.questions import all_obstacles
from kdc_desktop.services.obstacles.rows import ObstacleOwner, ObstacleRow
from kdc_desktop.storage import Database
from tests.rooms.consortium_room import Clock, make_consortium

TRANSPORT, CITY, MIRA = "City of Bergen, Transport", "City of Bergen", "Mira Berg"


@dataclass(frozen=True)
class ObstaclesRoom:
    """The open file: “Yard bikes” of an evening, and the running project “Parcel lockers”."""

    database: Database
    clock: Clock
    session_id: int
    consortium_id: int
    project_id: int
    owners: Mapping[str, ObstacleOwner]

    def note(
        self,
        text: str,
        kind: ObstacleKind = ObstacleKind.PERMIT,
        *,
        owner: str = "",
        of: int = 0,
        **more: Any,
    ) -> int:
        """Note an obstacle, usually of the first consortium; its id."""
        taken = self.owners[owner] if owner else ObstacleOwner()
        new = NewObstacle(kind, text, taken, **more)
        return note_obstacle(self.database, of or self.consortium_id, new)

    def row(self, obstacle_id: int) -> ObstacleRow:
        """How one is listed now."""
        return next(row for row in all_obstacles(self.database) if row.id == obstacle_id)


def make_obstacles(path: Path) -> ObstaclesRoom:
    """A club with nothing in its way yet."""
    made = make_consortium(path)
    database = made.database
    with database.edit(lazy("Set up who may take care")) as edit:
        city = Organisation(name=CITY, sector="P")
        edit.add(city)
        edit.flush()
        part = Department(organisation_id=city.id, name="Transport")
        edit.add(part)
        edit.flush()
        person = Person(name=MIRA, organisation_id=city.id, created_at=database.now())
        person.department_id = part.id
        edit.add(person)
    project = add_project(database, NewProject("Parcel lockers", state=ConsortiumState.RUNNING))
    owners = possible_owners(database)
    given = made.clock, made.session_id, made.consortium_id, project
    return ObstaclesRoom(database, *given, owners)
