"""Organisations, their departments, and the people who speak for them."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import LINE, NAME, TEXT
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.people.states import ConsentKind, OrganisationSize
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import (
    EMPTY,
    NO,
    PERSON_ROWS,
    AboutPerson,
    Base,
    FreeText,
    PersonName,
    Plain,
    key,
    link,
    word,
)
from kdc_desktop.model.values import MANY_GROUPS, Letters, Whole, Written


class Organisation(Base):
    """A stakeholder with a sector: a company, a city, a university, an association."""

    __tablename__ = "organisation"

    id: Mapped[int] = key()
    name: Mapped[Plain] = mapped_column(Written(NAME))  # what it calls itself in public
    sector: Mapped[Plain] = mapped_column(Letters(COUNTED))  # a letter of domain.people.sectors
    notes: Mapped[FreeText] = mapped_column(default="")
    # Nobody has said it, its name told it.
    sector_guessed: Mapped[bool] = mapped_column(default=False, server_default=NO)
    # In how many groups of one evening it can take part; None where nobody has said it.
    most_groups: Mapped[int | None] = mapped_column(Whole(0, MANY_GROUPS), default=None)
    size: Mapped[OrganisationSize | None] = mapped_column(word(OrganisationSize), default=None)


class Department(Base):
    """A part of an organisation that speaks for itself."""

    __tablename__ = "department"

    id: Mapped[int] = key()
    organisation_id: Mapped[int] = link("organisation.id")
    name: Mapped[Plain] = mapped_column(Written(NAME))
    most_groups: Mapped[int | None] = mapped_column(Whole(0, MANY_GROUPS), default=None)


class Person(Base):
    """Someone who comes to sessions; without an organisation, a resident."""

    __tablename__ = "person"
    __table_args__ = {"sqlite_autoincrement": True, "info": PERSON_ROWS}

    id: Mapped[int] = key()
    name: Mapped[PersonName] = mapped_column(Written(NAME))
    email: Mapped[AboutPerson] = mapped_column(Written(LINE), default="")
    organisation_id: Mapped[int | None] = link("organisation.id", nullable=True)
    department_id: Mapped[int | None] = link("department.id", nullable=True)
    notes: Mapped[AboutPerson] = mapped_column(default="")
    created_at: Mapped[Instant]
    phone: Mapped[AboutPerson] = mapped_column(Written(LINE), default="", server_default=EMPTY)
    job_title: Mapped[AboutPerson] = mapped_column(Written(LINE), default="", server_default=EMPTY)
    # What they care for, in their words; what they want of a winner is an `Interest`.
    interests: Mapped[AboutPerson] = mapped_column(Written(TEXT), default="", server_default=EMPTY)


class PersonMerge(Base):
    """Somebody known twice: what this person voted stays, all else has gone to the other."""

    __tablename__ = "person_merge"
    __table_args__ = (UniqueConstraint("person_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    person_id: Mapped[int] = link("person.id")
    into_id: Mapped[int] = link("person.id")
    at: Mapped[Instant]


class Consent(Base):
    """What somebody has allowed or refused; of each kind the newest counts, the others are kept."""

    __tablename__ = "consent"

    id: Mapped[int] = key()
    person_id: Mapped[int] = link("person.id")
    kind: Mapped[ConsentKind] = mapped_column(word(ConsentKind))
    given: Mapped[bool]
    at: Mapped[Instant]
    source: Mapped[AboutPerson] = mapped_column(Written(LINE), default="")  # where it is known from


class KeptApart(Base):
    """Two people who are not to sit in one group or at one table; for nobody else's eyes."""

    __tablename__ = "kept_apart"
    __table_args__ = (UniqueConstraint("person_id", "other_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    person_id: Mapped[int] = link("person.id")
    other_id: Mapped[int] = link("person.id")
    why: Mapped[AboutPerson] = mapped_column(Written(LINE), default="")
    at: Mapped[Instant]
