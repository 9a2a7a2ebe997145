"""What holds of an obstacle after all that happened to it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from kdc_desktop.domain.obstacles.states import ObstacleEvent, ObstacleKind
from kdc_desktop.instants import Instant


class StepOfObstacle(Protocol):
    """A step, as the club file keeps it."""

    event: ObstacleEvent
    at: Instant
    note: str
    kind: ObstacleKind | None
    owner_id: int | None
    organisation_id: int | None
    department_id: int | None
    next_on: date | None


def unfolded(steps: Iterable[StepOfObstacle]) -> Mapping[str, Any]:
    """By column, what the row of an obstacle says after these steps, in their order.

    What none of them is about is missing.
    """
    said: dict[str, Any] = {}
    for step in steps:
        match step.event:
            case ObstacleEvent.RAISED | ObstacleEvent.CHANGED:
                said |= {"kind": step.kind, "text": step.note}
            case ObstacleEvent.NEXT_STEP:
                said |= {"next_step": step.note, "next_on": step.next_on}
            case ObstacleEvent.SOLVED:
                said |= {"solved_at": step.at, "next_step": "", "next_on": None}
            case ObstacleEvent.BACK:
                said["solved_at"] = None
        if step.event in (ObstacleEvent.RAISED, ObstacleEvent.HANDED_ON):
            said |= {
                "owner_id": step.owner_id,
                "organisation_id": step.organisation_id,
                "department_id": step.department_id,
            }
    return said
