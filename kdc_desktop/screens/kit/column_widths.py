"""How wide columns begin, until somebody sets a width."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.theme import Theme


def begin_with(
    table: RowTable, theme: Theme, widths: Sequence[int], worded: Collection[int] = ()
) -> None:
    """Give the first columns these widths; a longer title, and a longer word of ours, gets its own.

    `worded` are the columns whose cells hold words of the program.
    """
    font = QFont(table.font())  # as style.qss dresses the titles
    font.setPixelSize(theme.px(12))
    font.setWeight(QFont.Weight.DemiBold)
    written = QFontMetrics(font)
    for column, width in enumerate(widths):
        title = table.model().headerData(column, Qt.Orientation.Horizontal)
        longest = written.horizontalAdvance(str(title)) + 2 * theme.px(12)
        if column in worded:
            longest = max(longest, table.sizeHintForColumn(column))
        table.setColumnWidth(column, max(theme.px(width), longest))
