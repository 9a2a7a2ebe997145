"""Which obstacles were noted in an evening, solved or back again, in sentences."""

from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.obstacles.states import ObstacleEvent
from kdc_desktop.i18n import _
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.services.pages.evenings import of_the_evening
from kdc_desktop.services.pages.happening import Happening
from kdc_desktop.services.pages.record import Record

_LONGEST = 120  # letters of an obstacle in a sentence
_TOLD = (ObstacleEvent.RAISED, ObstacleEvent.SOLVED, ObstacleEvent.BACK)


def obstacles_told(record: Record) -> Iterator[Happening]:
    """As far as everybody may know it: what was noted besides stays with the club."""
    groups = record.book.consortia
    found = record.snapshot.execute(
        select(ObstacleStep.event, ObstacleStep.at, Obstacle.consortium_id, Obstacle.text)
        .join(Obstacle, Obstacle.id == ObstacleStep.obstacle_id)
        .where(Obstacle.consortium_id.in_(list(groups)), ObstacleStep.event.in_(_TOLD))
        .order_by(ObstacleStep.at, ObstacleStep.id)
    )
    for event, at, consortium_id, text in found:
        group = groups[consortium_id]
        if of_the_evening(record, group, at):
            yield Happening(at, _told(event, group.name, shortened(text, _LONGEST).rstrip(".")))


def _told(event: ObstacleEvent, name: str, text: str) -> str:
    match event:
        case ObstacleEvent.SOLVED:
            return _("What held “{name}” back is solved: {obstacle}.", name=name, obstacle=text)
        case ObstacleEvent.BACK:
            return _("“{name}” is held back again: {obstacle}.", name=name, obstacle=text)
        case _raised:
            return _("“{name}” is held back: {obstacle}.", name=name, obstacle=text)
