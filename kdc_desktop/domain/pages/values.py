"""A document as plain values: whoever writes it decides on type and paper, and adds nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Manner(StrEnum):
    """How a paragraph reads: as text, quietly, as what a group has written, or as the first."""

    BODY = "body"
    QUIET = "quiet"
    QUOTED = "quoted"
    LEAD = "lead"


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the document, and it stays with what follows."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Sentences; line breaks in them are kept."""

    text: str
    manner: Manner = Manner.BODY


@dataclass(frozen=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table; its head stands on every page that it takes.

    `shares` say how wide each column is beside the others; `numbers` are the places of columns
    that are set to the right. `tall`: rows have room to be written in by hand.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    tall: bool = False


@dataclass(frozen=True)
class Picture:
    """What the room saw; the writer is handed what `name` looks like, on one picture or several.

    `words` are for who cannot see it. Without any picture nothing is written, `above` neither.
    """

    name: str
    words: str
    above: str = ""


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Grid | Picture | PageBreak
Pictures = Mapping[str, Sequence[bytes]]
"""By the name of a `Picture`: what it looks like, as PNG."""


@dataclass(frozen=True)
class Document:
    """Blocks in their order; `foot` stands at the foot of each page, beside its number."""

    title: str
    foot: str
    blocks: tuple[Block, ...]


class PaperSize(StrEnum):
    """What is printed on."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def millimetres(self) -> tuple[float, float]:
        """How wide and high it is."""
        return (210.0, 297.0) if self is PaperSize.A4 else (215.9, 279.4)
