"""A consortium's shared statement, and where every member stands on it over the years."""

from datetime import date

from sqlalchemy import UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import LINE, STATEMENT, TEXT
from kdc_desktop.domain.scale_keys import SCALE_KEYS
from kdc_desktop.domain.visions.pulse import QUESTION_KEYS, STEPS
from kdc_desktop.domain.visions.states import (
    AnswerWay,
    Engagement,
    ReservationEvent,
    ReservationState,
    Served,
)
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import (
    ALSO_ABSENT,
    EMPTY,
    Base,
    FreeText,
    KeptByUndo,
    PersonName,
    Plain,
    key,
    link,
    word,
)
from kdc_desktop.model.values import MOST_LEVELS, MOST_VERSIONS, Term, Whole, Written

# An asking that is open is the last one of its consortium, on the scale that this has.
_ASKED_TWICE = """
SELECT asking.id FROM asking JOIN consortium ON consortium.id = asking.consortium_id
WHERE asking.revealed_at IS NULL AND (
    asking.scale <> consortium.scale
    OR EXISTS (
        SELECT 1 FROM asking AS later
        WHERE later.consortium_id = asking.consortium_id AND later.id > asking.id
    )
)
"""
# What was typed by hand stood in the facilitator's window before; what came by the kiosk did not.
_SEEN = """
SELECT asking.id FROM asking WHERE asking.id IN :keys AND revealed_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM position WHERE position.asking_id = asking.id AND position.way = 'kiosk'
)
"""
# What calls bring is revealed at once (`is_of_calls`), so that each can still be taken back.
_ANSWERS_TOLD = """
SELECT position.id, asking_id, level, reason, would_move, at, way
FROM position JOIN asking ON asking.id = position.asking_id
WHERE position.id IN :keys AND asking.revealed_at > asking.opened_at
"""
_FELT_TWICE = """
SELECT pulse.id FROM pulse WHERE revealed_at IS NULL AND EXISTS (
    SELECT 1 FROM pulse AS later
    WHERE later.consortium_id = pulse.consortium_id AND later.id > pulse.id
)
"""
# Of two that became one the earlier answer goes, and comes back with them.
_OF_MERGERS = ("pulse", "organisation", "person_merge")
_PULSE_TOLD = """
SELECT pulse_answer.id, pulse_id, question, step
FROM pulse_answer JOIN pulse ON pulse.id = pulse_answer.pulse_id
WHERE pulse_answer.id IN :keys AND pulse.revealed_at IS NOT NULL
"""


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
    # What the sentence stands on, where it was written step by step.
    who: Mapped[FreeText] = mapped_column(Written(TEXT), default="", server_default=EMPTY)
    change: Mapped[FreeText] = mapped_column(Written(TEXT), default="", server_default=EMPTY)
    so_that: Mapped[FreeText] = mapped_column(Written(TEXT), default="", server_default=EMPTY)
    by_when: Mapped[FreeText] = mapped_column(Written(TEXT), default="", server_default=EMPTY)
    how_known: Mapped[FreeText] = mapped_column(Written(TEXT), default="", server_default=EMPTY)


