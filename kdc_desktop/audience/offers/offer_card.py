"""A card of the wall: what somebody offers or needs, and who that is."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kdc_desktop.audience.kit.ink import (
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    Down,
    SlidePalette,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.slide import dotted

_PADDING = 22.0
_GLOW = 5  # rings around a card that glows
_STEP = 5.0
_WHO = 38.0
_MARK = 30.0


@dataclass(frozen=True)
class OfferCard:
    """What is offered or needed, and who says so; `sector` is a letter, or empty."""

    text: str
    who: str
    sector: str = ""

    @property
    def told(self) -> str:
        """The card in words."""
        return dotted(self.text, self.who)


def paint_card(
    painter: QPainter,
    box: QRectF,
    card: OfferCard,
    palette: SlidePalette,
    *,
    border: str | None = None,
    glows: bool = False,
) -> None:
    """Paint a card into `box`; one that `glows` has light around it."""
    if glows:
        _paint_glow(painter, box, palette)
    panel(painter, box, palette.surface, border=border)
    inner = box.adjusted(_PADDING, 10, -_PADDING, -10)
    words = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - _WHO)
    text_block(painter, words, card.text, 36, SEMIBOLD, palette.ink, down=Down.MIDDLE)
    line = QRectF(inner.left(), inner.bottom() - _WHO, inner.width(), _WHO)
    if card.sector:
        top = line.center().y() - _MARK / 2
        paint_badge(painter, QRectF(line.left(), top, _MARK, _MARK), card.sector, palette)
        line.setLeft(line.left() + _MARK + 12)
    text_block(
        *(painter, line, card.who, SMALLEST, MEDIUM, palette.muted),
        max_lines=1,
        down=Down.MIDDLE,
    )


def _paint_glow(painter: QPainter, box: QRectF, palette: SlidePalette) -> None:
    colour = QColor(palette.accent)
    colour.setAlphaF(0.11 if palette.dark else 0.08)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for ring in range(1, _GLOW + 1):
        out = ring * _STEP
        painter.drawRoundedRect(box.adjusted(-out, -out, out, out), 16 + out, 16 + out)
