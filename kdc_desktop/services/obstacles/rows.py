"""Obstacles as lists and pages show them."""

from datetime import date
from typing import NamedTuple

from kdc_desktop.domain.obstacles.states import ObstacleKind


class ObstacleRow(NamedTuple):
    """What holds a consortium back; `owner` is empty where nobody takes care of it.

    `age_days` counts from the day on which it was raised, to the day on which it was solved if it
    was. `is_over`: its consortium has ended or stopped, so that nobody waits for it any more.
    """

    id: int
    consortium_id: int
    consortium: str
    kind: ObstacleKind
    text: str
    owner: str
    owner_id: int | None
    organisation_id: int | None
    department_id: int | None
    raised_on: date
    age_days: int
    next_step: str
    next_on: date | None
    solved_on: date | None
    is_over: bool = False
