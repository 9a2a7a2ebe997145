"""One vote being held: its options, electorate, and papers, which nothing joins to the roll."""

from sqlalchemy import BigInteger, ForeignKey, Integer, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.kit.lengths import LINE, NAME, TEXT
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.polls.hiding import SMALLEST_GROUP, SMALLEST_GROUP_RANGE
from kdc_desktop.domain.polls.methods import KEYS
from kdc_desktop.domain.polls.states import (
    Channel,
    Order,
    PollEvent,
    PollState,
    PollSubject,
    Secrecy,
    SlipState,
    VotesBy,
)
from kdc_desktop.domain.polls.terms import MOST_LEVEL
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import (
    EMPTY,
    NO,
    UNJOURNALED,
    Base,
    FreeText,
    KeptByUndo,
    Plain,
    key,
    link,
    word,
)
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.values import BILLION, MANY_THINGS, Letters, Term, Whole, Written

# The random key is SQLite's row number itself, so no hidden number tells the order of papers.
_RANDOM_KEY = BigInteger().with_variant(Integer(), "sqlite")

# Who could vote in a poll that is over is told with what it came to.
_OF_POLLS_THAT_ARE_OVER = """
SELECT elector.id, elector.gone FROM elector JOIN poll ON poll.id = elector.poll_id
WHERE elector.id IN :keys AND poll.state <> 'open'
"""
# What is on a ballot paper just now stays as it says there.
_IDEAS_VOTED_ON = """
SELECT id, text, parent_id, trashed_at FROM idea WHERE id IN :keys AND EXISTS (
    SELECT 1 FROM option JOIN poll ON poll.id = option.poll_id
    WHERE option.idea_id = idea.id AND poll.state = 'open' AND poll.trashed_at IS NULL
)
"""
_CLUSTERS_VOTED_ON = """
SELECT id, name FROM cluster WHERE id IN :keys AND EXISTS (
    SELECT 1 FROM option JOIN poll ON poll.id = option.poll_id
    WHERE option.cluster_id = cluster.id AND poll.state = 'open' AND poll.trashed_at IS NULL
)
"""


class Poll(Base):
    """A question to the room; papers are counted when it is closed, shown when it is revealed."""

    __tablename__ = "poll"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    stage_id: Mapped[int | None] = link("stage.id", nullable=True)
    question: Mapped[FreeText] = mapped_column(Written(LINE))
    method: Mapped[Plain] = mapped_column(Term(KEYS))
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
    rule: Mapped[Plain] = mapped_column(Written(NAME), default="", server_default=EMPTY)
    ordered_by: Mapped[Order] = mapped_column(
        word(Order), default=Order.TOTAL, server_default=text("'total'")
    )
    most_on_one: Mapped[int] = mapped_column(Whole(), default=0, server_default=NO)  # 0: any number
    lowest: Mapped[int] = mapped_column(
        Whole(-MOST_LEVEL, MOST_LEVEL), default=0, server_default=NO
    )
    highest: Mapped[int] = mapped_column(
        Whole(-MOST_LEVEL, MOST_LEVEL), default=5, server_default=text("5")
    )
    total: Mapped[int] = mapped_column(Whole(0, BILLION), default=0, server_default=NO)
    votes_by: Mapped[VotesBy] = mapped_column(
        word(VotesBy), default=VotesBy.PERSON, server_default=text("'person'")
    )
    round_of: Mapped[int | None] = mapped_column(Whole(), default=None)  # the poll before it
    paused_at: Mapped[Instant | None] = mapped_column(default=None)
    closes_at: Mapped[Instant | None] = mapped_column(default=None)
    voided_at: Mapped[Instant | None] = mapped_column(default=None)


class PollStep(Base):
    """What was done with a poll, when and why: it is told with the result.

    `number` is of people, minutes or marks, by what was done.
    """

    __tablename__ = "poll_step"

    id: Mapped[int] = key()
    poll_id: Mapped[int] = link("poll.id")
    event: Mapped[PollEvent] = mapped_column(word(PollEvent))
    number: Mapped[int] = mapped_column(Whole(), default=0)
    reason: Mapped[FreeText] = mapped_column(Written(TEXT), default="")
    at: Mapped[Instant]


