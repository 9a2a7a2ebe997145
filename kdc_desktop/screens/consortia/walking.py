"""Where the focus goes among the cards: by the arrow keys, and when its card is there no more."""

from PySide6.QtCore import QRect

from kdc_desktop.screens.consortia.layout import Layout, PlacedCard

PAD = 12


def offset_to_see(rect: QRect, offset: int, height: int) -> int:
    """How far to scroll, from `offset`, so that all of `rect` is seen."""
    if rect.top() - PAD < offset:
        return rect.top() - PAD
    return max(offset, rect.bottom() + PAD - height)


def step(layout: Layout, here: PlacedCard | None, across: int, down: int) -> PlacedCard | None:
    """The card one step from `here`; the first without one; None where there is none to go to."""
    if here is None:
        return layout.cards[0] if layout.cards else None
    if down:
        line = layout.in_column(here.column)
        at = line.index(here) + down
        return line[at] if 0 <= at < len(line) else None
    column = here.column + across
    while 0 <= column < len(layout.columns):
        line = layout.in_column(column)
        if line:
            top = layout.columns[here.column].rect.top()
            depth = here.rect.top() - top + layout.columns[column].rect.top()
            return min(line, key=lambda one: abs(one.rect.top() - depth))
        column += across
    return None


def nearest_left(layout: Layout, before: PlacedCard | None) -> PlacedCard | None:
    """The card nearest to one that was there before; else the first."""
    if before is not None and layout.columns:
        near = layout.in_column(min(before.column, len(layout.columns) - 1))
        if near:
            return min(near, key=lambda one: abs(one.rect.y() - before.rect.y()))
    return layout.cards[0] if layout.cards else None
