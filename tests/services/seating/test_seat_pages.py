"""Cards for tables, slips for people, and the sheet of all seats."""

from pathlib import Path

from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.values import CardShape, CardSheet, Document
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
    assert (cards.shape, len(cards.cards)) == (CardShape.HALF, 8)
    first, table = cards.cards[0], room.rounds[0].tables[0]
    assert (first.above, first.title, first.below) == ("Round 1 of 2", "Table A", "Yard bikes")
    assert [line.split(",")[0] for _sector, line in first.pairs] == [
        seat.person.name for seat in table.seats
    ]
    slips = _cards(make_pages(room.database, kinds.SEAT_SLIPS, 1))
    assert (slips.shape, len(slips.cards)) == (CardShape.SLIP, 20)
    person = table.seats[0].person
    slip = next(one for one in slips.cards if one.title == person.name)
    assert slip.pairs[0] == ("1.", "Table A: Yard bikes")
    assert [number for number, _table in slip.pairs] == ["1.", "2."]
    room.database.close()


def test_without_tables_the_pages_say_so(tmp_path: Path) -> None:
    room = make_tables_room(tmp_path / "club.kdc")
    for kind in (kinds.SEATING_CARDS, kinds.SEAT_SLIPS):
        made = make_pages(room.database, kind, 1)
        assert isinstance(made, Document)
        assert [block.text for block in made.blocks] == ["Nobody has a table yet."]
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
