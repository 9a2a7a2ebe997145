"""Who was there, and when they came and went."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import AboutPerson, Base, key, link, word
from kdc_desktop.model.values import Written


class Attendance(Base):
    """A person in a session."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("session_id", "person_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    person_id: Mapped[int] = link("person.id")
    role: Mapped[AttendanceRole] = mapped_column(
        word(AttendanceRole), default=AttendanceRole.PARTICIPANT
    )
    may_vote: Mapped[bool] = mapped_column(default=True)
    badge: Mapped[AboutPerson] = mapped_column(Written(LINE), default="")
    state: Mapped[AttendanceState] = mapped_column(
        word(AttendanceState), default=AttendanceState.REGISTERED
    )
    arrived_at: Mapped[Instant | None] = mapped_column(default=None)


class Passage(Base):
    """One line of the in/out log of an attendance."""

    __tablename__ = "passage"

    id: Mapped[int] = key()
    attendance_id: Mapped[int] = link("attendance.id")
    at: Mapped[Instant]
    inwards: Mapped[bool]
