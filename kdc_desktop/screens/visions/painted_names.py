"""What the map and the stakes shorten where there is little room, told to whoever points there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPointF

from kdc_desktop.screens.kit.painted_tips import PaintedTips
from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.stake_words import stake_told
from kdc_desktop.screens.visions.stakes_table import StakesTable
from kdc_desktop.services.visions.rows import VisionPage


def tell_what_is_cut(matrix: BuyInMatrix, stakes: StakesTable) -> None:
    """Have both say a row in full."""
    PaintedTips(matrix, partial(_row_at, matrix, _members))
    PaintedTips(stakes, partial(_row_at, stakes, _stakes))


def _members(page: VisionPage) -> Sequence[str]:
    return [member.name for member in page.members]


def _stakes(page: VisionPage) -> Sequence[str]:
    return [stake_told(row, None) for row in page.stakes]


def _row_at(
    table: BuyInMatrix | StakesTable, words: Callable[[VisionPage], Sequence[str]], point: QPointF
) -> str:
    """The words of the row under a point of the viewport."""
    page = table.chosen.page
    for row, said in enumerate(words(page) if page is not None else ()):
        place = table.cell_rect(row, 0)
        if place.top() <= point.y() <= place.bottom():
            return said
    return ""
