"""One vote being held: its options, electorate, and papers, which nothing joins to the roll."""

from sqlalchemy import BigInteger, ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import LINE, TEXT
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.polls.ranking import SMALLEST_GROUP, SMALLEST_GROUP_RANGE
from kdc_desktop.domain.polls.states import Channel, Method, PollState, PollSubject, Secrecy
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import UNJOURNALED, Base, FreeText, Plain, key, link, word
from kdc_desktop.model.values import Letters, Whole, Written

# The random key is SQLite's row number itself, so no hidden number tells the order of papers.
_RANDOM_KEY = BigInteger().with_variant(Integer(), "sqlite")


class Poll(Base):
    """A question to the room; papers are counted when it is closed, shown when it is revealed."""

    __tablename__ = "poll"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    stage_id: Mapped[int | None] = link("stage.id", nullable=True)
    question: Mapped[FreeText] = mapped_column(Written(LINE))
    method: Mapped[Method] = mapped_column(word(Method))
    marks_each: Mapped[int] = mapped_column(
        Whole()
    )  # how many marks a voter may give; 0 is no limit
    stacking: Mapped[bool]  # several marks on one option
    secrecy: Mapped[Secrecy] = mapped_column(word(Secrecy))
    subject: Mapped[PollSubject] = mapped_column(word(PollSubject))
    smallest_group: Mapped[int] = mapped_column(
        Whole(*SMALLEST_GROUP_RANGE), default=SMALLEST_GROUP
    )
    state: Mapped[PollState] = mapped_column(word(PollState), default=PollState.DRAFT)
    hands_people: Mapped[int] = mapped_column(
        Whole(), default=0
    )  # how many took part by show of hands
    created_at: Mapped[Instant]
    opened_at: Mapped[Instant | None] = mapped_column(default=None)
    closed_at: Mapped[Instant | None] = mapped_column(default=None)
    revealed_at: Mapped[Instant | None] = mapped_column(default=None)
    trashed_at: Mapped[Instant | None] = mapped_column(default=None)


class Option(Base):
    """What is voted on: an idea or a cluster, with its title as it was then."""

    __tablename__ = "option"

    id: Mapped[int] = key()
    poll_id: Mapped[int] = link("poll.id")
    place_in_order: Mapped[int] = mapped_column(Whole())
    title: Mapped[FreeText] = mapped_column(Written(TEXT))
    idea_id: Mapped[int | None] = link("idea.id", nullable=True)
    cluster_id: Mapped[int | None] = link("cluster.id", nullable=True)
    # The place of the option that it counts as one with: their ideas were merged before the result
    # was announced.
    counted_with: Mapped[int | None] = mapped_column(Whole(), default=None)


class Elector(Base):
    """Who may vote in a poll, with the sector they counted in when it opened."""

    __tablename__ = "elector"
    __table_args__ = (UniqueConstraint("poll_id", "person_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    poll_id: Mapped[int] = link("poll.id")
    person_id: Mapped[int] = link("person.id")
    sector: Mapped[Plain] = mapped_column(Letters(COUNTED))


class PollUrn(Base):
    """Where roll and papers are while a poll that is not named is open: in an urn with this key.

    `poured`: they are in the tables below, and the urn is still to be destroyed.
    """

    __tablename__ = "poll_urn"
    __table_args__ = {"info": UNJOURNALED}

    poll_id: Mapped[int] = mapped_column(
        ForeignKey("poll.id"), primary_key=True, autoincrement=False
    )
    key: Mapped[Plain]
    poured: Mapped[bool] = mapped_column(default=False)


class RollEntry(Base):
    """Who has voted, and through which channel. No time, no order, no key of a paper."""

    __tablename__ = "voter_roll"
    __table_args__ = {"info": UNJOURNALED, "sqlite_with_rowid": False}

    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    channel: Mapped[Channel] = mapped_column(word(Channel))


class BallotPaper(Base):
    """What was voted; it names a person in a named poll, a sector in a sector-only one."""

    __tablename__ = "ballot_paper"
    __table_args__ = (UniqueConstraint("poll_id", "person_id"), {"info": UNJOURNALED})

    id: Mapped[int] = mapped_column(_RANDOM_KEY, primary_key=True, autoincrement=False)
    poll_id: Mapped[int] = link("poll.id")
    person_id: Mapped[int | None] = link("person.id", nullable=True)
    sector: Mapped[Plain | None] = mapped_column(Letters(COUNTED))


class BallotMark(Base):
    """How many marks a paper gives to an option."""

    __tablename__ = "ballot_mark"
    __table_args__ = {"info": UNJOURNALED, "sqlite_with_rowid": False}

    paper_id: Mapped[int] = mapped_column(
        _RANDOM_KEY, ForeignKey("ballot_paper.id"), primary_key=True
    )
    option_id: Mapped[int] = mapped_column(ForeignKey("option.id"), primary_key=True, index=True)
    marks: Mapped[int] = mapped_column(Whole())


class HandCount(Base):
    """Hands counted in the room for one option."""

    __tablename__ = "hand_count"
    __table_args__ = (UniqueConstraint("poll_id", "option_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    poll_id: Mapped[int] = link("poll.id")
    option_id: Mapped[int] = link("option.id")
    hands: Mapped[int] = mapped_column(Whole())
