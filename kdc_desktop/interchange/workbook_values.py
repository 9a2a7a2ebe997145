"""What a workbook is made of: tables of plain values with their columns, colours and charts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from kdc_desktop.i18n import Text

TellRows = Callable[[int, int], None]
"""Is told how many rows are written, and of how many."""


class Kind(Enum):
    """What the values of a column are; a `NUMBER` is a whole one."""

    TEXT = auto()
    NUMBER = auto()
    DECIMAL = auto()
    DATE = auto()
    DATETIME = auto()
    PERCENT = auto()
    ID = auto()
    BOOL = auto()


class Reader(Enum):
    """Who reads a table or a column: people in a workbook, programs in CSV and JSON, or both."""

    ANYBODY = auto()
    PEOPLE = auto()
    PROGRAMS = auto()


@dataclass(frozen=True)
class Column:
    """A column of a table. `width` in characters; None takes it from the content (8 to 60).

    What names a row is its `head`: it stands first and stays in sight; without any, the first
    column that is no id does. What is `aside` stands behind the rest, and ids behind that; on
    paper ids are left out, and what is aside where the sheet would be too wide. What `stays` is in
    no edition to share. An id tells of which `entity` it is the number ("Person"), and whether
    that is the entity of the row itself, `own`; a `long` one has more digits than programs keep.

    Where a value is one of a few, it is one of the keys of `words`, and people read what it stands
    for. Programs know the column by its `key`, or else by its title in English; `means` tells them
    what it holds, and one that is `filled` is empty in no row.
    """

    title: Text | str
    kind: Kind = Kind.TEXT
    width: float | None = None
    head: bool = False
    aside: bool = False
    stays: bool = False
    entity: str = ""
    own: bool = False
    long: bool = False
    words: tuple[tuple[str, Text | str], ...] = ()
    key: str = ""
    means: Text | str = ""
    filled: bool = False
    reader: Reader = Reader.ANYBODY


@dataclass(frozen=True)
class ColourScale:
    """Colours the numbers of `columns` of the table from orange over white to blue.

    Without `low` and `high` the smallest and the largest number there take the outer colours.
    """

    columns: tuple[Column, ...]
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Chart:
    """Bars of the `values` columns over the `category` column, for the rows from `first` on.

    `colours` (#rrggbb) are those of the values, the rest take ours in turn. `across` and `along`
    are the titles of the axes of the values and of the categories.
    """

    title: str
    category: Column
    values: tuple[Column, ...]
    rows: int = 20
    colours: tuple[str, ...] = ()
    stacked: bool = False
    first: int = 0
    across: Text | str = ""
    along: Text | str = ""


@dataclass(frozen=True)
class Table:
    """A sheet: `name` of the Excel table, `title` of the sheet, rows of plain values.

    Values are str, int, float, bool, date, datetime or None. `purpose` says in a sentence what the
    sheet is for, above the table. `notes` stand in the read-me sheet. What `stays` is in no
    edition to share. What the table was `formerly` called is still a name of its cells, for
    formulas in other workbooks.
    """

    name: str
    title: Text | str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[object]]
    notes: tuple[str, ...] = ()
    colour_scale: ColourScale | None = None
    charts: tuple[Chart, ...] = ()
    purpose: Text | str = ""
    stays: bool = False
    reader: Reader = Reader.ANYBODY
    formerly: str = ""


@dataclass(frozen=True)
class SheetBlock:
    """A part of a sheet that is read from top to bottom: a heading, sentences, a small table.

    `spans` are how many columns of the page's grid each cell of the table takes; rows whose places
    are in `strong` stand out. `level` 2 is a heading below one of level 1.
    """

    heading: str
    sentences: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[object, ...], ...] = ()
    spans: tuple[int, ...] = ()
    strong: frozenset[int] = field(default=frozenset())
    level: int = 1


@dataclass(frozen=True)
class FrontPage:
    """The sheet that stands first: what a reader should know, in blocks; `grid` in characters."""

    title: str
    subtitle: str
    blocks: tuple[SheetBlock, ...]
    grid: tuple[float, ...]
