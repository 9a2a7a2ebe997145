"""Cards for tables, slips for people, and the sheet of all seats."""

from pathlib import Path

from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.values import CardShape, CardSheet, Document, nothing_in
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.seating.meeting import tick_met
from kdc_desktop.services.seating.moving import name_topic
from kdc_desktop.services.seating.sheets import tables
from tests.rooms.tables_room import make_tables_room


def _cards(made: object) -> CardSheet:
    assert isinstance(made, Document)
    (sheet,) = made.blocks
    assert isinstance(sheet, CardSheet)
    return sheet


def test_each_table_has_a_card_and_everybody_a_slip(tmp_path: Path) -> None:
    room = make_tables_room(tmp_path / "club.kdc")
    room.seat(rounds=2)
    name_topic(room.database, room.rounds[0].tables[0].id, "Yard bikes")
    cards = _cards(make_pages(room.database, kinds.SEATING_CARDS, 1))
    assert (cards.shape, len(cards.cards)) == (CardShape.TABLE, 8)
    first, table = cards.cards[0], room.rounds[0].tables[0]
    assert (first.above, first.corner, first.title, first.below) == (
        "Winter evening",
        "A",
        "Yard bikes",
        "Tables, Break: Round 1 of 2",
    )
    assert sorted(name for name, _whence in first.pairs) == sorted(
        seat.person.name for seat in table.seats
    )
    slips = _cards(make_pages(room.database, kinds.SEAT_SLIPS, 1))
    assert (slips.shape, len(slips.cards)) == (CardShape.STRIP, 20)
    person = table.seats[0].person
    slip = next(one for one in slips.cards if one.title == person.name)
    assert slip.above == "Winter evening"
    assert slip.pairs[0] == ("Tables, Break: Round 1 of 2: Yard bikes", "A")
    assert slip.pairs[1][0].startswith("Tables, Break: Round 2 of 2")
    room.database.close()


def test_each_table_has_a_tent_with_its_letter(tmp_path: Path) -> None:
    room = make_tables_room(tmp_path / "club.kdc")
    room.seat(rounds=2)
    cards = _cards(make_pages(room.database, kinds.TABLE_CARDS, 1))
    assert [one.title for one in cards.cards][:4] == ["A", "B", "C", "D"]
    room.database.close()


def test_without_tables_there_is_nothing_to_print_and_that_is_said(tmp_path: Path) -> None:
    room = make_tables_room(tmp_path / "club.kdc")
    for kind in (kinds.SEATING_CARDS, kinds.SEAT_SLIPS):
        made = make_pages(room.database, kind, 1)
        assert nothing_in(made) == "Nobody has a table yet: seat everybody first."
    room.database.close()


def test_the_sheet_has_every_seat_and_when_its_table_met(tmp_path: Path) -> None:
    room = make_tables_room(tmp_path / "club.kdc")
    room.seat(rounds=2)
    tick_met(room.database, [room.rounds[0].tables[1].id])
    with room.database.read() as snapshot:
        made = tables(Source(snapshot, 1, room.database.now()))
    titles = [str(column.title) for column in made.columns]
    rows = [dict(zip(titles, row, strict=True)) for row in made.rows]
    assert len(rows) == 40
    met = {(row["Round"], row["Table"]) for row in rows if row["Met"] is not None}
    assert met == {(1, "B")}
    room.database.close()
