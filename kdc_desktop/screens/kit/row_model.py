"""A table model over frozen rows that takes its columns from a declaration and never resets."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon

from kdc_desktop.audience.kit.speaking import aloud
from kdc_desktop.domain.kit.sought import in_every_spelling, together
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.i18n import Text
from kdc_desktop.screens.kit.difference import moved, runs
from kdc_desktop.screens.kit.plain import plain_tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

RowRole: int = Qt.ItemDataRole.UserRole + 1
"""Gives the row (the frozen dataclass) of an index."""
SortRole: int = Qt.ItemDataRole.UserRole + 2
"""Gives what the index is sorted by."""
SearchRole: int = Qt.ItemDataRole.UserRole + 3
"""Gives all that the row says, in the form for finding."""

# Plain numbers, as Qt asks: a table is asked thousands of times before it is first painted.
_ICON = int(Qt.ItemDataRole.DecorationRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_HEARD = int(Qt.ItemDataRole.AccessibleTextRole)
_WORDS = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)})
_TOLD = _WORDS | {_ICON, _TIP, _HEARD, _ALIGNMENT, RowRole, SortRole, SearchRole}

MANY_MOVES = 40
"""From here on, one change of layout is cheaper than moving row by row."""

LEFT = Qt.AlignmentFlag.AlignLeft
_CELL = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: what it is called and what it says about a row.

    `sort` gives what to sort by where that is not the text (numbers, times; None comes first).
    A cell can be edited where `editable` allows it; `commit` is called with the row and the new
    text and writes it, the model follows when the rows are read again. `copied` is what the
    clipboard takes where the cell is a picture.
    """

    key: str
    title: Text | str
    text: Callable[[R], str]
    align: Qt.AlignmentFlag = LEFT
    tooltip: Callable[[R], str] | None = None
    sort: Callable[[R], Any] | None = None
    icon: Callable[[R], QIcon | None] | None = None
    editable: Callable[[R], bool] | None = None
    commit: Callable[[R, str], object] | None = None
    copied: Callable[[R], str] | None = None

    @cached_property
    def alignment(self) -> Qt.AlignmentFlag:
        """Its side, in the middle of the row's height."""
        return self.align | Qt.AlignmentFlag.AlignVCenter

    @cached_property
    def aligned(self) -> int:
        """The alignment as a model gives it to Qt."""
        return self.alignment.value

    def heard(self, row: R) -> str:
        """What a screen reader says: the text, or what is drawn in its place, in words."""
        return aloud(self.text(row)) or aloud(self.tooltip(row) if self.tooltip else "")

    def sort_value(self, row: R) -> Any:
        """What the row is sorted by in this column."""
        return self.sort(row) if self.sort else fold(self.text(row))


