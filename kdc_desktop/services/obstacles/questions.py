"""What holds consortia back, and for how long: the obstacles as rows."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Select, func, select

from kdc_desktop.domain.consortia.states import is_alive
from kdc_desktop.instants import Instant, Zone, day_of, days_between
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.obstacles import Obstacle
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.steps import states_in
from kdc_desktop.services.consortia.worked_on import of_the_club
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.obstacles.owners import owner_called
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleOwner, ObstacleRow
from kdc_desktop.storage import Database, Snapshot

READ_FROM = frozenset(
    {
        *("obstacle", "consortium", "consortium_step", "taken_up", "session"),
        *("person", "organisation", "department"),
    }
)
"""The tables that obstacles are read from."""


def obstacles_of(
    snapshot: Snapshot,
    consortium_ids: Collection[int] | None,
    now: Instant,
    zone: Zone,
    *,
    solved: bool = False,
) -> dict[int, tuple[ObstacleRow, ...]]:
    """The obstacles of these consortia, by consortium, the oldest first.

    Those of a consortium that lies in the trash with its session are nobody's any more.

    Args:
        consortium_ids: None for every consortium that the club knows.
        solved: those that are solved as well, after the others.
    """
    found: dict[int, tuple[ObstacleRow, ...]] = {}
    for row in _rows(snapshot, _asked(consortium_ids, solved=solved), now, zone):
        found[row.consortium_id] = (*found.get(row.consortium_id, ()), row)
    return found


def all_obstacles(database: Database) -> list[ObstacleRow]:
    """Every obstacle of the club, solved ones too: those first that are there, the oldest first."""
    with database.read() as snapshot:
        asked = _asked(None, solved=True)
        return _rows(snapshot, asked, database.now(), club_zone(snapshot))


def obstacles_in(database: Database, consortium_id: int) -> list[ObstacleRow]:
    """Those of one consortium, solved ones too, in the same order."""
    with database.read() as snapshot:
        asked = _asked([consortium_id], solved=True)
        return _rows(snapshot, asked, database.now(), club_zone(snapshot))


def solved_since(snapshot: Snapshot, then: Instant) -> dict[int, int]:
    """By consortium, how many of its obstacles were solved after a moment, and still are."""
    solved = select(Obstacle.consortium_id, func.count()).where(Obstacle.solved_at > then)
    return dict(snapshot.execute(solved.group_by(Obstacle.consortium_id)).all())


def waiting_for(
    snapshot: Snapshot, rows: Iterable[ObstacleRow], owner: ObstacleOwner
) -> list[ObstacleRow]:
    """Those of these rows that wait for somebody.

    For an organisation or a department wait those of its people too, and for an organisation those
    of its departments.
    """
    person_id, organisation_id, department_id = owner
    if person_id is not None:
        return [row for row in rows if row.owner_id == person_id]
    if owner == NOBODY:
        return [row for row in rows if row.taken_care_of_by == NOBODY]
    inside = Person.organisation_id == organisation_id
    if department_id is not None:
        inside = Person.department_id == department_id
    people = set(snapshot.scalars(select(Person.id).where(inside)))

    def is_theirs(row: ObstacleRow) -> bool:
        if row.owner_id is not None or department_id is None:
            return row.owner_id in people or row.organisation_id == organisation_id
        return row.department_id == department_id

    return [row for row in rows if is_theirs(row)]


def _asked(consortium_ids: Collection[int] | None, *, solved: bool) -> Select[*tuple[Any, ...]]:
    query = (
        select(Obstacle, Consortium.name, Person.name, Organisation.name, Department.name)
        .join(Consortium, Consortium.id == Obstacle.consortium_id)
        .outerjoin(Session, Session.id == Consortium.session_id)
        .outerjoin(Person, Person.id == Obstacle.owner_id)
        .outerjoin(Organisation, Organisation.id == Obstacle.organisation_id)
        .outerjoin(Department, Department.id == Obstacle.department_id)
        .where(of_the_club())
        .order_by(Obstacle.solved_at.is_not(None), Obstacle.raised_at, Obstacle.id)
    )
    if consortium_ids is not None:
        query = query.where(Obstacle.consortium_id.in_(consortium_ids))
    return query if solved else query.where(Obstacle.solved_at.is_(None))


def _rows(
    snapshot: Snapshot, asked: Select[*tuple[Any, ...]], now: Instant, zone: Zone
) -> list[ObstacleRow]:
    found = snapshot.execute(asked).all()
    ids = {one.consortium_id for one, *_names in found}
    over = {key for key, one in states_in(snapshot, ids, ()).items() if not is_alive(one.state)}
    return [
        _row(one, consortium, owner_called(*names), now, zone, is_over=one.consortium_id in over)
        for one, consortium, *names in found
    ]


def _row(
    one: Obstacle, consortium: str, owner: str, now: Instant, zone: Zone, *, is_over: bool
) -> ObstacleRow:
    return ObstacleRow(
        id=one.id,
        consortium_id=one.consortium_id,
        consortium=consortium,
        kind=one.kind,
        text=one.text,
        owner=owner,
        owner_id=one.owner_id,
        organisation_id=one.organisation_id,
        department_id=one.department_id,
        raised_on=day_of(one.raised_at, zone),
        age_days=days_between(one.raised_at, one.solved_at or now, zone),
        next_step=one.next_step,
        next_on=one.next_on,
        solved_on=None if one.solved_at is None else day_of(one.solved_at, zone),
        is_over=is_over,
    )
