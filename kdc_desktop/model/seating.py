"""Rounds of tables: who sat with whom, and whether they met."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import NAME, TEXT
from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import Base, FreeText, key, link, word
from kdc_desktop.model.values import BILLION, Whole, Written


class SeatingRound(Base):
    """Everybody in the room at tables, for a while; a `seed` gives the same tables again."""

    __tablename__ = "seating_round"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    stage_id: Mapped[int | None] = link("stage.id", nullable=True)
    kind: Mapped[RoundKind] = mapped_column(word(RoundKind))
    title: Mapped[FreeText] = mapped_column(Written(NAME), default="")
    place_in_order: Mapped[int] = mapped_column(Whole())
    seats: Mapped[int] = mapped_column(Whole(1))  # at each table, as planned
    seed: Mapped[int] = mapped_column(Whole(0, BILLION), default=0)
    made_at: Mapped[Instant]


class SeatingTable(Base):
    """One table of a round; what was worked out there lies in its cluster."""

    __tablename__ = "seating_table"
    __table_args__ = (
        UniqueConstraint("round_id", "place_in_order"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = key()
    round_id: Mapped[int] = link("seating_round.id")
    place_in_order: Mapped[int] = mapped_column(Whole())  # 0 is A
    topic: Mapped[FreeText] = mapped_column(Written(TEXT), default="")
    consortium_id: Mapped[int | None] = link("consortium.id", nullable=True)
    cluster_id: Mapped[int | None] = link("cluster.id", nullable=True)
    met_at: Mapped[Instant | None] = mapped_column(default=None)


class Seat(Base):
    """Somebody at a table; of neighbours in order two talk first."""

    __tablename__ = "seat"
    __table_args__ = (UniqueConstraint("round_id", "person_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    round_id: Mapped[int] = link("seating_round.id")
    table_id: Mapped[int] = link("seating_table.id")
    person_id: Mapped[int] = link("person.id")
    place_in_order: Mapped[int] = mapped_column(Whole())
    role: Mapped[SeatRole] = mapped_column(word(SeatRole), default=SeatRole.GUEST)
    pinned: Mapped[bool] = mapped_column(default=False)
    came: Mapped[bool] = mapped_column(default=True)
