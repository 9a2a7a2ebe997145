"""Pages for a room at tables: a card for each table, and a slip for everybody with their tables."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.values import CardShape, CardSheet, Document, PaperCard, Paragraph
from kdc_desktop.domain.seating.kind_words import ROUND_WORDS
from kdc_desktop.i18n import _, listed, titled
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.seating.questions import every_round
from kdc_desktop.services.seating.rows import RoomPerson, RoomSeating, RoundRow, TableRow


class _HeldRound(NamedTuple):
    """A round, and what it is called: what for, and which of its stage it is."""

    round: RoundRow
    what_for: str
    which: str

    @property
    def name(self) -> str:
        """Both in one."""
        return titled(self.what_for, self.which) if self.which else self.what_for


def seating_cards(record: Record) -> Document:
    """A card for each table of each round, with who sits there."""
    _seen, held = _held(record)
    session = record.session.title
    cards = [_card(session, one, table) for one in held for table in one.round.tables if table.here]
    return _document(record, kinds.SEATING_CARDS, CardShape.TABLE, cards)


def seat_slips(record: Record) -> Document:
    """A slip for everybody who has a seat, with their tables in every round."""
    seen, held = _held(record)
    people = sorted(seen.people, key=lambda one: in_order(one.name))
    cards = []
    for person in people:
        pairs = tuple(_tables_of(held, person.person_id))
        if pairs:
            above = record.session.title
            cards.append(PaperCard(person.name, _whence(person), above=above, pairs=pairs))
    return _document(record, kinds.SEAT_SLIPS, CardShape.STRIP, cards)


def letters_of_tables(record: Record) -> list[tuple[str, str]]:
    """The letter of each table of the session, and its topic where it is the same all the time."""
    topics: dict[str, set[str]] = {}
    for round_ in every_round(record.snapshot, record.session.id).rounds:
        for table in round_.tables:
            topics.setdefault(table.letter, set()).add(table.topic)
    return [(letter, "".join(said) if len(said) == 1 else "") for letter, said in topics.items()]


def _held(record: Record) -> tuple[RoomSeating, list[_HeldRound]]:
    """The rounds in the order of the agenda; each stage counts its own, as the wall does."""
    seen = every_round(record.snapshot, record.session.id)
    stages = select(Stage.id, Stage.title).where(Stage.session_id == record.session.id)
    found = record.snapshot.execute(stages.order_by(Stage.place_in_order))
    titles = {key: title for key, title in found}  # noqa: C416 - a result is no mapping
    order = {key: at for at, key in enumerate(titles)}
    rounds = sorted(
        seen.rounds, key=lambda one: (order.get(one.stage_id or 0, len(order)), one.place)
    )
    return seen, [_named(one, rounds, titles.get(one.stage_id or 0, "")) for one in rounds]


def _named(round_: RoundRow, rounds: Sequence[RoundRow], stage: str) -> _HeldRound:
    own = [one.id for one in rounds if one.stage_id == round_.stage_id]
    number, count = own.index(round_.id) + 1, len(own)
    which = _("Round {number} of {count}", number=number, count=count) if count > 1 else ""
    kind = str(ROUND_WORDS[round_.kind])
    return _HeldRound(round_, listed(dict.fromkeys(filter(None, (stage, kind)))), which)


def _card(session: str, held: _HeldRound, table: TableRow) -> PaperCard:
    people = sorted((seat.person for seat in table.here), key=lambda one: in_order(one.name))
    return PaperCard(
        table.topic or _("Table {table}", table=table.letter),
        held.name,
        corner=table.letter,
        above=session,
        pairs=tuple((one.name, _whence(one)) for one in people),
    )


def _whence(person: RoomPerson) -> str:
    """For whom somebody speaks, and what tells them from others of their name."""
    return listed(filter(None, (person.organisation, person.department, person.apart_in_public)))


def _tables_of(held: Sequence[_HeldRound], person_id: int) -> Iterator[tuple[str, str]]:
    """What each round is, with the topic of their table, and the letter of that."""
    for one in held:
        table = one.round.table_of(person_id)
        if table is not None:
            yield titled(one.name, table.topic) if table.topic else one.name, table.letter


def _document(
    record: Record, kind: kinds.PageKind, shape: CardShape, cards: Sequence[PaperCard]
) -> Document:
    title = titled(str(kind.title), record.session.title)
    nobody = Paragraph(_("Nobody has a table yet: seat everybody first."))
    block = CardSheet(shape, tuple(cards)) if cards else nobody
    return Document(title, record.foot, (block,))
