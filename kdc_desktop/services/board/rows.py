"""What the questions of the board answer with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kdc_desktop.instants import Instant


class IdeaRow(NamedTuple):
    """One note as it lies on the board. A named tuple, because thousands are read at once.

    `colour` is the key of a `NoteColour`; `has_more` says that there are details;
    `merged` counts the ideas behind it; `marks` is what it got in the last revealed poll over
    ideas, None where there is none.
    """

    id: int
    text: str
    colour: str
    x: float
    y: float
    stacking: int
    cluster_id: int | None
    sector: str | None
    author: str
    has_more: bool = False
    merged: int = 0
    marks: int | None = None


@dataclass(frozen=True)
class ClusterRow:
    """A cluster with the number of notes that lie in it."""

    id: int
    name: str
    number: int
    x: float
    y: float
    width: float
    height: float
    ideas: int


class Described(NamedTuple):
    """What may be said of an idea beside its text; `tags` are words with commas between them.

    `minutes` are those that it gives back a day, None where nobody has said.
    """

    details: str = ""
    tags: str = ""
    minutes: float | None = None
    link: str = ""


@dataclass(frozen=True)
class MergedRow:
    """An idea behind another one."""

    id: int
    text: str
    author: str
    sector: str | None
    described: Described


@dataclass(frozen=True)
class IdeaDetail:
    """All that is known of one idea; `merged` are the first behind it, `more` counts the others."""

    id: int
    session_id: int
    text: str
    author_id: int | None
    author: str
    organisation: str
    sector: str | None
    colour: str
    cluster_id: int | None
    cluster: str
    written_at: datetime
    marks: int | None
    merged: tuple[MergedRow, ...]
    described: Described
    more: int = 0


@dataclass(frozen=True)
class TrashRow:
    """An idea in the trash; `since` is when it came there, by the clock of the room.

    `board` is the title of the one that it comes back to, where there are several.
    """

    id: int
    text: str
    author: str
    sector: str | None
    trashed_at: Instant
    since: datetime
    board: str = ""


class AsideRow(NamedTuple):
    """An idea that is not on the board: merged into another one, in the trash, or both."""

    id: int
    parent_id: int | None
    trashed: bool


@dataclass(frozen=True)
class BoardCounts:
    """How many notes lie on the board, in no cluster, behind others and in the trash."""

    ideas: int
    unclustered: int
    merged: int
    trashed: int
    silent: bool


def counts_of(
    ideas: int, unclustered: int, aside: Mapping[int, AsideRow], *, silent: bool
) -> BoardCounts:
    """The counts of a board with so many notes, and of what is `aside` of it, by id."""
    trashed = {key for key, row in aside.items() if row.trashed}
    merged = [
        key
        for key, row in aside.items()
        if row.parent_id is not None and not trashed & {key, row.parent_id}
    ]
    return BoardCounts(ideas, unclustered, len(merged), len(trashed), silent)


@dataclass(frozen=True)
class AuthorRow:
    """Somebody in the session who can be named as the author of an idea.

    `apart` tells them from others of the name.
    """

    id: int
    name: str
    organisation: str
    sector: str
    apart: str = ""


@dataclass(frozen=True)
class SimilarPair:
    """Two ideas on the board with their texts; `ids` has the earlier one first."""

    ids: tuple[int, int]
    texts: tuple[str, str]
