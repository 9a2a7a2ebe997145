"""What people and organisations offer and need, beyond an evening; and which of it has met."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import LINE, STATEMENT
from kdc_desktop.domain.offers.states import FitState, OfferEnd, OfferKind
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import ALSO_ABSENT, BORN_THERE, Base, FreeText, key, link, word
from kdc_desktop.model.values import Written


class Offer(Base):
    """What somebody has to give or looks for, until it has ended.

    Exactly one of organisation and person is set; a department stands with its organisation.
    """

    __tablename__ = "offer"
    __table_args__ = {
        "sqlite_autoincrement": True,
        "info": {"one_of": ("organisation_id", "person_id")},
    }

    id: Mapped[int] = key()
    kind: Mapped[OfferKind] = mapped_column(word(OfferKind))
    text: Mapped[FreeText] = mapped_column(Written(STATEMENT))
    person_id: Mapped[int | None] = link("person.id", nullable=True, info=ALSO_ABSENT)
    organisation_id: Mapped[int | None] = link("organisation.id", nullable=True)
    department_id: Mapped[int | None] = link("department.id", nullable=True)
    # Where it was said; None where it was between evenings.
    session_id: Mapped[int | None] = link("session.id", nullable=True, info=BORN_THERE)
    created_at: Mapped[Instant]
    ended_at: Mapped[Instant | None] = mapped_column(default=None)
    # How it ended, where it has.
    end: Mapped[OfferEnd | None] = mapped_column(word(OfferEnd), default=None)


class OfferMatch(Base):
    """An offer and a need whose people have agreed to talk, or of which was said: no fit."""

    __tablename__ = "offer_match"
    __table_args__ = (UniqueConstraint("offer_id", "need_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    offer_id: Mapped[int] = link("offer.id")
    need_id: Mapped[int] = link("offer.id")
    session_id: Mapped[int | None] = link("session.id", nullable=True, info=BORN_THERE)
    state: Mapped[FitState] = mapped_column(word(FitState), default=FitState.AGREED)
    at: Mapped[Instant]
    note: Mapped[FreeText] = mapped_column(Written(LINE), default="")
