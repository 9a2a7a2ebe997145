"""What a screen reader walks through in the columns: each column's head, then its cards."""

from kdc_desktop.i18n import spoken
from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.screens.consortia.layout import Layout
from kdc_desktop.screens.kit.spoken_items import SpokenItem


def heard_columns(layout: Layout, offset: int, focus: CardKey | None) -> list[SpokenItem]:
    """Heads and cards in words, where they are when so much is scrolled away."""
    items = []
    for at, column in enumerate(layout.columns):
        head = column.rect.translated(0, -offset)
        items.append(SpokenItem(column.text.spoken, head))
        items += [
            SpokenItem(
                spoken((placed.card.spoken, column.text.title)),
                placed.rect.translated(0, -offset),
                placed.card.key == focus,
            )
            for placed in layout.cards
            if placed.column == at
        ]
    return items
