"""Pictures of single notes, kept while they are carried and laid down again."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.contents import PAINTED_AROUND
from kdc_desktop.screens.board.drawing import paint_note
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.rows import IdeaRow

NOTE_PICTURES_KEPT = 1500


class NotePictures:
    """Knows notes by how they look, wherever they lie; a picture has whole pixels around."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[IdeaRow, float, float], QPixmap] = {}

    def paint(self, painter: QPainter, row: IdeaRow, at: QPointF, ratio: float) -> None:
        """Paint the picture of a note with the note's corner here; make it if there is none."""
        key = (_looks(row), ratio, self._theme.scale)
        around = math.ceil(PAINTED_AROUND * ratio) / ratio
        pixmap = self._kept.get(key)
        if pixmap is None:
            if len(self._kept) >= NOTE_PICTURES_KEPT:
                self._kept.clear()
            pixmap = self._kept[key] = _picture(row, around, ratio, self._theme.scale)
        painter.drawPixmap(at - QPointF(around, around), pixmap)

    def paint_in_tile(self, painter: QPainter, row: IdeaRow, ratio: float) -> None:
        """Paint a note where it lies, on whole pixels: by its picture if there is one.

        So a part of a tile that is painted anew fits to what was painted before.
        """
        x, y = round(row.x * ratio) / ratio, round(row.y * ratio) / ratio
        if self._kept and (_looks(row), ratio, self._theme.scale) in self._kept:
            self.paint(painter, row, QPointF(x, y), ratio)
        else:
            paint_note(painter, row, x, y, ratio, self._theme.scale)


def _looks(row: IdeaRow) -> IdeaRow:
    return row._replace(id=0, x=0.0, y=0.0, stacking=0, cluster_id=None, author="")


def _picture(row: IdeaRow, around: float, ratio: float, scale: float) -> QPixmap:
    width, height = NOTE_WIDTH + 2 * around, NOTE_HEIGHT + 2 * around
    pixmap = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.scale(ratio, ratio)
    paint_note(painter, row, around, around, ratio, scale)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
