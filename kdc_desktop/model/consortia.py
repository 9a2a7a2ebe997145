"""Working groups: consortia, their members and delegates, and the roles they still look for."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.lengths import NAME, TEXT
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.scale_keys import SCALE_KEYS
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import Base, FreeText, Plain, key, link, word
from kdc_desktop.model.values import MOST_LEVELS, Letters, Term, Whole, Written

GRADIENTS_OF_AGREEMENT = "kaner8"
"""A key of the scales of visions, which are a noun above: see “Where we left the plan”."""


class Consortium(Base):
    """The group around one winner."""

    __tablename__ = "consortium"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    winner_id: Mapped[int] = link("winner.id")
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
    let_go_at: Mapped[Instant | None] = mapped_column(default=None)


class Member(Base):
    """An organisation, or a resident, in a consortium. Exactly one of the two is set."""

    __tablename__ = "member"
    __table_args__ = (
        UniqueConstraint("consortium_id", "organisation_id"),
        UniqueConstraint("consortium_id", "person_id"),
        {"sqlite_autoincrement": True, "info": {"one_of": ("organisation_id", "person_id")}},
    )

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    organisation_id: Mapped[int | None] = link("organisation.id", nullable=True)
    person_id: Mapped[int | None] = link("person.id", nullable=True)
    role: Mapped[MemberRole] = mapped_column(word(MemberRole), default=MemberRole.PARTNER)
    joined_at: Mapped[Instant]


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