class RowModel(QAbstractTableModel, Generic[R]):
    """Rows under columns, each row known by its key; selection and scroll survive every update.

    It belongs to the table that shows it, and goes with that.

    `key` gives what a row is known by: hashable, unique, the same from one reading to the next.
    `also` gives words by which a row is found besides what its cells say.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        also: Callable[[R], Iterable[str]] = lambda _row: (),
    ) -> None:
        super().__init__()
        self._also = also
        self.columns = tuple(columns)
        self._key = key
        self._given: list[R] = []
        self._rows: list[R] = []
        self._places: dict[Hashable, int] | None = None  # unless the rows have changed since
        self._sorting: tuple[int, bool] | None = None
        self._searched: dict[Hashable, tuple[R, str]] = {}

    @property
    def rows(self) -> Sequence[R]:
        """The rows as they stand now, sorted."""
        return self._rows

    def row(self, index: Index | int) -> R:
        """The row at an index or at a position."""
        return self._rows[index if isinstance(index, int) else index.row()]

    def position(self, key: Hashable) -> int | None:
        """Where the row with this key stands, or None."""
        if self._places is None:
            self._places = {self._key(row): at for at, row in enumerate(self._rows)}
        return self._places.get(key)

    def searched(self, row: R) -> str:
        """All that a row says, in the form for finding; worked out once."""
        kept = self._searched.get(key := self._key(row))
        if kept is None or kept[0] is not row:
            said = [*(column.text(row) for column in self.columns), *self._also(row)]
            text = together(*[in_every_spelling(words) for words in said if words])
            kept = self._searched[key] = (row, text)
        return kept[1]

    def forget_searched(self) -> None:
        """What rows are found by besides their cells has changed."""
        self._searched.clear()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, telling the views only what differs.

        Raises ValueError when two rows have the same key.
        """
        given = list(rows)
        wanted = self._sorted(given)
        keys = [self._key(row) for row in wanted]
        by_key = dict(zip(keys, wanted, strict=True))
        if len(by_key) != len(wanted):
            raise ValueError("Two rows have the same key.")
        self._given = given
        self._remove_all_but(by_key)
        here = {self._key(row) for row in self._rows}
        self._reorder([key for key in keys if key in here])
        self._put((at, by_key[self._key(row)]) for at, row in enumerate(self._rows))
        self._insert([at for at, key in enumerate(keys) if key not in here], wanted)

    def change_rows(self, rows: Sequence[R]) -> None:
        """Show these in the place of the rows with their keys, all of which are there."""
        if self._sorting is not None:
            new = {self._key(row): row for row in rows}
            self.set_rows([new.get(self._key(row), row) for row in self._given])
        else:
            self._put((self.position(self._key(row)), row) for row in rows)
            self._given = list(self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, now and after every update; -1 goes back to the order given."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorting = (column, descending) if 0 <= column < len(self.columns) else None
        self._reorder([self._key(row) for row in self._sorted(self._given)])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _TOLD or not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in _WORDS:
            return column.text(row)
        if role == _ALIGNMENT:
            return column.aligned
        if role == _ICON:
            return column.icon(row) if column.icon else None
        if role == _TIP:
            return plain_tip(column.tooltip(row)) if column.tooltip else None
        if role in (_HEARD, SearchRole):
            return column.heard(row) if role == _HEARD else self.searched(row)
        return row if role == RowRole else column.sort_value(row)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].aligned
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = self.columns[index.column()].editable if index.isValid() else None
        if editable is not None and editable(self._rows[index.row()]):
            return _CELL | Qt.ItemFlag.ItemIsEditable
        return _CELL if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self._rows[index.row()], self.columns[index.column()]
        if column.commit is None or str(value) == column.text(row):
            return False
        column.commit(row, str(value))
        return True

    def _sorted(self, rows: list[R]) -> list[R]:
        if self._sorting is None:
            return list(rows)
        at, descending = self._sorting
        return sorted(rows, key=_rank(self.columns[at].sort_value), reverse=descending)

    def _remove_all_but(self, keep: dict[Hashable, R]) -> None:
        gone = [at for at, row in enumerate(self._rows) if self._key(row) not in keep]
        for first, last in reversed(runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self._places = None
            self.endRemoveRows()

    def _insert(self, places: list[int], wanted: list[R]) -> None:
        for first, last in runs(places):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self._places = None
            self.endInsertRows()

    def _put(self, rows: Iterable[tuple[int | None, R]]) -> None:
        changed = []
        for at, new in rows:
            if at is not None and new is not self._rows[at] and new != self._rows[at]:
                self._rows[at] = new
                changed.append(at)
        for first, last in runs(sorted(changed)):
            end = self.index(last, max(0, len(self.columns) - 1))
            self.dataChanged.emit(self.index(first, 0), end)

    def _reorder(self, wanted: list[Hashable]) -> None:
        now = [self._key(row) for row in self._rows]
        movers = moved(now, wanted)
        if len(movers) > MANY_MOVES:
            self._lay_out(now, wanted)
            return
        before = dict(zip(wanted[1:], wanted, strict=False))
        for key in movers:
            source = now.index(key)
            target = now.index(before[key]) + 1 if key in before else 0
            if not source <= target <= source + 1:
                self._move(now, source, target)

    def _move(self, now: list[Hashable], source: int, target: int) -> None:
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        place = target - (target > source)
        self._rows.insert(place, self._rows.pop(source))
        self._places = None
        now.insert(place, now.pop(source))
        self.endMoveRows()

    def _lay_out(self, now: list[Hashable], wanted: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        place = {key: at for at, key in enumerate(wanted)}
        old = self.persistentIndexList()
        new = [self.index(place[now[index.row()]], index.column()) for index in old]
        by_key = dict(zip(now, self._rows, strict=True))
        self._rows, self._places = [by_key[key] for key in wanted], None
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


def _rank(value: Callable[[R], Any]) -> Callable[[R], tuple[Any, ...]]:
    """By a value that may be None, which comes first."""

    def rank(row: R) -> tuple[Any, ...]:
        found = value(row)
        return (0,) if found is None else (1, found)

    return rank
