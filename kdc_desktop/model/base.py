"""The base of every mapped class, and the few column shapes that they share."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from sqlalchemy import Column, Dialect, ForeignKey, MetaData, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

from kdc_desktop.errors import UnknownWordError
from kdc_desktop.instants import Instant
from kdc_desktop.model.values import Day, InstantInUtc, Measure, Moment, Written

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Rows of these tables never enter the journal: a time beside a paper would break secrecy.
UNJOURNALED = {"journal": False}

# Whose rows stand for people, and whose for sessions: storage finds by foreign keys what belongs
# to one of them, so it needs to know no table by name.
PERSON_ROWS = {"person": True}
SESSION_ROWS = {"session": True}
ALSO_ABSENT = {"also_absent": True}
"""Marks a link to a person who need not have been in the session, such as an author."""
BORN_THERE = {"born_there": True}
"""Marks a link to the session of a row that may have come from outside any."""
FOR_THEMSELVES = {"for_themselves": True}
"""Marks a link to a person who is in something for themselves: others are told no name."""
TAKES_UP = {"takes_up": True}
"""Marks a link to a row of before, which belongs from then on to the session of this row, too."""


REVEALED = "revealed_at"  # untranslated: the column that says when a row was shown


class KeptByUndo(NamedTuple):
    """What undo and redo leave as it is in the rows of a table, in the words of SQL.

    `said` tells of rows by their `:keys` what stays, unless the step takes rows of one of the
    tables along that `unless` names. No step takes a row away where `taken_away` is false.
    `seen` tells which of rows by their `:keys` have shown what nobody knew: those stay shown.
    `broken` finds what a step may not leave behind. `shows` is a table whose rows are shown with
    one as soon as it is `REVEALED`, and its column that leads to it: where some came between, or
    went, no step that reveals it is done again.
    """

    unless: tuple[str, ...] = ()
    said: str = ""
    taken_away: bool = True
    seen: str = ""
    broken: str = ""
    shows: tuple[str, str] | None = None


class Personal(StrEnum):
    """What becomes of the text in a column when a person is forgotten."""

    NAME = "name"  # a person's name: the pseudonym takes its place
    ABOUT = "about"  # about the person of the row: it is emptied
    TEXT = "text"  # words of people: a name of more than one word gives way to the pseudonym
    NOTHING = "nothing"  # says nothing of a person: it stays


# The server default of a text that is younger than its table: images in the journal from before it
# do not say it, and put their rows back with this.
EMPTY = text("''")
NO = text("0")  # the same of a flag

PersonName = Annotated[str, mapped_column(info={"personal": Personal.NAME})]
AboutPerson = Annotated[str, mapped_column(info={"personal": Personal.ABOUT})]
FreeText = Annotated[str, mapped_column(info={"personal": Personal.TEXT})]
Plain = Annotated[str, mapped_column(info={"personal": Personal.NOTHING})]


class Base(DeclarativeBase):
    """A row of a club file."""

    metadata = MetaData(naming_convention=NAMING)
    # What a type or a column of its own does not say otherwise.
    type_annotation_map = {
        str: Written(),
        float: Measure(),
        datetime: Moment(),
        date: Day(),
        Instant: InstantInUtc(),
    }
    # A number is never given twice, so undo can put a row back under its own.
    __table_args__: Any = {"sqlite_autoincrement": True}


def personal(column: Column[Any]) -> Personal | None:
    """What a column of text says of people; None for other columns, and for words of enums.

    Every column of text is declared as one of the four kinds, so that none is forgotten.
    """
    return column.info.get("personal")


def link(target: str, *, index: bool = True, nullable: bool = False, **more: Any) -> Mapped[Any]:
    """A foreign key that is checked at commit, so that undo may put rows back in any order."""
    return mapped_column(
        ForeignKey(target, deferrable=True, initially="DEFERRED"),
        index=index,
        nullable=nullable,
        **more,
    )


def key() -> Mapped[int]:
    """The row's number in its table: stable for ever, shown in exports as its id."""
    return mapped_column(primary_key=True)


class Word(TypeDecorator[StrEnum]):
    """Text in the file, a member of an enum in Python; see `word`."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Text
    cache_ok: bool | None = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def bind_processor(self, _dialect: Dialect) -> Callable[[StrEnum | str | None], str | None]:
        """A member, or text equal to one; anything else is a bug."""
        values: dict[str | None, str | None] = {each: each.value for each in self.words}
        values[None] = None

        def to_file(said: StrEnum | str | None) -> str | None:
            if said in values:
                return values[said]
            raise ValueError(f"{said!r} is not a valid {self.words.__name__}")

        return to_file

    def result_processor(
        self, _dialect: Dialect, _coltype: object
    ) -> Callable[[str | None], StrEnum | None]:
        """The member that a row says, looked up at once because whole rooms are read by it."""
        members: dict[str | None, StrEnum | None] = {each.value: each for each in self.words}
        members[None] = None

        def from_file(said: str | None) -> StrEnum | None:
            try:
                return members[said]
            except KeyError:
                raise UnknownWordError(said, self.words) from None

        return from_file


def word(words: type[StrEnum]) -> Word:
    """The type of a column that holds one of the words of an enum, as text in the file.

    It takes members and text that equals one. A row that says another word, because a newer
    version of the program wrote it, raises `UnknownWordError` when it is read.
    """
    return Word(words)
