"""Sessions and their agenda: plan one, run it stage by stage, close and reopen it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Snapshot

from kdc_desktop.domain.agenda import StageTime
from kdc_desktop.errors import UserError
from kdc_desktop.model import Attendance, Idea, Programme, Session, Stage
from kdc_desktop.model.people import PRESENT
from kdc_desktop.model.sessions import CLOSED, LIVE, PLANNED
from kdc_desktop.services.templates import Template
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class SessionRow:
    """A session as the list on Home shows it."""

    id: int
    title: str
    place: str
    goal: str
    starts_at: datetime
    status: str
    silent: bool
    programme: str
    people: int
    present: int
    ideas: int
    current_stage_id: int | None
    closed_at: datetime | None


@dataclass(frozen=True)
class StageRow:
    """One stage of an agenda, with its clock."""

    id: int
    kind: str
    title: str
    prompt: str
    notes: str
    planned_minutes: int
    started_at: datetime | None
    ended_at: datetime | None
    paused_at: datetime | None
    paused_seconds: int

    @property
    def is_current(self) -> bool:
        """Whether the session stands in this stage now."""
        return self.started_at is not None and self.ended_at is None

    def time(self) -> StageTime:
        """What the agenda's clock needs."""
        return StageTime(
            self.id,
            self.title,
            self.planned_minutes,
            self.started_at,
            self.ended_at,
            self.paused_at,
            self.paused_seconds,
        )


def sessions(database: Database) -> list[SessionRow]:
    """Every session that is not in the bin: live first, then planned, then by date."""
    with database.read() as snapshot:
        return _session_rows(snapshot, None)


def session(database: Database, session_id: int) -> SessionRow:
    """One session.

    Raises:
        UserError: it does not exist (any more).
    """
    with database.read() as snapshot:
        rows = _session_rows(snapshot, session_id)
    if not rows:
        raise UserError("This session does not exist any more. Choose another one on Home.")
    return rows[0]


def _session_rows(snapshot: Snapshot, session_id: int | None) -> list[SessionRow]:
    people = _count(snapshot, select(Attendance.session_id, func.count()))
    present = _count(
        snapshot,
        select(Attendance.session_id, func.count()).where(Attendance.state == PRESENT),
    )
    ideas = _count(snapshot, select(Idea.session_id, func.count()).where(Idea.trashed_at.is_(None)))
    current = dict(
        snapshot.execute(
            select(Stage.session_id, Stage.id).where(
                Stage.started_at.is_not(None), Stage.ended_at.is_(None)
            )
        ).all()
    )
    query = select(Session, Programme.name).outerjoin(Programme).where(Session.trashed_at.is_(None))
    if session_id is not None:
        query = query.where(Session.id == session_id)
    rows = [
        SessionRow(
            found.id,
            found.title,
            found.place,
            found.goal,
            found.starts_at,
            found.status,
            found.silent,
            programme or "",
            people.get(found.id, 0),
            present.get(found.id, 0),
            ideas.get(found.id, 0),
            current.get(found.id),
            found.closed_at,
        )
        for found, programme in snapshot.execute(query)
    ]
    order = {LIVE: 0, PLANNED: 1, CLOSED: 2}
    return sorted(rows, key=lambda row: (order[row.status], -row.starts_at.timestamp()))


def _count(snapshot: Snapshot, query: Select[int, int]) -> dict[int, int]:
    return dict(snapshot.execute(query.group_by(query.selected_columns[0])).all())


def stages(database: Database, session_id: int) -> list[StageRow]:
    """The agenda in its order."""
    with database.read() as snapshot:
        return [
            StageRow(
                stage.id,
                stage.kind,
                stage.title,
                stage.prompt,
                stage.notes,
                stage.planned_minutes,
                stage.started_at,
                stage.ended_at,
                stage.paused_at,
                stage.paused_seconds,
            )
            for stage in _agenda(snapshot, session_id)
        ]


def _agenda(snapshot: Snapshot, session_id: int) -> list[Stage]:
    return list(
        snapshot.scalars(
            select(Stage)
            .where(Stage.session_id == session_id)
            .order_by(Stage.place_in_order, Stage.id)
        )
    )


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
        programme_id = _programme_id(edit, programme.strip())
        planned = Session(
            title=title,
            place=place.strip(),
            goal=goal.strip(),
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


def _programme_id(edit: Snapshot, name: str) -> int | None:
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
    return text


def change_session(
    database: Database,
    session_id: int,
    *,
    title: str,
    place: str,
    goal: str,
    starts_at: datetime,
) -> None:
    """New words and times for a session."""
    title = _named(title, "Give the session a name.")
    with database.edit(f"Changed {title}") as edit:
        found = edit.get_one(Session, session_id)
        found.title, found.place, found.goal = title, place.strip(), goal.strip()
        found.starts_at = starts_at


def trash_session(database: Database, session_id: int) -> None:
    """Put a session away; undo brings it back, and nothing in it is lost."""
    with database.read() as snapshot:
        title = snapshot.get_one(Session, session_id).title
    with database.edit(f"Put {title} away") as edit:
        edit.get_one(Session, session_id).trashed_at = database.now()