class Reading(Base):
    """What the vision means for one member, in its own words."""

    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("vision_id", "member_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    vision_id: Mapped[int] = link("vision.id")
    member_id: Mapped[int] = link("member.id")
    text: Mapped[FreeText]


class Asking(Base):
    """One round of asking a consortium where it stands on a version of its vision.

    It has the scale and the agreed level of when it was opened. Without a session it is a call
    between evenings. Until it is revealed the room, pages and workbook are shown no answer, and the
    facilitator none that came by the kiosk; afterwards no answer changes.
    """

    __tablename__ = "asking"
    __table_args__ = {
        "sqlite_autoincrement": True,
        "info": {
            "kept": KeptByUndo(seen=_SEEN, broken=_ASKED_TWICE, shows=("position", "asking_id"))
        },
    }

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    vision_id: Mapped[int] = link("vision.id")
    session_id: Mapped[int | None] = link("session.id", nullable=True)
    scale: Mapped[Plain] = mapped_column(Term(SCALE_KEYS))
    agreed_level: Mapped[int] = mapped_column(Whole(0, MOST_LEVELS))
    opened_at: Mapped[Instant]
    revealed_at: Mapped[Instant | None] = mapped_column(default=None)


class Position(Base):
    """A member's level of agreement with one version, as it answered an asking.

    Those from before askings were kept have none: each version then was asked about once. Where
    two members have become one, an asking may have two answers of it; the later one stands.
    """

    __tablename__ = "position"
    __table_args__ = {
        "sqlite_autoincrement": True,
        "info": {"kept": KeptByUndo(("asking",), said=_ANSWERS_TOLD)},
    }

    id: Mapped[int] = key()
    vision_id: Mapped[int] = link("vision.id")
    member_id: Mapped[int] = link("member.id")
    level: Mapped[int] = mapped_column(Whole(0, MOST_LEVELS))
    reason: Mapped[FreeText] = mapped_column(default="")
    would_move: Mapped[FreeText] = mapped_column(default="")  # "what would move me one step"
    at: Mapped[Instant]
    asking_id: Mapped[int | None] = link("asking.id", nullable=True)
    way: Mapped[AnswerWay] = mapped_column(
        word(AnswerWay), default=AnswerWay.HAND, server_default=text("'hand'")
    )
    # The delegate who said it.
    said_by_id: Mapped[int | None] = link("person.id", nullable=True, info=ALSO_ABSENT)


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
    # Who of the people takes care of it; `owner` is the name of somebody else.
    owner_id: Mapped[int | None] = link("person.id", nullable=True, info=ALSO_ABSENT)


class ReservationStep(Base):
    """What happened to a reservation after it was raised, and by what."""

    __tablename__ = "reservation_step"

    id: Mapped[int] = key()
    reservation_id: Mapped[int] = link("reservation.id")
    event: Mapped[ReservationEvent] = mapped_column(word(ReservationEvent))
    at: Mapped[Instant]
    vision_id: Mapped[int | None] = link("vision.id", nullable=True)
    commitment_id: Mapped[int | None] = link("commitment.id", nullable=True)
    asking_id: Mapped[int | None] = link("asking.id", nullable=True)
    note: Mapped[FreeText] = mapped_column(Written(STATEMENT), default="")


class Commitment(Base):
    """Who gives what by when."""

    __tablename__ = "commitment"

    id: Mapped[int] = key()
    member_id: Mapped[int] = link("member.id")
    what: Mapped[FreeText] = mapped_column(Written(LINE))
    due_on: Mapped[date | None] = mapped_column(default=None)
    done_at: Mapped[Instant | None] = mapped_column(default=None)
    created_at: Mapped[Instant]
    reservation_id: Mapped[int | None] = link("reservation.id", nullable=True)  # that it meets


class Stake(Base):
    """An interest of a member, in its own words."""

    __tablename__ = "stake"

    id: Mapped[int] = key()
    member_id: Mapped[int] = link("member.id")
    text: Mapped[FreeText] = mapped_column(Written(STATEMENT))
    created_at: Mapped[Instant]


class StakeServed(Base):
    """How far one version serves a stake."""

    __tablename__ = "stake_served"
    __table_args__ = (UniqueConstraint("stake_id", "vision_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    stake_id: Mapped[int] = link("stake.id")
    vision_id: Mapped[int] = link("vision.id")
    served: Mapped[Served] = mapped_column(word(Served))


class Estimate(Base):
    """Where the facilitator sees a member, and where it is needed; for nobody else's eyes."""

    __tablename__ = "estimate"

    id: Mapped[int] = key()
    member_id: Mapped[int] = link("member.id")
    now: Mapped[Engagement] = mapped_column(word(Engagement))
    needed: Mapped[Engagement] = mapped_column(word(Engagement))
    at: Mapped[Instant]


class Pulse(Base):
    """One round of five short questions to a consortium; hidden until it is revealed."""

    __tablename__ = "pulse"
    __table_args__ = {
        "sqlite_autoincrement": True,
        "info": {"kept": KeptByUndo(broken=_FELT_TWICE, shows=("pulse_answer", "pulse_id"))},
    }

    id: Mapped[int] = key()
    consortium_id: Mapped[int] = link("consortium.id")
    session_id: Mapped[int | None] = link("session.id", nullable=True)
    opened_at: Mapped[Instant]
    revealed_at: Mapped[Instant | None] = mapped_column(default=None)


class PulseAnswer(Base):
    """What a member answered to one of the questions."""

    __tablename__ = "pulse_answer"
    __table_args__ = (
        UniqueConstraint("pulse_id", "member_id", "question"),
        {"sqlite_autoincrement": True, "info": {"kept": KeptByUndo(_OF_MERGERS, said=_PULSE_TOLD)}},
    )

    id: Mapped[int] = key()
    pulse_id: Mapped[int] = link("pulse.id")
    member_id: Mapped[int] = link("member.id")
    question: Mapped[Plain] = mapped_column(Term(QUESTION_KEYS))
    step: Mapped[int] = mapped_column(Whole(1, STEPS))
    at: Mapped[Instant]
