"""Who would work on which winner, and as what."""

from sqlalchemy import UniqueConstraint
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
