"""A consortium's shared statement and where every member stands on it."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import LINE, STATEMENT
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import Base, FreeText, PersonName, key, link, word
from kdc_desktop.model.values import MOST_LEVELS, MOST_VERSIONS, Whole, Written


class Vision(Base):
    """One version of a consortium's vision; versions are numbered from 1 and never rewritten."""

    __tablename__ = "vision"
    __table_args__ = (UniqueConstraint("consortium_id", "number"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    number: Mapped[int] = mapped_column(Whole(1, MOST_VERSIONS))
    text: Mapped[FreeText] = mapped_column(Written(STATEMENT))
    note: Mapped[FreeText] = mapped_column(default="")  # what changed, and why
    created_at: Mapped[Instant]


class Reading(Base):
    """What the vision means for one member, in its own words."""

    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("vision_id", "member_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    vision_id: Mapped[int] = link("vision.id")
    member_id: Mapped[int] = link("member.id")
    text: Mapped[FreeText]


class Position(Base):
    """A member's level of agreement with one version."""

    __tablename__ = "position"
    __table_args__ = (UniqueConstraint("vision_id", "member_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    vision_id: Mapped[int] = link("vision.id")
    member_id: Mapped[int] = link("member.id")
    level: Mapped[int] = mapped_column(Whole(0, MOST_LEVELS))
    reason: Mapped[FreeText] = mapped_column(default="")
    would_move: Mapped[FreeText] = mapped_column(default="")  # "what would move me one step"
    at: Mapped[Instant]


class Reservation(Base):
    """A concern raised with a position; it lives until it is addressed, lifted or left standing."""

    __tablename__ = "reservation"

    id: Mapped[int] = key()
    member_id: Mapped[int] = link("member.id")
    vision_id: Mapped[int] = link("vision.id")  # the version it was raised with
    text: Mapped[FreeText] = mapped_column(Written(STATEMENT))
    objection: Mapped[bool] = mapped_column(default=False)  # the member cannot go along with it
    state: Mapped[ReservationState] = mapped_column(
        word(ReservationState), default=ReservationState.OPEN
    )
    owner: Mapped[PersonName] = mapped_column(Written(LINE), default="")
    answer: Mapped[FreeText] = mapped_column(default="")
    opened_at: Mapped[Instant]
    settled_at: Mapped[Instant | None] = mapped_column(default=None)


class Commitment(Base):
    """Who gives what by when."""

    __tablename__ = "commitment"

    id: Mapped[int] = key()
    member_id: Mapped[int] = link("member.id")
    what: Mapped[FreeText] = mapped_column(Written(LINE))
    due_on: Mapped[date | None] = mapped_column(default=None)
    done_at: Mapped[Instant | None] = mapped_column(default=None)
    created_at: Mapped[Instant]
