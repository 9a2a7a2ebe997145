"""Pages for a room at tables: a card for each table, and a slip for everybody with their tables."""

from collections.abc import Iterator

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.values import (
    Block,
    CardShape,
    CardSheet,
    Document,
    PaperCard,
    Paragraph,
)
from kdc_desktop.i18n import _, listed, titled
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.seating.questions import every_round
from kdc_desktop.services.seating.rows import RoomSeating, RoundRow, TableRow


def seating_cards(record: Record) -> Document:
    """A card for each table of each round, with who sits there."""
    seen = every_round(record.snapshot, record.session.id)
    cards = tuple(_card(seen, round_, table) for round_ in seen.rounds for table in round_.tables)
    return _document(record, kinds.SEATING_CARDS, CardShape.HALF, cards)


def seat_slips(record: Record) -> Document:
    """A slip for everybody who has a seat, with their tables in every round."""
    seen = every_round(record.snapshot, record.session.id)
    people = sorted(seen.people, key=lambda one: in_order(one.name))
    cards = []
    for person in people:
        pairs = tuple(_tables_of(seen, person.person_id))
        if pairs:
            whence = listed(filter(None, (person.organisation, person.department)))
            cards.append(PaperCard(person.name, whence, person.sector, pairs=pairs))
    return _document(record, kinds.SEAT_SLIPS, CardShape.SLIP, tuple(cards))


def _card(seen: RoomSeating, round_: RoundRow, table: TableRow) -> PaperCard:
    people = tuple(
        (seat.person.sector, listed(filter(None, (seat.person.name, seat.person.organisation))))
        for seat in table.here
    )
    return PaperCard(
        _("Table {table}", table=table.letter), table.topic, above=_said(seen, round_), pairs=people
    )


def _tables_of(seen: RoomSeating, person_id: int) -> Iterator[tuple[str, str]]:
    for number, round_ in enumerate(seen.rounds, 1):
        table = round_.table_of(person_id)
        if table is not None:
            letter = _("Table {table}", table=table.letter)
            yield f"{number}.", titled(letter, table.topic) if table.topic else letter


def _said(seen: RoomSeating, round_: RoundRow) -> str:
    if len(seen.rounds) == 1:
        return ""
    number = seen.rounds.index(round_) + 1
    return _("Round {number} of {count}", number=number, count=len(seen.rounds))


def _document(
    record: Record, kind: kinds.PageKind, shape: CardShape, cards: tuple[PaperCard, ...]
) -> Document:
    title = titled(str(kind.title), record.session.title)
    nobody = Paragraph(_("Nobody has a table yet."))
    blocks: tuple[Block, ...] = (CardSheet(shape, cards),) if cards else (nobody,)
    return Document(title, record.foot, blocks)
