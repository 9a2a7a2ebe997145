"""Whoever damages the time of an asking that is open uncovers nothing that it hides."""

import json
import sqlite3
from contextlib import closing

import pytest

from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.visions.askings import open_asking
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from kdc_desktop.storage import open_database
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import reveal_all

TOLD, HIDDEN = Concern("Who pays?"), Concern("They park on our quay", objection=True)


@pytest.mark.parametrize("was_asked_before", [False, True])
@pytest.mark.parametrize("opened_at", ["'9999-12-31 23:00:00.000000'", "'soon'", "7", "''", "x''"])
def test_a_reservation_of_a_hidden_answer_stays_hidden(
    room: ConsortiumRoom, first: int, opened_at: str, was_asked_before: bool
) -> None:
    database = room.database
    if was_asked_before:
        take_position(database, first, room.members[0], 4, concern=TOLD)
        reveal_all(database)
        room.clock.days(1)
    asking = open_asking(database, room.consortium_id, room.session_id)
    take_position(database, first, room.members[0], 1, concern=HIDDEN)
    database.close()
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute(
            f"UPDATE asking SET opened_at = {opened_at} WHERE id = ?",
            (asking,),
        )
    damaged = open_database(database.path, room.clock)
    told = database.path.with_suffix(".json")
    export_workbook(damaged, told, WORKBOOK, wanted=Delivery(Edition.FULL, Form.JSON))
    damaged.close()
    words = json.dumps(json.loads(told.read_text(encoding="utf-8")))
    assert HIDDEN.text not in words
    if was_asked_before and opened_at.startswith("'9"):
        assert TOLD.text in words
