"""Obstacles as lists and pages show them."""

from datetime import date
from typing import NamedTuple

from kdc_desktop.domain.kit.ages import AgeBand, band_of
from kdc_desktop.domain.obstacles.states import ObstacleEvent, ObstacleKind


class ObstacleOwner(NamedTuple):
    """Who takes care of an obstacle: a person, an organisation, a department of one; or nobody."""

    person_id: int | None = None
    organisation_id: int | None = None
    department_id: int | None = None


NOBODY = ObstacleOwner()


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

    @property
    def band(self) -> AgeBand:
        """How old it is, in three steps; what is solved grows no older."""
        return AgeBand.FRESH if self.solved_on is not None else band_of(self.age_days)

    @property
    def taken_care_of_by(self) -> ObstacleOwner:
        """Its owner by ids."""
        return ObstacleOwner(self.owner_id, self.organisation_id, self.department_id)

    def is_due(self, today: date) -> bool:
        """Whether the day of its next step has come."""
        return self.solved_on is None and self.next_on is not None and self.next_on <= today


class ObstacleStepRow(NamedTuple):
    """What happened to an obstacle on a day, in words, and who said so; empty where nobody did."""

    id: int
    obstacle_id: int
    event: ObstacleEvent
    on: date
    told: str
    said_by: str
