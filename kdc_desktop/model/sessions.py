"""Programmes, their sessions, the stages of a session's agenda, and agendas kept as templates."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import LINE, NAME, TEXT
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.domain.stage_kinds import BY_KEY
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import EMPTY, SESSION_ROWS, Base, FreeText, Plain, key, link, word
from kdc_desktop.model.values import BILLION, MOST_PEOPLE, Term, Whole, Written

MINUTES = (1, 600)  # that a stage takes


class Programme(Base):
    """The long-running effort that owns sessions and people; has one shared goal."""

    __tablename__ = "programme"

    id: Mapped[int] = key()
    name: Mapped[FreeText] = mapped_column(Written(NAME))
    goal: Mapped[FreeText] = mapped_column(Written(TEXT), default="")
    # How much of what: 60 “minutes a day”.
    target: Mapped[int | None] = mapped_column(Whole(1), default=None)
    unit: Mapped[FreeText] = mapped_column(Written(NAME), default="", server_default=EMPTY)
    # For how many people the target is wanted; None where it is not one for each.
    people: Mapped[int | None] = mapped_column(Whole(1, MOST_PEOPLE), default=None)


class Session(Base):
    """One event: club evening, hackathon, pilot workshop."""

    __tablename__ = "session"
    __table_args__ = {"sqlite_autoincrement": True, "info": SESSION_ROWS}

    id: Mapped[int] = key()
    programme_id: Mapped[int | None] = link("programme.id", nullable=True)
    title: Mapped[FreeText] = mapped_column(Written(NAME))
    place: Mapped[FreeText] = mapped_column(Written(LINE), default="")
    goal: Mapped[FreeText] = mapped_column(Written(TEXT), default="")
    starts_at: Mapped[datetime]  # by the clock on the wall of the room
    status: Mapped[SessionStatus] = mapped_column(
        word(SessionStatus), default=SessionStatus.PLANNED
    )
    template: Mapped[Plain] = mapped_column(Written(NAME), default="")
    silent: Mapped[bool] = mapped_column(default=False)  # notes show blank on the shared screen
    went_live_at: Mapped[Instant | None] = mapped_column(default=None)
    closed_at: Mapped[Instant | None] = mapped_column(default=None)
    trashed_at: Mapped[Instant | None] = mapped_column(default=None)
    # Where the clock on the wall hangs that it was planned by: an IANA name.
    zone: Mapped[Plain | None] = mapped_column(Written(NAME), default=None)


class Stage(Base):
    """One step of a session's agenda; the current one has started and not ended."""

    __tablename__ = "stage"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    place_in_order: Mapped[int] = mapped_column(Whole())
    kind: Mapped[Plain] = mapped_column(Term(tuple(BY_KEY)))
    title: Mapped[FreeText] = mapped_column(Written(NAME))
    prompt: Mapped[FreeText] = mapped_column(Written(TEXT), default="")
    notes: Mapped[FreeText] = mapped_column(Written(TEXT), default="")
    planned_minutes: Mapped[int] = mapped_column(Whole(*MINUTES))
    started_at: Mapped[Instant | None] = mapped_column(default=None)
    ended_at: Mapped[Instant | None] = mapped_column(default=None)
    paused_at: Mapped[Instant | None] = mapped_column(default=None)
    paused_seconds: Mapped[int] = mapped_column(Whole(0, BILLION), default=0)
    # From which starting point a poll in it begins; another version may know more of them.
    preset: Mapped[Plain] = mapped_column(Written(NAME), default="", server_default=EMPTY)


class OwnTemplate(Base):
    """An agenda that the club has kept, to start a session from."""

    __tablename__ = "own_template"

    id: Mapped[int] = key()
    name: Mapped[FreeText] = mapped_column(Written(NAME))
    created_at: Mapped[Instant]


class OwnTemplateStage(Base):
    """One step of such an agenda."""

    __tablename__ = "own_template_stage"

    id: Mapped[int] = key()
    own_template_id: Mapped[int] = link("own_template.id")
    place_in_order: Mapped[int] = mapped_column(Whole())
    kind: Mapped[Plain] = mapped_column(Term(tuple(BY_KEY)))
    title: Mapped[FreeText] = mapped_column(Written(NAME))
    prompt: Mapped[FreeText] = mapped_column(Written(TEXT), default="")
    notes: Mapped[FreeText] = mapped_column(Written(TEXT), default="")
    planned_minutes: Mapped[int] = mapped_column(Whole(*MINUTES))
    # From which starting point a poll in it begins; another version may know more of them.
    preset: Mapped[Plain] = mapped_column(Written(NAME), default="", server_default=EMPTY)
