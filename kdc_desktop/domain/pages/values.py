"""A document as plain values: whoever writes it decides on type and paper, and adds nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum

from kdc_desktop.domain.polls.slip_paper import SlipWords
from kdc_desktop.domain.polls.slip_sheet import SlipShape
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant

_FEW = 8  # rows


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
class PageTable:
    """A table; its head stands on every page that it takes.

    `shares` say how wide each column is beside the others; `numbers` are the places of columns
    that are set to the right. `tall`: rows have room to be written in by hand. `large`: it is read
    from afar.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    tall: bool = False
    large: bool = False

    @property
    def stays_whole(self) -> bool:
        """Whether it has so few rows that no page ends between them."""
        return len(self.rows) <= _FEW


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


class CardShape(StrEnum):
    """What cards are cut or folded to."""

    BADGE = "badge"  # 90 × 54 mm, ten a sheet
    TENT = "tent"  # a sheet folded in the middle, read from both sides
    PLACE = "place"  # half a sheet, folded and read the same way
    SLIP = "slip"  # a quarter of a sheet
    HALF = "half"  # half a sheet
    TABLE = "table"  # half a sheet, with what stands in its corner larger than all else
    STRIP = "strip"  # an eighth of a sheet: what is second in its pairs is large


@dataclass(frozen=True)
class PaperCard:
    """A card to cut out. `sector` is a letter; `corner` stands large in a corner.

    `pairs` are a short table, `choices` stand in columns, `blanks` have a line to write on after
    them; what is `ruled` are lines without words.
    """

    title: str
    below: str = ""
    sector: str = ""
    corner: str = ""
    above: str = ""
    choices: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    ruled: int = 0
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class CardSheet:
    """Cards of one shape on sheets of their own."""

    shape: CardShape
    cards: tuple[PaperCard, ...]


@dataclass(frozen=True)
class NumberedSlip:
    """What stands on one slip alone: its number, what its code says, and its sector, if any."""

    number: str
    code: str
    sector: str = ""


@dataclass(frozen=True)
class SlipPile:
    """Slips of a poll to be filled in with a pen; `promise` says what is kept of them."""

    shape: SlipShape
    words: SlipWords
    promise: str
    slips: tuple[NumberedSlip, ...]


Block = Heading | Paragraph | Bullets | PageTable | Picture | PageBreak | CardSheet | SlipPile


def with_next(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Blocks, each with whether it stays on the page of the next one.

    A heading does, and so does a sentence that leads to a list, a table, a picture or a quotation.
    """
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        led_to = isinstance(after, Bullets | PageTable | Picture) or (
            isinstance(after, Paragraph) and after.manner is Manner.QUOTED
        )
        yield block, isinstance(block, Heading) or (isinstance(block, Paragraph) and led_to)


Pictures = Mapping[str, Sequence[bytes]]
"""By the name of a `Picture`: what it looks like, as PNG."""


@dataclass(frozen=True)
class Document:
    """Blocks in their order; `foot` stands at the foot of each page, beside its number."""

    title: str
    foot: str
    blocks: tuple[Block, ...]


def written_in(value: object) -> frozenset[str]:
    """Every letter of a document, or of a part of it."""
    if isinstance(value, str):
        return frozenset(value)
    parts: Iterable[object] = value if isinstance(value, tuple) else ()
    if is_dataclass(value):
        parts = (getattr(value, one.name) for one in fields(value))
    return frozenset[str]().union(*map(written_in, parts))


class PaperSize(StrEnum):
    """What is printed on."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def millimetres(self) -> tuple[float, float]:
        """How wide and high it is."""
        return (210.0, 297.0) if self is PaperSize.A4 else (215.9, 279.4)


@dataclass(frozen=True)
class MailList:
    """Rows to fill letters with; `said` tells who is not among them, in sentences."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    said: str


@dataclass(frozen=True)
class Appointment:
    """An entry of a calendar, known again by `key`; where it begins on a day, it takes no time."""

    key: str
    title: str
    begins: Instant | date
    ends: Instant | None = None
    place: str = ""
    words: str = ""


@dataclass(frozen=True)
class Calendar:
    """Entries for a calendar as they stand at a moment, by which a reader sees what is newer."""

    title: str
    at: Instant
    entries: tuple[Appointment, ...]
    said: str


Pages = Document | MailList | Calendar
"""What a kind of pages comes to."""


def nothing_in(made: Pages) -> str:
    """Why these pages have nothing to say, in a sentence; empty where they have something.

    They are headings and one sentence, a sheet without cards, or a list without anybody.
    """
    if isinstance(made, MailList):
        return "" if made.rows else made.said
    if not isinstance(made, Document):
        return ""
    match [block for block in made.blocks if not isinstance(block, Heading)]:
        case []:
            return _("There is nothing to write.")
        case [Paragraph(text=why)]:
            return why
        case [CardSheet(cards=())]:
            return _("There is nobody to make one for.")
        case _something:
            return ""
