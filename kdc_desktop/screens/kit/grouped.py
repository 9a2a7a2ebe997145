"""Rows of a table in groups: what they have in common stands once, in the first column."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.badges import worn_palette
from kdc_desktop.screens.kit.cells import RowCells
from kdc_desktop.screens.kit.row_filter import RowFilter
from kdc_desktop.screens.kit.row_model import Column, RowModel

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex


class GroupOf(NamedTuple):
    """A group: by what it is known and has its place, and what it is called."""

    rank: Any
    name: str


class GroupedModel(RowModel[R]):
    """A `RowModel` whose rows stay in their groups, however they are sorted.

    `group_of` says in which group a row is; with None there is one list.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        also: Callable[[R], Iterable[str]],
    ) -> None:
        super().__init__(columns, key, also)
        self.group_of: Callable[[R], GroupOf] | None = None

    def group(self, group_of: Callable[[R], GroupOf] | None) -> None:
        """Put the rows into these groups from now on."""
        self.group_of = group_of
        self.set_rows(list(self._given))

    def _sorted(self, rows: list[R]) -> list[R]:
        ordered, group_of = super()._sorted(rows), self.group_of
        return ordered if group_of is None else sorted(ordered, key=lambda row: group_of(row).rank)


class GroupCells(RowCells):
    """Says what a group has in common in its first row, with how many it has, and parts the groups.

    Cells of the columns `bold` are written so where that column's function says so.
    """

    def __init__(
        self, shown: RowFilter, column: int, bold: dict[int, Callable[[Any], bool]]
    ) -> None:
        super().__init__(shown)
        self._column, self._bold = column, bold
        self._known: dict[int, bool] = {}
        for changed in (
            *(shown.rowsInserted, shown.rowsRemoved, shown.rowsMoved),
            *(shown.layoutChanged, shown.dataChanged, shown.modelReset),
        ):
            changed.connect(self.forget)

    def forget(self) -> None:
        """The rows are put together otherwise."""
        self._known.clear()

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        at = index.column()
        if at == self._column and self._grouping is not None:
            if self._begins(index):
                option.text = _("{group} {count}", group=option.text, count=self._count(index))
            else:
                option.text, option.icon = "", QIcon()
        if at in self._bold and self._bold[at](self._shown.row(index)):
            option.font.setWeight(QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if index.row() and self._begins(index) and self._grouping is not None:
            seam = QColor(worn_palette().edge)
            seam.setAlphaF(0.6)
            painter.setPen(seam)
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())

    @property
    def _grouping(self) -> Callable[[Any], GroupOf] | None:
        model = self._shown.rows
        return model.group_of if isinstance(model, GroupedModel) else None

    def _rank(self, row: int) -> Any:
        grouping = self._grouping
        if grouping is None:
            return None
        return grouping(self._shown.row(self._shown.index(row, 0))).rank

    def _begins(self, index: _Index) -> bool:
        """Whether a group begins there; every cell of a row asks, so it is worked out once."""
        at = index.row()
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = at == 0 or self._rank(at) != self._rank(at - 1)
        return known

    def _count(self, index: _Index) -> int:
        """How many of the rows that are shown are in the group that begins here."""
        rank, last = self._rank(index.row()), self._shown.rowCount()
        at = index.row()
        while at < last and self._rank(at) == rank:
            at += 1
        return at - index.row()
