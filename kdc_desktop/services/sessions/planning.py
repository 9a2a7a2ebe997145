"""Plan a session from a template, change what is said of it, put it into the trash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE, NAME, TEXT, not_longer
from kdc_desktop.domain.kit.text import on_one_line, trimmed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, nfillable
from kdc_desktop.instants import Instant, laptop_zone, name_of
from kdc_desktop.model.sessions import Programme, Session, Stage
from kdc_desktop.services.sessions.templates import Template
from kdc_desktop.storage import Database, Edit


@dataclass(frozen=True)
class NewSession:
    """What a new session is: it `starts_at` a time of the clock on the wall of the room."""

    title: str
    starts_at: datetime
    template: Template
    place: str = ""
    goal: str = ""
    programme: str = ""


def plan_session(
    database: Database,
    title: str,
    starts_at: datetime,
    template: Template,
    *,
    place: str = "",
    goal: str = "",
    programme: str = "",
) -> int:
    """A new session with the template's agenda, in the language of now; returns its id.

    It `starts_at` a time of the clock on the wall of the room, which the laptop's shows too.
    """
    title = _named(title)
    with database.edit(lazy("Planned {title}", title=title)) as edit:
        plan = NewSession(title, starts_at, template, place, goal, programme)
        return new_session(edit, plan)


def new_session(edit: Edit, plan: NewSession) -> int:
    """The same in an edit that does more than that."""
    planned = Session(
        title=_named(plan.title),
        place=_place(plan.place),
        goal=_goal(plan.goal),
        starts_at=plan.starts_at,
        zone=name_of(laptop_zone()),
        template=plan.template.key,
        programme_id=_programme_id(edit, plan.programme),
    )
    edit.add(planned)
    edit.flush()
    for place_in_order, stage in enumerate(plan.template.stages):
        edit.add(
            Stage(
                session_id=planned.id,
                place_in_order=place_in_order,
                kind=stage.kind,
                title=str(stage.title),
                prompt=str(stage.prompt),
                notes=str(stage.notes),
                planned_minutes=stage.minutes,
                preset=stage.preset,
            )
        )
    return planned.id


def _programme_id(edit: Edit, name: str) -> int | None:
    name = not_longer(
        on_one_line(name),
        NAME,
        fillable("Shorten the programme to {longest} characters; it has {length}."),
    )
    if not name:
        return None
    known = edit.scalar(select(Programme).where(Programme.name == name))
    if known is None:
        known = Programme(name=name)
        edit.add(known)
        edit.flush()
    return known.id


def _named(title: str) -> str:
    title = on_one_line(title)
    if not title:
        raise UserError(_("Give the session a name."))
    return not_longer(
        title, NAME, fillable("Shorten the name to {longest} characters; it has {length}.")
    )


def _place(place: str) -> str:
    too_long = fillable("Shorten the place to {longest} characters; it has {length}.")
    return not_longer(trimmed(place), LINE, too_long)


def _goal(goal: str) -> str:
    too_long = fillable("Shorten the goal to {longest} characters; it has {length}.")
    return not_longer(trimmed(goal), TEXT, too_long)


def change_session(
    database: Database,
    session_id: int,
    *,
    title: str,
    place: str,
    goal: str,
    starts_at: datetime,
    programme: str = "",
) -> None:
    """New words and times for a session."""
    title = _named(title)
    with database.edit(lazy("Changed {title}", title=title)) as edit:
        found = edit.get_one(Session, session_id)
        found.title = title
        found.place = _place(place)
        found.goal = _goal(goal)
        found.starts_at = starts_at
        found.programme_id = _programme_id(edit, programme)


def rename_session(database: Database, session_id: int, title: str) -> None:
    """Call a session something else.

    Raises:
        UserError: the name is empty or too long.
    """
    title = _named(title)
    with database.edit(lazy("Changed {title}", title=title)) as edit:
        edit.get_one(Session, session_id).title = title


def trash_sessions(database: Database, session_ids: Sequence[int]) -> None:
    """Put sessions into the trash; undo brings them back, and nothing in them is lost."""
    with database.read() as snapshot:
        titles = [snapshot.get_one(Session, key).title for key in session_ids]
    label = nfillable("Put {count} session into the trash", "Put {count} sessions into the trash")
    one = lazy("Put {title} into the trash", title=titles[0]) if len(titles) == 1 else None
    with database.edit(one or label) as edit:
        edit.count = trash_in(edit, session_ids, database.now())


def trash_in(edit: Edit, session_ids: Sequence[int], now: Instant) -> int:
    """The same inside an edit; how many did not lie there."""
    found = [edit.get_one(Session, key) for key in session_ids]
    new = [one for one in found if one.trashed_at is None]
    for one in new:
        one.trashed_at = now
    return len(new)
