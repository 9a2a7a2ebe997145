"""Working groups over years: consortia and their states, members who come and go, open roles."""

from datetime import date

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.lengths import LINE, NAME, TEXT
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.scale_keys import SCALE_KEYS
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import (
    ALSO_ABSENT,
    BORN_THERE,
    EMPTY,
    FOR_THEMSELVES,
    TAKES_UP,
    Base,
    FreeText,
    PersonName,
    Plain,
    key,
    link,
    word,
)
from kdc_desktop.model.values import MOST_LEVELS, Letters, Term, Whole, Written

GRADIENTS_OF_AGREEMENT = "kaner8"
"""A key of the scales of visions, which are a noun above: see “Where we left the plan”."""


class Consortium(Base):
    """A group around one winner of the session it was born in; a project was born in none."""

    __tablename__ = "consortium"

    id: Mapped[int] = key()
    session_id: Mapped[int | None] = link("session.id", nullable=True, info=BORN_THERE)
    winner_id: Mapped[int | None] = link("winner.id", nullable=True)
    name: Mapped[FreeText] = mapped_column(Written(TEXT))
    place_in_order: Mapped[int] = mapped_column(Whole())
    smallest: Mapped[int] = mapped_column(Whole(1), default=3)
    largest: Mapped[int] = mapped_column(Whole(1), default=12)
    needed_sectors: Mapped[Plain] = mapped_column(
        Letters(LETTERS, several=True), default="".join(LETTERS)
    )
    scale: Mapped[Plain] = mapped_column(Term(SCALE_KEYS), default=GRADIENTS_OF_AGREEMENT)
    agreed_level: Mapped[int] = mapped_column(Whole(0, MOST_LEVELS), default=5)
    created_at: Mapped[Instant]
    confirmed_at: Mapped[Instant | None] = mapped_column(default=None)
    # Since when the club does not work on it any more: it was let go, has ended or stopped.
    let_go_at: Mapped[Instant | None] = mapped_column(default=None)
    # Who of the club takes care of it.
    owner_id: Mapped[int | None] = link("person.id", nullable=True, info=ALSO_ABSENT)
    look_again_on: Mapped[date | None] = mapped_column(default=None)
    about: Mapped[FreeText] = mapped_column(Written(TEXT), default="", server_default=EMPTY)
    # Since when its members have each other's contacts, and who has said so.
    contacts_shared_at: Mapped[Instant | None] = mapped_column(default=None)
    contacts_said_by: Mapped[PersonName] = mapped_column(
        Written(LINE), default="", server_default=EMPTY
    )


class ConsortiumStep(Base):
    """A step from one state of a consortium to another: when, and who said so."""

    __tablename__ = "consortium_step"

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    state: Mapped[ConsortiumState] = mapped_column(word(ConsortiumState))
    at: Mapped[Instant]
    said_by: Mapped[PersonName] = mapped_column(Written(LINE), default="")
    note: Mapped[FreeText] = mapped_column(Written(TEXT), default="")


class TakenUp(Base):
    """A consortium of before that is worked on in a session."""

    __tablename__ = "taken_up"
    __table_args__ = (
        UniqueConstraint("session_id", "consortium_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    consortium_id: Mapped[int] = link("consortium.id", info=TAKES_UP)


class SignOfLife(Base):
    """One line on how a consortium does."""

    __tablename__ = "sign_of_life"

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    text: Mapped[FreeText] = mapped_column(Written(LINE))
    said_by: Mapped[PersonName] = mapped_column(Written(LINE), default="")
    at: Mapped[Instant]


class Member(Base):
    """An organisation, a department of one, or a resident, in a consortium.

    Exactly one of organisation and person is set; a department stands with its organisation.
    """

    __tablename__ = "member"
    __table_args__ = (
        UniqueConstraint("consortium_id", "person_id"),
        Index(
            "uq_member_whole_organisation",
            "consortium_id",
            "organisation_id",
            unique=True,
            sqlite_where=text("department_id IS NULL"),
        ),
        Index(
            "uq_member_department",
            "consortium_id",
            "department_id",
            unique=True,
            sqlite_where=text("department_id IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True, "info": {"one_of": ("organisation_id", "person_id")}},
    )

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    organisation_id: Mapped[int | None] = link("organisation.id", nullable=True)
    person_id: Mapped[int | None] = link("person.id", nullable=True, info=FOR_THEMSELVES)
    role: Mapped[MemberRole] = mapped_column(word(MemberRole), default=MemberRole.PARTNER)
    joined_at: Mapped[Instant]
    department_id: Mapped[int | None] = link("department.id", nullable=True)


class RoleStep(Base):
    """A member was something in its consortium, and is something else from then on."""

    __tablename__ = "role_step"

    id: Mapped[int] = key()
    member_id: Mapped[int] = link("member.id")
    was: Mapped[MemberRole] = mapped_column(word(MemberRole))
    role: Mapped[MemberRole] = mapped_column(word(MemberRole))
    at: Mapped[Instant]
    said_by: Mapped[PersonName] = mapped_column(Written(LINE), default="")


class Leaving(Base):
    """A member has left, and handed over to another or to nobody; it may have come back."""

    __tablename__ = "leaving"

    id: Mapped[int] = key()
    member_id: Mapped[int] = link("member.id")
    left_at: Mapped[Instant]
    back_at: Mapped[Instant | None] = mapped_column(default=None)
    handed_to_id: Mapped[int | None] = link("member.id", nullable=True)
    why: Mapped[FreeText] = mapped_column(Written(TEXT), default="")


class Delegate(Base):
    """A person who is placed in a consortium and speaks for a member; one consortium a person."""

    __tablename__ = "delegate"
    __table_args__ = (UniqueConstraint("session_id", "person_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    member_id: Mapped[int] = link("member.id")
    person_id: Mapped[int] = link("person.id")
    pinned: Mapped[bool] = mapped_column(default=False)


class OpenRole(Base):
    """What a consortium still lacks; closed by the member who fills it."""

    __tablename__ = "open_role"

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    title: Mapped[FreeText] = mapped_column(Written(NAME))
    sector: Mapped[Plain | None] = mapped_column(Letters(LETTERS))
    filled_by_id: Mapped[int | None] = link("member.id", nullable=True)
    # As what somebody is looked for; None where that is open.
    role: Mapped[MemberRole | None] = mapped_column(word(MemberRole), default=None)