class Criterion(Base):
    """What the options of a poll are judged by, and its weight beside the others'."""

    __tablename__ = "criterion"
    __table_args__ = (UniqueConstraint("poll_id", "number"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    poll_id: Mapped[int] = link("poll.id")
    number: Mapped[int] = mapped_column(Whole(1))
    name: Mapped[FreeText] = mapped_column(Written(LINE))
    weight: Mapped[int] = mapped_column(Whole())


class Option(Base):
    """What is voted on: an idea, a cluster, or what was written; with its title as it was then."""

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
    cost: Mapped[int] = mapped_column(Whole(0, BILLION), default=0, server_default=NO)


class Elector(Base):
    """Who may vote in a poll, with the sector they counted in when it opened."""

    __tablename__ = "elector"
    __table_args__ = (
        UniqueConstraint("poll_id", "person_id"),
        {
            "sqlite_autoincrement": True,
            "info": {"kept": KeptByUndo(said=_OF_POLLS_THAT_ARE_OVER, taken_away=False)},
        },
    )

    id: Mapped[int] = key()
    poll_id: Mapped[int] = link("poll.id")
    person_id: Mapped[int] = link("person.id")
    sector: Mapped[Plain] = mapped_column(Letters(COUNTED))
    # Whose one vote they may use, where organisations vote: its number then, whatever became of it.
    organisation_id: Mapped[int | None] = mapped_column(Whole(), default=None)
    late: Mapped[bool] = mapped_column(default=False, server_default=NO)  # let in while it was open
    gone: Mapped[bool] = mapped_column(default=False, server_default=NO)  # left without voting


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
    """What a paper says of an option, or of a part of it: see `domain.polls.cast.Spot`."""

    __tablename__ = "ballot_mark"
    __table_args__ = {"info": UNJOURNALED, "sqlite_with_rowid": False}

    paper_id: Mapped[int] = mapped_column(
        _RANDOM_KEY, ForeignKey("ballot_paper.id"), primary_key=True
    )
    option_id: Mapped[int] = mapped_column(ForeignKey("option.id"), primary_key=True, index=True)
    part: Mapped[int] = mapped_column(
        Whole(), primary_key=True, autoincrement=False, default=0, server_default=NO
    )
    marks: Mapped[int] = mapped_column(Whole(-MANY_THINGS, MANY_THINGS))


class Slip(Base):
    """A numbered paper that was printed: where it is, never what was written on it.

    `sector` is printed on it in a sector-only poll; `person_id` is who has it in a named one.
    """

    __tablename__ = "slip"
    __table_args__ = {"info": UNJOURNALED, "sqlite_with_rowid": False}

    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Whole(1), primary_key=True, autoincrement=False)
    state: Mapped[SlipState] = mapped_column(word(SlipState), default=SlipState.PRINTED)
    sector: Mapped[Plain | None] = mapped_column(Letters(COUNTED), default=None)
    person_id: Mapped[int | None] = mapped_column(Whole(), default=None)


class HandCount(Base):
    """Hands counted in the room for one option, and where there is a scale for one level of it.

    They may have been counted by sector: each has a row of its own then.
    """

    __tablename__ = "hand_count"

    id: Mapped[int] = key()
    poll_id: Mapped[int] = link("poll.id")
    option_id: Mapped[int] = link("option.id")
    hands: Mapped[int] = mapped_column(Whole())
    level: Mapped[int] = mapped_column(
        Whole(-MOST_LEVEL, MOST_LEVEL), default=1, server_default=text("1")
    )
    sector: Mapped[Plain | None] = mapped_column(Letters(COUNTED), default=None)


Base.metadata.tables[Idea.__tablename__].info["kept"] = KeptByUndo(said=_IDEAS_VOTED_ON)
Base.metadata.tables[Cluster.__tablename__].info["kept"] = KeptByUndo(said=_CLUSTERS_VOTED_ON)
