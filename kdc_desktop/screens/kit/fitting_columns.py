"""Shares the width of a table out among its columns, until a person sets a width."""

from collections.abc import Collection, Sequence
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QTableView

AROUND = 24  # pixels at 100 %, beside the words of a heading or a cell
_FIRST = 20  # rows in which an icon is looked for
SEEN, LONGEST = 12, 48
"""So many letters of people's words are seen at least, and so many are enough."""
TEXT, TITLE = 14, 12  # pixels of the letters at 100 %: style.qss


class FittingColumns(QObject):
    """Columns have the widths they begin with, or what their cells need; the rest is shared out.

    Where there is too little room, the words of people are cut first, and those that the program
    says not at all. With another size of the text everything is measured again.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._begin: tuple[int, ...] = ()
        self._worded: frozenset[int] = frozenset()
        self._takes: int | None = None
        self._natural: list[int] = []
        self._wanted: list[int] = []
        self._least: list[int] = []
        self._setting = False
        self._em = 0
        self.by_hand = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._keep_up)

    @property
    def _table(self) -> QTableView:
        """Asked of Qt: each holding the other, both would stay when the table is replaced."""
        table = self.parent()
        assert isinstance(table, QTableView)
        return table

    def begin(
        self, widths: Sequence[int], worded: Collection[int] = (), *, takes: int | None = None
    ) -> None:
        """Begin with these widths, as at 100 %; cells of the columns `worded` are never cut.

        The column `takes` has all the width that is left, else each has a part of it.
        """
        self._begin, self._worded, self._takes = tuple(widths), frozenset(worded), takes
        self.again()

    def forget(self) -> None:
        """Measure again when there is something to measure."""
        self._natural = []

    def fit(self) -> None:
        """Measure the columns, once there are rows to be seen, and share the width out."""
        model = self._table.model()
        if self._natural or self.by_hand or model is None or not self._table.isVisible():
            return
        self._em = self._table.fontMetrics().averageCharWidth()
        measured = [self._measured(at) for at in range(model.columnCount())]
        self._least = [least for least, _natural, _wanted in measured]
        self._natural = [natural for _least, natural, _wanted in measured]
        self._wanted = [wanted for _least, _natural, wanted in measured]
        self.spread()
        if not model.rowCount():
            self.forget()

    def least_of(self, columns: Collection[int]) -> int:
        """How wide these columns are together at least, in pixels; 0 while nothing is measured."""
        self.fit()
        return sum(self._least[at] for at in columns) if self._natural else 0

    def again(self) -> None:
        """Measure and share out again, as when other columns are shown."""
        self.forget()
        self.fit()

    def keep_up(self) -> None:
        """With another size of the text, measure again; what a person set grows with it."""
        if self._table.updatesEnabled():
            self._keep_up()
        else:  # the whole program is being dressed: in a turn of its own, before it is painted
            self._later.start()

    def _keep_up(self) -> None:
        em, before = self._table.fontMetrics().averageCharWidth(), self._em
        if before in (0, em):
            return
        self._em = em
        if self.by_hand:
            self._set([round(width * em / before) for width in self._widths()])
        else:
            self.again()

    def spread(self) -> None:
        """Give every column its share of the width that there is."""
        if not self._natural:  # of an empty table nothing is kept
            self.fit()
            return
        shown = [at for at in self._shown() if at < len(self._natural)]
        if self.by_hand or not shown:
            return
        natural = [self._natural[at] for at in shown]
        room, needed = self._table.viewport().width(), sum(natural)
        if needed > room:
            shares = _squeezed(natural, [self._least[at] for at in shown], needed - room)
        else:
            grown = _grown(natural, [self._wanted[at] for at in shown], room - needed)
            shares = _shared(grown, shown, self._takes, max(0, room - sum(grown)))
        widths = self._widths()
        for at, width in zip(shown, shares, strict=True):
            widths[at] = width
        self._set(widths)

    def resized(self, section: int) -> None:
        """Know a width that a person has set."""
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if pressed and not self._setting and section in self._shown()[:-1]:
            self.by_hand = True

    def _set(self, widths: list[int]) -> None:
        self._setting = True
        header, shown = self._table.horizontalHeader(), self._shown()
        room = self._table.viewport().width()
        fits = sum(widths[at] for at in shown) <= room
        header.setStretchLastSection(False)
        for at in shown[:-1]:
            header.resizeSection(at, widths[at])
        left = room - sum(widths[at] for at in shown[:-1])
        header.resizeSection(shown[-1], left if fits else widths[shown[-1]])
        header.setStretchLastSection(fits)
        self._setting = False

    def _widths(self) -> list[int]:
        header = self._table.horizontalHeader()
        return [header.sectionSize(at) for at in range(header.count())]

    def _shown(self) -> list[int]:
        """The columns that are seen, from left to right."""
        header = self._table.horizontalHeader()
        order = [header.logicalIndex(at) for at in range(header.count())]
        return [at for at in order if not header.isSectionHidden(at)]

    def _measured(self, at: int) -> tuple[int, int, int]:
        """How wide a column is at least, by itself, and where there is room."""
        cells, letters = self._table.sizeHintForColumn(at), self._em
        narrowest = self._table.horizontalHeader().minimumSectionSize()
        heading = max(narrowest, self._heading(at))
        wanted = max(heading, min(cells + 2 * letters, LONGEST * letters))
        seen = min(cells, (SEEN + 1) * letters + self._px(AROUND) + self._icon(at))
        if at in self._worded:
            seen = cells + letters  # another time or number may be wider
        if at < len(self._begin):
            begin = max(self._px(self._begin[at]), heading, seen)
            return max(heading, min(seen, begin)), begin, max(begin, wanted)
        return max(heading, seen), max(wanted, 8 * letters), max(wanted, 8 * letters)

    def _heading(self, at: int) -> int:
        font = QFont(self._table.font())
        font.setPixelSize(self._px(TITLE))
        font.setWeight(QFont.Weight.DemiBold)
        title = self._table.model().headerData(at, Qt.Orientation.Horizontal)
        return QFontMetrics(font).horizontalAdvance(str(title or "")) + self._px(AROUND)

    def _icon(self, at: int) -> int:
        model = self._table.model()
        cells = (model.index(row, at) for row in range(min(_FIRST, model.rowCount())))
        has = any(cell.data(Qt.ItemDataRole.DecorationRole) is not None for cell in cells)
        return self._table.iconSize().width() + self._px(AROUND) // 3 if has else 0

    def _px(self, length: int) -> int:
        return round(length * max(TEXT, self._table.font().pixelSize()) / TEXT)


def _shared(widths: list[int], shown: list[int], takes: int | None, spare: int) -> list[int]:
    """One column takes all that is left, or each a part of it, the wider the more."""
    if takes in shown:
        return [w + spare * (at == takes) for at, w in zip(shown, widths, strict=True)]
    whole = sum(widths) or 1
    return [width + spare * width // whole for width in widths]


def _squeezed(natural: list[int], least: list[int], missing: int) -> list[int]:
    """Each gives of what it can spare."""
    spare = [max(0, width - low) for width, low in zip(natural, least, strict=True)]
    part = min(1.0, missing / (sum(spare) or 1))
    shares = (width - ceil(can * part) for width, can in zip(natural, spare, strict=True))
    return [max(low, width) for low, width in zip(least, shares, strict=True)]


def _grown(natural: list[int], wanted: list[int], spare: int) -> list[int]:
    """Each takes of what is left, as far as its words need it."""
    missing = [max(0, want - width) for width, want in zip(natural, wanted, strict=True)]
    part = min(1.0, spare / (sum(missing) or 1))
    return [width + int(lacks * part) for width, lacks in zip(natural, missing, strict=True)]
