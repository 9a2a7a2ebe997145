"""What holds consortia back, who takes care of it, and what became of it."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import LINE, STATEMENT
from kdc_desktop.domain.obstacles.states import ObstacleEvent, ObstacleKind
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import ALSO_ABSENT, Base, FreeText, PersonName, key, link, word
from kdc_desktop.model.values import Written


class Obstacle(Base):
    """Something that a consortium waits for; it lives until it is solved.

    Who takes care of it is a person, an organisation or a department of one, or nobody yet; a
    department stands with its organisation.
    """

    __tablename__ = "obstacle"

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    kind: Mapped[ObstacleKind] = mapped_column(word(ObstacleKind))
    text: Mapped[FreeText] = mapped_column(Written(STATEMENT))
    owner_id: Mapped[int | None] = link("person.id", nullable=True, info=ALSO_ABSENT)
    organisation_id: Mapped[int | None] = link("organisation.id", nullable=True)
    department_id: Mapped[int | None] = link("department.id", nullable=True)
    raised_at: Mapped[Instant]
    next_step: Mapped[FreeText] = mapped_column(Written(LINE), default="")
    next_on: Mapped[date | None] = mapped_column(default=None)
    solved_at: Mapped[Instant | None] = mapped_column(default=None)


class ObstacleStep(Base):
    """What happened to an obstacle, from when it was raised on: when, what, and who said so.

    It says what holds from then on, so that all steps together make the row of the obstacle: its
    kind, who takes care of it, and the day of the next step, each where the event is about that.
    `note` are the words: the obstacle's own, those of the next step, or what was said besides.
    """

    __tablename__ = "obstacle_step"

    id: Mapped[int] = key()
    obstacle_id: Mapped[int] = link("obstacle.id")
    event: Mapped[ObstacleEvent] = mapped_column(word(ObstacleEvent))
    at: Mapped[Instant]
    said_by: Mapped[PersonName] = mapped_column(Written(LINE), default="")
    note: Mapped[FreeText] = mapped_column(Written(STATEMENT), default="")
    kind: Mapped[ObstacleKind | None] = mapped_column(word(ObstacleKind), default=None)
    owner_id: Mapped[int | None] = link("person.id", nullable=True, info=ALSO_ABSENT)
    organisation_id: Mapped[int | None] = link("organisation.id", nullable=True)
    department_id: Mapped[int | None] = link("department.id", nullable=True)
    next_on: Mapped[date | None] = mapped_column(default=None)
