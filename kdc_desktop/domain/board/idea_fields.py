"""What the columns of a list of ideas can hold, and what is known of those of one list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class IdeaField(StrEnum):
    """What a column tells of an idea.

    `VOTES` are those that it got elsewhere. `NOTE` goes into the details with the name of its
    column. `STATUS` says which are no longer of use. `ID` and `WRITTEN` are of a workbook of ours.
    """

    IDEA = "idea"
    DETAILS = "details"
    AUTHOR = "author"
    EMAIL = "email"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    CLUSTER = "cluster"
    TAGS = "tags"
    VOTES = "votes"
    MINUTES = "minutes"
    LINK = "link"
    NOTE = "note"
    STATUS = "status"
    ID = "id"
    WRITTEN = "written"


class SetAside(StrEnum):
    """Why a row of a list does not come in by itself: what it is, or where it lies."""

    ARCHIVED = "archived"
    HIDDEN = "hidden"
    NO_IDEA = "no_idea"
    NO_ANSWER = "no_answer"
    SAID_AGAIN = "said_again"


IdeaColumns = Mapping[int, IdeaField]
"""The place of a column → what it holds. Several columns may hold one field."""


@dataclass(frozen=True)
class IdeaPlan:
    """How a list is read. `tool` is whose export it is, "" where that was guessed.

    `sure` says that the columns are called as ideas are, so that nothing had to be inferred from
    what lies in them. With `one_idea` several columns of ideas, or of details, are one in several
    languages, and the first that is filled counts; else each column of ideas makes one. `meanings`
    says for a status column what its words mean (folded) where the tool knows better than the
    words, `blanks` are folded words that stand for an empty cell.
    """

    columns: IdeaColumns
    tool: str = ""
    sure: bool = False
    one_idea: bool = False
    meanings: Mapping[int, Mapping[str, SetAside]] = field(default_factory=dict)
    blanks: frozenset[str] = frozenset()

    def of(self, *fields: IdeaField) -> tuple[int, ...]:
        """The places of the columns that hold one of these, in the order of the sheet."""
        return tuple(sorted(place for place, held in self.columns.items() if held in fields))


@dataclass(frozen=True)
class IdeaChoices:
    """What somebody chose for a list of ideas: the table, its columns, and what comes in too.

    `columns` replaces what was found; `named` says it for some columns, by their headers, None for
    one that is not taken.
    """

    table: str | None = None
    columns: IdeaColumns | None = None
    named: Mapping[str, IdeaField | None] = field(default_factory=dict)
    include_hidden: bool = False
    include_archived: bool = False
