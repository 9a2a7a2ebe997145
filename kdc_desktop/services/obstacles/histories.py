"""What happened to obstacles, step by step."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, select

from kdc_desktop.domain.obstacles.states import NOTES_STAY
from kdc_desktop.domain.obstacles.steps import SaidOfObstacle, step_told
from kdc_desktop.instants import Zone, day_of
from kdc_desktop.model.obstacles import ObstacleStep
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.obstacles.owners import owner_called
from kdc_desktop.services.obstacles.rows import ObstacleStepRow
from kdc_desktop.storage import Database, Snapshot


def history_of(database: Database, obstacle_id: int) -> tuple[ObstacleStepRow, ...]:
    """Every step of an obstacle, the first one first."""
    with database.read() as snapshot:
        found = histories(snapshot, [obstacle_id], club_zone(snapshot))
        return found.get(obstacle_id, ())


def histories(
    snapshot: Snapshot, obstacle_ids: Collection[int], zone: Zone, *, to_hand_out: bool = False
) -> dict[int, tuple[ObstacleStepRow, ...]]:
    """The same of several, by their ids, in one query.

    Args:
        to_hand_out: what others may read as well: without what was noted besides, and by whom.
    """
    found: dict[int, tuple[ObstacleStepRow, ...]] = {}
    for step, *names in snapshot.execute(_asked(obstacle_ids)):
        stays = to_hand_out and step.event in NOTES_STAY
        note, said_by = "" if stays else step.note, "" if to_hand_out else step.said_by
        said = SaidOfObstacle(step.event, step.kind, owner_called(*names), note, step.next_on)
        day, told = day_of(step.at, zone), step_told(said)
        row = ObstacleStepRow(step.id, step.obstacle_id, step.event, day, told, said_by)
        found[row.obstacle_id] = (*found.get(row.obstacle_id, ()), row)
    return found


def _asked(obstacle_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(ObstacleStep, Person.name, Organisation.name, Department.name)
        .outerjoin(Person, Person.id == ObstacleStep.owner_id)
        .outerjoin(Organisation, Organisation.id == ObstacleStep.organisation_id)
        .outerjoin(Department, Department.id == ObstacleStep.department_id)
        .where(ObstacleStep.obstacle_id.in_(obstacle_ids))
        .order_by(ObstacleStep.at, ObstacleStep.id)
    )
