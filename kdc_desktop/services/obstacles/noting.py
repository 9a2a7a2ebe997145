"""Note what holds a consortium back, and put it in other words."""

from datetime import date
from typing import NamedTuple

from kdc_desktop.domain.kit.lengths import LINE, STATEMENT, not_longer
from kdc_desktop.domain.kit.text import on_one_line, trimmed
from kdc_desktop.domain.obstacles.states import ObstacleEvent, ObstacleKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.instants import day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.obstacles.owners import checked_owner
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleOwner
from kdc_desktop.storage import Database, Edit

_LONG_TEXT = fillable("Shorten the obstacle to {longest} characters; it has {length}.")
_LONG_STEP = fillable("Shorten the next step to {longest} characters; it has {length}.")
_LONG_NAME = fillable("Shorten who said it to {longest} characters; it has {length}.")
_LONG_NOTE = fillable("Shorten the note to {longest} characters; it has {length}.")


class NewObstacle(NamedTuple):
    """What is known of an obstacle when somebody tells of it."""

    kind: ObstacleKind
    text: str
    owner: ObstacleOwner = NOBODY
    next_step: str = ""
    next_on: date | None = None
    said_by: str = ""


def note_obstacle(database: Database, consortium_id: int, new: NewObstacle) -> int:
    """Note what a consortium waits for; the id of the obstacle.

    Raises:
        UserError: it says nothing or too much, or its next step is due on a day that has passed.
    """
    text, said_by = _text(new.text), said_by_whom(new.said_by)
    step, now = next_step_text(new.next_step), database.now()
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Noted an obstacle of {consortium}", consortium=name)) as edit:
        edit.get_one(Consortium, consortium_id)
        check_to_come(edit, database, new.next_on)
        owner = checked_owner(edit, new.owner)
        made = Obstacle(
            consortium_id=consortium_id,
            kind=new.kind,
            text=text,
            raised_at=now,
            next_step=step,
            next_on=new.next_on,
            **owner,
        )
        edit.add(made)
        edit.flush()
        first = {"event": ObstacleEvent.RAISED, "at": now, "said_by": said_by}
        edit.add(ObstacleStep(obstacle_id=made.id, kind=new.kind, note=text, **owner, **first))
        if step or new.next_on:
            then = {**first, "event": ObstacleEvent.NEXT_STEP}
            edit.add(ObstacleStep(obstacle_id=made.id, note=step, next_on=new.next_on, **then))
        return made.id


def change_obstacle(
    database: Database, obstacle_id: int, kind: ObstacleKind, text: str, said_by: str = ""
) -> None:
    """Say that it is of another kind, or tell it in other words; what it was stays in its history.

    Raises:
        UserError: it says nothing, or too much.
    """
    text, said_by = _text(text), said_by_whom(said_by)
    label = lazy("Changed an obstacle of {consortium}", consortium=name_of(database, obstacle_id))
    with database.edit(label) as edit:
        found = edit.get_one(Obstacle, obstacle_id)
        if (found.kind, found.text) == (kind, text):
            return
        found.kind, found.text = kind, text
        step = ObstacleStep(event=ObstacleEvent.CHANGED, at=database.now(), said_by=said_by)
        step.obstacle_id, step.kind, step.note = obstacle_id, kind, text
        edit.add(step)


def name_of(database: Database, obstacle_id: int) -> str:
    """The name of the consortium that an obstacle holds back."""
    with database.read() as snapshot:
        found = snapshot.get_one(Obstacle, obstacle_id)
        return snapshot.get_one(Consortium, found.consortium_id).name


def said_by_whom(name: str) -> str:
    """Who said something, as it is kept.

    Raises:
        UserError: it is too long.
    """
    return not_longer(on_one_line(name), LINE, _LONG_NAME)


def noted(text: str) -> str:
    """What was said with a step, as it is kept.

    Raises:
        UserError: it is too long.
    """
    return not_longer(trimmed(text), STATEMENT, _LONG_NOTE)


def next_step_text(text: str) -> str:
    """A next step, as it is kept.

    Raises:
        UserError: it is too long.
    """
    return not_longer(on_one_line(text), LINE, _LONG_STEP)


def check_to_come(edit: Edit, database: Database, on: date | None) -> None:
    """Raises UserError where a day has passed on which something is to be done."""
    if on is not None and on < day_of(database.now(), club_zone(edit)):
        raise UserError(_("This day has passed. Choose one to come, or none."))


def _text(text: str) -> str:
    text = not_longer(on_one_line(text), STATEMENT, _LONG_TEXT)
    if not text:
        raise UserError(_("Write down what the consortium waits for first."))
    return text
