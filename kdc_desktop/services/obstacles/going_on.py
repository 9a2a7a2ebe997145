"""What becomes of an obstacle: who takes care of it, what comes next, and how it ends."""

from datetime import date

from kdc_desktop.domain.obstacles.states import ObstacleEvent
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.services.obstacles.noting import (
    check_to_come,
    name_of,
    next_step_text,
    noted,
    said_by_whom,
)
from kdc_desktop.services.obstacles.owners import checked_owner, name_of_owner
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleOwner
from kdc_desktop.storage import Database, Edit


def hand_on(
    database: Database, obstacle_id: int, owner: ObstacleOwner, said_by: str = "", note: str = ""
) -> None:
    """Say who takes care of an obstacle from now on; `NOBODY` for nobody.

    Raises:
        UserError: it is solved already.
    """
    said_by, note = said_by_whom(said_by), noted(note)
    consortium = name_of(database, obstacle_id)
    with database.read() as snapshot:
        name = name_of_owner(snapshot, owner)
    label = lazy("Nobody takes care of an obstacle of {consortium}", consortium=consortium)
    if owner != NOBODY:
        given = {"owner": name, "consortium": consortium}
        label = lazy("{owner} takes care of an obstacle of {consortium}", **given)
    with database.edit(label) as edit:
        found = _open_one(edit, obstacle_id)
        columns = checked_owner(edit, owner)
        if all(getattr(found, column) == key for column, key in columns.items()):
            return
        for column, key in columns.items():
            setattr(found, column, key)
        _add_step(edit, database, found, ObstacleEvent.HANDED_ON, said_by, note, **columns)


def set_next_step(
    database: Database, obstacle_id: int, step: str, on: date | None, said_by: str = ""
) -> None:
    """Say what is done next about an obstacle, and until when; neither: nothing is planned.

    Raises:
        UserError: the day has passed, it says too much, or the obstacle is solved already.
    """
    step, said_by = next_step_text(step), said_by_whom(said_by)
    consortium = name_of(database, obstacle_id)
    label = lazy("Set the next step for an obstacle of {consortium}", consortium=consortium)
    with database.edit(label) as edit:
        found = _open_one(edit, obstacle_id)
        if (found.next_step, found.next_on) == (step, on):
            return
        if on != found.next_on:
            check_to_come(edit, database, on)
        found.next_step, found.next_on = step, on
        _add_step(edit, database, found, ObstacleEvent.NEXT_STEP, said_by, step, next_on=on)


def put_off(database: Database, obstacle_id: int, on: date) -> None:
    """The next step is taken until a later day; what it is stays.

    Raises:
        UserError: the day has passed, or the obstacle is solved already.
    """
    with database.read() as snapshot:
        step = snapshot.get_one(Obstacle, obstacle_id).next_step
    set_next_step(database, obstacle_id, step, on)


def note_heard(database: Database, obstacle_id: int, note: str, said_by: str = "") -> None:
    """Note what was heard of an obstacle, which changes nothing about it.

    Raises:
        UserError: it says nothing, or too much.
    """
    note, said_by = noted(note), said_by_whom(said_by)
    if not note:
        raise UserError(_("Write down what was heard first."))
    consortium = name_of(database, obstacle_id)
    label = lazy("Noted what was heard of an obstacle of {consortium}", consortium=consortium)
    with database.edit(label) as edit:
        found = edit.get_one(Obstacle, obstacle_id)
        _add_step(edit, database, found, ObstacleEvent.NOTED, said_by, note)


def solve(database: Database, obstacle_id: int, note: str = "", said_by: str = "") -> None:
    """The consortium does not wait for it any more; its next step stays known in its history.

    Raises:
        UserError: it is solved already.
    """
    said_by, note = said_by_whom(said_by), noted(note)
    consortium = name_of(database, obstacle_id)
    with database.edit(lazy("Solved an obstacle of {consortium}", consortium=consortium)) as edit:
        found = _open_one(edit, obstacle_id)
        found.solved_at, found.next_step, found.next_on = database.now(), "", None
        _add_step(edit, database, found, ObstacleEvent.SOLVED, said_by, note)


def bring_back(database: Database, obstacle_id: int, note: str = "", said_by: str = "") -> None:
    """It holds the consortium back again; it is as old as if it had never been solved.

    Raises:
        UserError: it is there anyway.
    """
    said_by, note = said_by_whom(said_by), noted(note)
    consortium = name_of(database, obstacle_id)
    label = lazy("An obstacle of {consortium} is back", consortium=consortium)
    with database.edit(label) as edit:
        found = edit.get_one(Obstacle, obstacle_id)
        if found.solved_at is None:
            raise UserError(_("This obstacle is not solved, so it cannot come back."))
        found.solved_at = None
        _add_step(edit, database, found, ObstacleEvent.BACK, said_by, note)


def _open_one(edit: Edit, obstacle_id: int) -> Obstacle:
    found = edit.get_one(Obstacle, obstacle_id)
    if found.solved_at is not None:
        raise UserError(_("This obstacle is solved. Bring it back first if it is not."))
    return found


def _add_step(
    edit: Edit,
    database: Database,
    of: Obstacle,
    event: ObstacleEvent,
    said_by: str,
    note: str,
    **more: int | date | None,
) -> None:
    edit.add(
        ObstacleStep(
            obstacle_id=of.id,
            event=event,
            at=database.now(),
            said_by=said_by,
            note=note,
            **more,
        )
    )
