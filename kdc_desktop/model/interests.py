"""Who would work on which winner, and as what."""

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.model.base import Base, FreeText, key, link, word
from kdc_desktop.model.values import Whole


class Interest(Base):
    """A person's wish to join the work on a winner: first to third choice."""

    __tablename__ = "interest"
    __table_args__ = (UniqueConstraint("person_id", "winner_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    person_id: Mapped[int] = link("person.id")
    winner_id: Mapped[int] = link("winner.id")
    choice: Mapped[int] = mapped_column(Whole(1, 3))  # 1 to 3
    role: Mapped[MemberRole] = mapped_column(word(MemberRole), default=MemberRole.PARTNER)
    offers: Mapped[FreeText] = mapped_column(default="")
    needs: Mapped[FreeText] = mapped_column(default="")


class OrganisationInterest(Base):
    """The wish of an organisation, or a department of one, to join the work on a winner."""

    __tablename__ = "organisation_interest"
    __table_args__ = (
        Index(
            "uq_organisation_interest_whole",
            "organisation_id",
            "winner_id",
            unique=True,
            sqlite_where=text("department_id IS NULL"),
        ),
        Index(
            "uq_organisation_interest_department",
            "department_id",
            "winner_id",
            unique=True,
            sqlite_where=text("department_id IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    organisation_id: Mapped[int] = link("organisation.id")
    department_id: Mapped[int | None] = link("department.id", nullable=True)
    winner_id: Mapped[int] = link("winner.id")
    choice: Mapped[int] = mapped_column(Whole(1, 3))  # 1 to 3
    role: Mapped[MemberRole] = mapped_column(word(MemberRole), default=MemberRole.PARTNER)
    offers: Mapped[FreeText] = mapped_column(default="")
    needs: Mapped[FreeText] = mapped_column(default="")
