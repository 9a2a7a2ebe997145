"""Where the parts of the table of stakes lie: one row a stake, one column a version."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics

from kdc_desktop.domain.visions.states import Served
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.matrix_picture import head_widths
from kdc_desktop.screens.visions.stake_words import served_words, stakes_title
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.services.visions.stakes import StakeRow

GAP = 3
WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class StakesPlan:
    """Lengths in pixels; stakes stand in a column that does not scroll sideways.

    Row `n` reaches from `tops[n]` to `tops[n + 1]`. Where cells are narrow the head has two lines:
    it is `tall_head`.
    """

    head: int
    stake: int
    cell: int
    versions: int
    tops: tuple[int, ...]
    tall_head: bool = False

    @property
    def rows(self) -> int:
        return len(self.tops) - 1

    @property
    def height(self) -> int:
        """Of all rows together."""
        return self.tops[-1]

    @property
    def width(self) -> int:
        """Of everything that scrolls sideways."""
        return self.versions * self.cell

    def stake_rect(self, row: int) -> QRectF:
        """The stake itself, before scrolling."""
        top, below = self.tops[row], self.tops[row + 1]
        return QRectF(0, top, self.stake - GAP, below - top - GAP)

    def cell_rect(self, row: int, version: int) -> QRectF:
        """The cell of a stake and a version, before scrolling, from the stakes' edge."""
        top, below = self.tops[row], self.tops[row + 1]
        return QRectF(version * self.cell, top, self.cell - GAP, below - top - GAP)

    def row_at(self, y: float) -> int:
        """The row that lies there, before scrolling."""
        return bisect_right(self.tops, int(y)) - 1


@dataclass(frozen=True)
class StakesWords:
    """The title, and how long at most heads are on one line, and a cell or a head on two."""

    title: str = ""
    one_line: int = 0
    cell: int = 0


def stakes_words(theme: Theme, page: VisionPage, today: date) -> StakesWords:
    """What the table of a page says, and how much room that needs."""
    heads = head_widths(theme, page.versions, today)
    bold = QFontMetrics(theme.font(12, QFont.Weight.Bold))
    said = max(bold.horizontalAdvance(served_words(served)) for served in (*Served, None))
    return StakesWords(
        stakes_title(page), heads.one_line, max(heads.two_lines, said + theme.px(20 + 12))
    )


def text_room(theme: Theme, stake: int) -> int:
    """How wide the words of a stake may be in a column of this width."""
    return stake - GAP - theme.px(40) - theme.px(10)


def plan_stakes(
    theme: Theme, width: int, page: VisionPage | None, words: StakesWords | None = None
) -> StakesPlan:
    """How to share out `width` pixels, so that these words can be read."""
    px, words = theme.px, words or StakesWords()
    versions = len(page.versions) if page else 0
    cell = max(px(92), words.cell + GAP)
    least, most = px(200), px(560)
    stake = max(least, min(most, width - versions * cell))
    if versions * cell < width - stake:
        stake = max(least, width - versions * cell)
    tops = [GAP]  # room for the ring around the first cell
    for row in page.stakes if page else ():
        tops.append(tops[-1] + _height(theme, row, text_room(theme, stake)))
    tall = words.one_line > cell - GAP
    head = max(px(40 if tall else 28), _title_height(theme, words.title, stake - px(10)))
    return StakesPlan(head, stake, cell, versions, tuple(tops), tall)


def _title_height(theme: Theme, title: str, room: int) -> int:
    """Of the title and a little around it; where it is long, it goes on in the next line."""
    bold = QFontMetrics(theme.font(12, QFont.Weight.Bold))
    return bold.boundingRect(QRect(0, 0, room, 100_000), WRAP, title).height() + theme.px(8)


def _height(theme: Theme, row: StakeRow, room: int) -> int:
    words, small = QFontMetrics(theme.font(14)), QFontMetrics(theme.font(12))
    height = words.boundingRect(QRect(0, 0, room, 100_000), WRAP, row.text).height()
    lines = 2 if row.is_unserved else 1
    least = theme.px(45)
    return max(least, height + lines * small.lineSpacing() + theme.px(14)) + GAP
