"""The ledger of a consortium: what every member answered at every asking."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.visions.ledger import LedgerRow
from kdc_desktop.errors import UserError
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger
from tests.rooms.ledger_room import LedgerRoom, make_ledger_room
from tests.rooms.statements import queries_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[LedgerRoom]:
    made = make_ledger_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def read(room: LedgerRoom) -> ConsortiumLedger:
    return consortium_ledger(room.database, room.consortium_id)


def told(row: LedgerRow) -> str:
    """A row in one line: levels, “–” for what stands, and how the reason begins of no answer."""
    marks = []
    for cell in row.cells:
        level = cell.given.level if cell.given else None
        marks.append(str(level) if level else "–" if cell.kind == "stands" else cell.kind[:5])
    return " ".join(marks)


def test_the_ledger_is_as_it_was_drawn(room: LedgerRoom) -> None:
    ledger = read(room)
    assert {row.member.name: told(row) for row in ledger.rows} == {
        "Harbour Mobility": "7 8 – 8 – 8",
        "North Insurance": "4 4 5 5 6 3",
        "Quay Storage": "7 6 – left left left",
        "Ferry Line": "not j not j not j 5 – 6",
        "City, Transport": "4 6 – 6 – 7",
        "City, Environment": "6 6 – 6 – 4",
        "Regional Transport": "obser obser obser obser obser obser",
        "Coast University, Urban Lab": "6 6 7 absen – not y",
        "Cyclists’ Association": "8 7 – 7 – 7",
        "Pensioners’ Union": "5 6 – 6 – 6",
        "Yard committee Polaris": "5 3 5 6 – 7",
        "Eero Salmi": "7 7 – 8 – 8",
        "Mei Korhonen": "not j not j not j not j not j 7",
    }
    assert [row.member.name for row in ledger.rows if row.joins_above] == ["City, Environment"]


def test_beside_the_rows_stands_what_changed_or_fell_silent(room: LedgerRoom) -> None:
    ledger = read(room)
    names = {row.member.id: row.member.name for row in ledger.rows}
    assert {names[key]: str(flag.text) for key, flag in ledger.flags.items()} == {
        "North Insurance": "fell by three",
        "Ferry Line": "up by one",
        "City, Transport": "up by one",
        "City, Environment": "fell by two",
        "Coast University, Urban Lab": "silent 161 days",
        "Yard committee Polaris": "up by one",
    }


def test_what_keeps_it_from_going_is_told_in_groups(room: LedgerRoom) -> None:
    ledger = read(room)
    assert str(ledger.headline) == "Not yet: three things"
    assert [(one.count, str(one.head), *map(str, one.about)) for one in ledger.reasons] == [
        (2, "below the agreed level 5", "North Insurance 3", "City, Environment 4"),
        (1, "has not answered version 4", "Coast University, Urban Lab, silent for 161 days"),
        (1, "open reservation", "North Insurance: Locked indoors at night"),
        (1, "commitment overdue", "Yard committee Polaris, A locked room, 12 days over"),
    ]
    assert ledger.help is not None
    assert ledger.help.words == "stored indoors"


def test_evenings_stand_together_and_calls_between_them(room: LedgerRoom) -> None:
    assert [(one.first, one.last, one.title, one.by_phone) for one in read(room).evenings] == [
        (0, 1, "Spring evening", False),
        (2, 2, "", True),
        (3, 3, "Autumn evening", False),
        (4, 4, "", True),
        (5, 5, "Winter evening", False),
    ]


def test_it_takes_as_many_queries_for_a_long_way_as_for_a_short_one(room: LedgerRoom) -> None:
    read(room)
    few = queries_of(lambda: read(room))
    version = room.version("Every yard shares two cargo bikes.")
    room.answer(version, {"Harbour": 8, "North": 5})
    room.call(version, "Ferry", 7)
    assert len(queries_of(lambda: read(room))) == len(few)


def test_a_consortium_that_is_gone_has_none(room: LedgerRoom) -> None:
    with pytest.raises(UserError, match="removed meanwhile"):
        consortium_ledger(room.database, room.consortium_id + 1)
