"""The line under the map: what was said in the current cell, which is kept in view."""

from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.screens.visions.words import detail_words


class CellDetail:
    """Drives the label under a map that lies in a page which scrolls."""

    def __init__(
        self, label: QLabel, matrix: BuyInMatrix, view: VisionView, scroll: QScrollArea
    ) -> None:
        self._label, self._matrix, self._view, self._scroll = label, matrix, view, scroll
        matrix.moved.connect(self.show_cell)

    def show(self) -> None:
        """Show it where the map is shown, and what it says of the current cell."""
        page = self._view.page
        maps = self._view.look is UnderVision.POSITIONS
        there = page is not None and page.members and self._view.version is not None
        self._label.setVisible(bool(there and maps))
        self.show_cell()

    def show_cell(self) -> None:
        """Say what was said in the current cell."""
        here, page = self._matrix.current(), self._view.page
        if here is not None and page is not None:
            self._label.setText(detail_words(page, *here))
            content = self._scroll.widget()
            if self._matrix.hasFocus() and content is not None:
                _bring_into_view(self._scroll, content, self._matrix)


def _bring_into_view(scroll: QScrollArea, content: QWidget, matrix: BuyInMatrix) -> None:
    """Scroll to the current cell, and no further: what it is about stands above the map."""
    if (layout := content.layout()) is not None:
        layout.activate()  # what is away by now makes room above it
    cell = matrix.cell_rect(matrix.chosen.row, matrix.chosen.column)
    for corner in (cell.bottomLeft(), cell.topLeft()):
        at = matrix.viewport().mapTo(content, corner)
        scroll.ensureVisible(0, at.y(), 0, 0)
