"""Text as large as it fits."""

from PySide6.QtCore import QRectF, Qt

from kdc_desktop.audience.kit.ink import BOLD
from kdc_desktop.screens.pages.setting import Face, SetText


def fitted(
    text: str,
    largest: float,
    smallest: float,
    box: QRectF,
    weight: int = BOLD,
    across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> SetText:
    """The text as large as it fits into a box without parting a word; at its smallest it wraps."""
    points = largest
    while True:
        found = SetText(text, Face(points, weight, leading=1.18), box.width(), across)
        if points <= smallest or (found.height() <= box.height() and not found.parts_words):
            return found
        points = max(smallest, points - max(0.5, points / 20))
