"""How many said which level of one thing: a row for each level, with its bar and its number."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kdc_desktop.audience.kit.ink import NIGHT, PAPER
from kdc_desktop.audience.polls.level_colours import level_colours
from kdc_desktop.audience.polls.level_ink import paint_level
from kdc_desktop.domain.polls.method import Average
from kdc_desktop.i18n import _, listed, number_text, quoted, titled
from kdc_desktop.screens.kit.rows import Column, RowModel, RowRole, RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.polls.rows import PollResult

_BAR = 1
_WIDTHS, _WORDED = (200, 240, 96, 96), (0, 2, 3)


class LevelCount(NamedTuple):
    """A level, the number `at` among `of` them, and how many `voters` said it, of `most` for any.

    `is_middle`: it is the median, up to which half of all have said.
    """

    at: int
    of: int
    name: str
    voters: int
    most: int
    is_middle: bool


def has_levels_alone(result: PollResult) -> bool:
    """Whether it is of one thing, of which nothing is won: then its levels are the result."""
    whole = len(result.rows) == 1 and bool(result.rows[0].spread)
    return whole and not result.poll.kind.decides


def levels_of(result: PollResult) -> tuple[str, ...]:
    """What its levels are called, the lowest first; none where it has none."""
    return tuple(str(level.name) for level in result.poll.kind.levels(result.terms))


def levels_said(spread: Sequence[int], levels: Sequence[str]) -> str:
    """How many said what of an option, in words; empty where no levels are told."""
    told = zip(levels, spread, strict=False)
    return listed(titled(quoted(name), number_text(count)) for name, count in told if count)


class LevelTable(RowTable):
    """The highest level first, as the room's hands are read from above."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("levels_table")
        self.setAccessibleName(_("How many said what"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.levels: RowModel[LevelCount] = RowModel(_columns(), key=lambda row: row.at)
        self.show_model(self.levels)
        self.columns.begin(_WIDTHS, _WORDED, takes=_BAR)
        self.setItemDelegateForColumn(_BAR, LevelBars(theme, self))

    def show_levels(self, result: PollResult) -> None:
        """Those of its one option; none of any other result."""
        self.levels.set_rows(_counts(result) if has_levels_alone(result) else ())
        self.columns.again()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(44))


class LevelBars(QStyledItemDelegate):
    """Draws how many said a level, in the colour that the room sees it in."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        row = index.data(RowRole)
        if not isinstance(row, LevelCount) or not row.voters:
            return
        bar = QRectF(option.rect).adjusted(8, 9, -8, -9)
        bar.setWidth(max(6.0, bar.width() * row.voters / row.most))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = level_colours(row.of, NIGHT if self._theme.dark else PAPER)
        paint_level(painter, bar, colours[row.at], 4)
        painter.restore()


def _counts(result: PollResult) -> tuple[LevelCount, ...]:
    row, method = result.rows[0], result.poll.kind
    has_middle = method.average is Average.MEDIAN
    levels, most = levels_of(result), max(*row.spread, 1)
    middle = int(row.value) - result.terms.lowest if has_middle and row.value is not None else None
    return tuple(
        LevelCount(
            at,
            len(levels),
            name,
            count,
            most,
            at == middle,
        )
        for at, (name, count) in enumerate(zip(levels, row.spread, strict=False))
    )[::-1]


def _columns() -> tuple[Column[LevelCount], ...]:
    right = Qt.AlignmentFlag.AlignRight
    return (
        Column("level", _("Level"), lambda row: row.name, sort=lambda row: row.at),
        Column("bar", _("Compared"), lambda _row: "", sort=lambda row: row.voters),
        Column(
            "count",
            _("How many"),
            lambda row: number_text(row.voters),
            align=right,
            sort=lambda row: row.voters,
        ),
        Column("middle", "", lambda row: _("median") if row.is_middle else ""),
    )
