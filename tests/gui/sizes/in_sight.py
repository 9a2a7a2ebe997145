"""What of a window is seen without scrolling, once everything has found its place."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QWidget

from kdc_desktop.screens.kit.row_table import RowTable


def let_it_lie_down() -> None:
    """Let what was shown find its place."""
    for _each in range(5):
        QCoreApplication.processEvents()


def is_whole(widget: QWidget) -> bool:
    """Whether all of it is in sight, without scrolling."""
    let_it_lie_down()
    return widget.visibleRegion().boundingRect() == widget.rect()


def rows_in_sight(table: RowTable) -> int:
    """How many of its rows are in sight from top to bottom."""
    let_it_lie_down()
    seen = table.viewport().visibleRegion().boundingRect()
    places = [
        table.visualRect(table.filter.index(row, 0)) for row in range(table.filter.rowCount())
    ]
    return sum(seen.contains(QRect(QPoint(0, place.top()), place.bottomLeft())) for place in places)
