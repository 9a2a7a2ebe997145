"""What a workbook is made of: tables of plain values with their columns, colours and charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kdc_desktop.i18n import Text


class Kind(Enum):
    """What the values of a column are."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    DATETIME = auto()
    PERCENT = auto()
    ID = auto()
    BOOL = auto()


@dataclass(frozen=True)
class Column:
    """A column of a table. `width` in characters; None takes it from the content (8 to 60)."""

    title: Text | str
    kind: Kind = Kind.TEXT
    width: float | None = None


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
    """Bars of the `values` columns over the `category` column, for the first `rows` rows.

    `colours` (#rrggbb) are those of the first values; the rest take ours in turn.
    """

    title: str
    category: Column
    values: tuple[Column, ...]
    rows: int = 20
    colours: tuple[str, ...] = ()
    stacked: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet: `name` of the Excel table, `title` of the sheet, rows of plain values.

    Values are str, int, float, bool, date, datetime or None. `notes` stand in the read-me sheet.
    """

    name: str
    title: Text | str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[object]]
    notes: tuple[str, ...] = ()
    colour_scale: ColourScale | None = None
    charts: tuple[Chart, ...] = ()
