"""What nouns tell in the summary of the workbook: blocks to read, and facts of each session."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.interchange.workbook import SheetBlock
from kdc_desktop.services.kit.source import Columns, Sheet, Source

GRID = (27.0, *[10.4] * 8)
"""The columns of the summary of a session, in characters: the cells of its blocks span them."""

Part = Callable[[Source], Sequence[SheetBlock]]
"""What a noun tells of the sessions that the source is read for."""


OfYear = Callable[[Source], Mapping[int, str]]
"""What a noun says of years: a sentence each, by the year in which it happened."""


@dataclass(frozen=True)
class Telling:
    """What is told of one session, of the whole club, of each year, and of each session beside
    the others."""

    of_session: tuple[Part, ...]
    of_club: tuple[Part, ...]
    of_year: tuple[OfYear, ...]
    side_by_side: tuple[Columns, ...]


@dataclass(frozen=True)
class Contents:
    """What the workbook holds: the sheets in their order, and what the summary tells."""

    sheets: Sequence[Sheet]
    telling: Telling
