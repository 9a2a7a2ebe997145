"""Plan a session from a template, change what is said of it, put it into the trash."""

from datetime import datetime

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Programme, Session, Stage
from kdc_desktop.services.kit.lengths import LINE, NAME, TEXT, not_longer
from kdc_desktop.services.sessions.templates import Template
from kdc_desktop.storage import Database, Edit


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
    """A new session with the template's agenda; returns its id."""
    title = _named(title, "Give the session a name.")
    with database.edit(f"Planned {title}") as edit:
        programme_id = _programme_id(edit, programme)
        planned = Session(
            title=title,
            place=not_longer(
                place.strip(),
                LINE,
                lazy("Shorten the place to {longest} characters; it has {length}."),
            ),
            goal=not_longer(
                goal.strip(),
                TEXT,
                lazy("Shorten the goal to {longest} characters; it has {length}."),
            ),
            starts_at=starts_at,
            template=template.key,
            programme_id=programme_id,
        )
        edit.add(planned)
        edit.flush()
        for place_in_order, stage in enumerate(template.stages):
            edit.add(
                Stage(
                    session_id=planned.id,
                    place_in_order=place_in_order,
                    kind=stage.kind,
                    title=stage.title,
                    prompt=stage.prompt,
                    notes=stage.notes,
                    planned_minutes=stage.minutes,
                )
            )
        return planned.id


def _programme_id(edit: Edit, name: str) -> int | None:
    name = not_longer(
        " ".join(name.split()),
        NAME,
        lazy("Shorten the programme to {longest} characters; it has {length}."),
    )
    if not name:
        return None
    known = edit.scalar(select(Programme).where(Programme.name == name))
    if known is None:
        known = Programme(name=name)
        edit.add(known)
        edit.flush()
    return known.id


def _named(text: str, sentence: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise UserError(sentence)
    return not_longer(
        text, NAME, lazy("Shorten the name to {longest} characters; it has {length}.")
    )


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
    title = _named(title, "Give the session a name.")
    with database.edit(f"Changed {title}") as edit:
        found = edit.get_one(Session, session_id)
        found.title = title
        found.place = not_longer(
            place.strip(), LINE, lazy("Shorten the place to {longest} characters; it has {length}.")
        )
        found.goal = not_longer(
            goal.strip(), TEXT, lazy("Shorten the goal to {longest} characters; it has {length}.")
        )
        found.starts_at = starts_at
        found.programme_id = _programme_id(edit, programme)


def trash_session(database: Database, session_id: int) -> None:
    """Put a session into the trash; undo brings it back, and nothing in it is lost."""
    with database.read() as snapshot:
        title = snapshot.get_one(Session, session_id).title
    with database.edit(f"Put {title} into the trash") as edit:
        edit.get_one(Session, session_id).trashed_at = database.now()
