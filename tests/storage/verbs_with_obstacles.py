"""Verbs that work with what holds consortia back."""

from datetime import date

from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.model import Consortium, Obstacle
from kdc_desktop.services.obstacles import going_on, noting
from kdc_desktop.services.obstacles.owners import possible_owners
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleOwner
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb


def owner(draw: Draw) -> ObstacleOwner:
    """A person, an organisation, a department of one, or nobody."""
    drawn: ObstacleOwner = draw.one_of(NOBODY, *possible_owners(draw.database).values())
    return drawn


def a_day(draw: Draw) -> date | None:
    drawn: date | None = draw.one_of(None, date(2030, 1, 31), date(2040, 1, 31))
    return drawn


def note_obstacle(database: Database, draw: Draw) -> object:
    said = draw.one_of(*ObstacleKind), draw.text(), owner(draw), draw.text(), a_day(draw)
    new = noting.NewObstacle(*said, draw.text())
    return noting.note_obstacle(database, draw.id(Consortium), new)


WITH_OBSTACLES: dict[str, Verb] = {
    "note_obstacle": note_obstacle,
    "change_obstacle": lambda db, d: noting.change_obstacle(
        db, d.id(Obstacle), d.one_of(*ObstacleKind), d.text(), d.text()
    ),
    "hand_on": lambda db, d: going_on.hand_on(db, d.id(Obstacle), owner(d), d.text(), d.text()),
    "set_next_step": lambda db, d: going_on.set_next_step(
        db, d.id(Obstacle), d.text(), a_day(d), d.text()
    ),
    "note_heard": lambda db, d: going_on.note_heard(db, d.id(Obstacle), d.text(), d.text()),
    "solve_obstacle": lambda db, d: going_on.solve(db, d.id(Obstacle), d.text(), d.text()),
    "bring_back": lambda db, d: going_on.bring_back(db, d.id(Obstacle), d.text()),
}
