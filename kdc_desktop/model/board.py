"""The walls of a session: ideas and clusters."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kdc_desktop.domain.board.colours import PLAIN, NoteColour
from kdc_desktop.domain.kit.lengths import LINE, PAGE, STATEMENT, TEXT
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.instants import Instant
from kdc_desktop.model.base import (
    ALSO_ABSENT,
    EMPTY,
    Base,
    FreeText,
    PersonName,
    Plain,
    key,
    link,
    word,
)
from kdc_desktop.model.values import BILLION, Letters, Measure, Whole, Written


class Board(Base):
    """One of several walls of a session.

    The first one has the notes that name no board, so a session with one needs no row: it gets one
    with a title of its own, at the first place, when there is another.
    """

    __tablename__ = "board"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    title: Mapped[FreeText] = mapped_column(Written(LINE))
    place_in_order: Mapped[int] = mapped_column(Whole())


class StageBoard(Base):
    """Which board a stage of the agenda shows, where it is not the first."""

    __tablename__ = "stage_board"
    __table_args__ = (UniqueConstraint("stage_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = key()
    stage_id: Mapped[int] = link("stage.id")
    board_id: Mapped[int] = link("board.id")


class Cluster(Base):
    """A named group of notes: a rectangle on the board, reached by a key from 1 to 9."""

    __tablename__ = "cluster"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    name: Mapped[FreeText] = mapped_column(Written(LINE))
    colour: Mapped[NoteColour] = mapped_column(word(NoteColour), default=NoteColour.SAND)
    number: Mapped[int] = mapped_column(Whole())  # its place in the order; 1 to 9 are keys
    x: Mapped[float]
    y: Mapped[float]
    width: Mapped[float] = mapped_column(Measure(0.0))
    height: Mapped[float] = mapped_column(Measure(0.0))
    board_id: Mapped[int | None] = link("board.id", nullable=True)


class Idea(Base):
    """One note. A merged idea is the child of another; a trashed one waits to be restored."""

    __tablename__ = "idea"

    id: Mapped[int] = key()
    session_id: Mapped[int] = link("session.id")
    text: Mapped[FreeText] = mapped_column(Written(TEXT))
    author_id: Mapped[int | None] = link("person.id", nullable=True, info=ALSO_ABSENT)
    author_text: Mapped[PersonName] = mapped_column(
        Written(TEXT), default=""
    )  # as imported, if nobody known
    sector: Mapped[Plain | None] = mapped_column(
        Letters(COUNTED)
    )  # of the author when it was written; None when unknown
    colour: Mapped[NoteColour] = mapped_column(word(NoteColour), default=PLAIN)
    x: Mapped[float]
    y: Mapped[float]
    stacking: Mapped[int] = mapped_column(Whole(-BILLION, BILLION), default=0)  # higher lies on top
    cluster_id: Mapped[int | None] = link("cluster.id", nullable=True)
    parent_id: Mapped[int | None] = link("idea.id", nullable=True)
    created_at: Mapped[Instant]
    trashed_at: Mapped[Instant | None] = mapped_column(default=None)
    details: Mapped[FreeText] = mapped_column(Written(PAGE), default="", server_default=EMPTY)
    tags: Mapped[FreeText] = mapped_column(Written(LINE), default="", server_default=EMPTY)
    minutes: Mapped[float | None] = mapped_column(Measure(0.0), default=None)  # given back a day
    link: Mapped[FreeText] = mapped_column(Written(STATEMENT), default="", server_default=EMPTY)
    board_id: Mapped[int | None] = mapped_column(
        ForeignKey("board.id", deferrable=True, initially="DEFERRED"), index=True, default=None
    )  # as `link`, the name of a column here, would make it
