"""Organisations, the people who speak for them, and who was there."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.model.base import Base, key, link

REGISTERED, PRESENT, LEFT = "registered", "present", "left"


class Organisation(Base):
    """A stakeholder with a sector: a company, a city, a university, an association."""

    __tablename__ = "organisation"

    id: Mapped[int] = key()
    name: Mapped[str]
    sector: Mapped[str]  # a letter of domain.sectors
    notes: Mapped[str] = mapped_column(default="")


class Department(Base):
    """A part of an organisation that speaks for itself."""

    __tablename__ = "department"

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = link("organisation.id")
    name: Mapped[str]


class Person(Base):
    """Someone who comes to sessions; without an organisation, a resident."""

    __tablename__ = "person"

    id: Mapped[int] = key()
    name: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    organisation_id: Mapped[int | None] = link("organisation.id", nullable=True)
    department_id: Mapped[int | None] = link("department.id", nullable=True)
    notes: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]


class Attendance(Base):
    """A person in a session."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("session_id", "person_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    person_id: Mapped[int] = link("person.id")
    role: Mapped[str] = mapped_column(
        default="participant"
    )  # participant, facilitator, observer, staff
    may_vote: Mapped[bool] = mapped_column(default=True)
    badge: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default=REGISTERED)  # registered, present, left
    arrived_at: Mapped[datetime | None] = mapped_column(default=None)


class Passage(Base):
    """One line of the in/out log of an attendance."""

    __tablename__ = "passage"

    id: Mapped[int] = key()
    attendance_id: Mapped[int] = link("attendance.id")
    at: Mapped[datetime]
    inwards: Mapped[bool]
