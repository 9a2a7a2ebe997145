"""The columns with their cards as they are painted now."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from kdc_desktop.screens.consortia.carrying import Carrying
from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.screens.consortia.drawing import Brush
from kdc_desktop.screens.consortia.layout import Layout, PlacedCard


@dataclass(frozen=True)
class ToPaint:
    """What there is to paint; `focus` is the card, `picked` the winner of the column chosen."""

    layout: Layout
    carrying: Carrying
    focus: CardKey | None
    picked: int | None
    has_keys: bool


def paint_columns(
    painter: QPainter, brush: Brush, seen: ToPaint, place: QRect, offset: int
) -> None:
    """Paint what of it lies in this place of the viewport, scrolled down by `offset`."""
    painter.translate(0, -offset)
    inside = place.translated(0, offset)
    for at, column in enumerate(seen.layout.columns):
        if column.rect.intersects(inside):
            picked = seen.picked is not None and column.text.winner_id == seen.picked
            chosen = picked and seen.has_keys
            brush.column(painter, column, target=chosen or seen.carrying.aims_at(at))
    for placed in seen.layout.cards:
        if placed.rect.intersects(inside):
            _paint_card(painter, brush, seen, placed)
    painter.resetTransform()
    painter.setOpacity(1.0)
    seen.carrying.paint(painter)


def _paint_card(painter: QPainter, brush: Brush, seen: ToPaint, placed: PlacedCard) -> None:
    held = seen.carrying.card
    carried = held is not None and held.card.key == placed.card.key
    focused = placed.card.key == seen.focus and seen.has_keys
    painter.setOpacity(0.35 if carried else 1.0)
    brush.card(painter, placed.card, placed.rect, focused=focused, row=placed.row)
