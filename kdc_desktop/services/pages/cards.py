"""Pages that are cut or folded: badges, cards for tables and places."""

from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.values import CardShape, CardSheet, Document, PaperCard
from kdc_desktop.i18n import titled
from kdc_desktop.services.board.apart import cluster_names
from kdc_desktop.services.pages.evenings import at_the_tables
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.pages.seats import letters_of_tables


def badges(record: Record) -> Document:
    """A badge for everybody on the list."""
    cards = tuple(
        PaperCard(guest.who.name, guest.who.organisation, guest.who.letter, guest.badge)
        for guest in record.guests
    )
    return _document(record, kinds.BADGES, CardShape.BADGE, cards)


def table_cards(record: Record) -> Document:
    """A card for each table of the session with its letter, and for that of each consortium; of
    each cluster while there are none of either."""
    session = record.session.title
    cards = [PaperCard(letter, topic or session) for letter, topic in letters_of_tables(record)]
    cards += [PaperCard(group.name, session) for group in at_the_tables(record)]
    if not cards:
        names = cluster_names(record.snapshot, record.session.id).values()
        cards = [PaperCard(name, session) for name in names]
    return _document(record, kinds.TABLE_CARDS, CardShape.TENT, tuple(cards))


def place_cards(record: Record) -> Document:
    """A card for the place of everybody on the list."""
    cards = tuple(
        PaperCard(guest.who.name, guest.who.organisation, guest.who.letter)
        for guest in record.guests
    )
    return _document(record, kinds.PLACE_CARDS, CardShape.PLACE, cards)


def _document(
    record: Record, kind: kinds.PageKind, shape: CardShape, cards: tuple[PaperCard, ...]
) -> Document:
    title = titled(str(kind.title), record.session.title)
    return Document(title, record.foot, (CardSheet(shape, cards),))
