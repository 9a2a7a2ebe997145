"""How much a reveal asks does not grow with what it brings on."""

from sqlalchemy import select

from kdc_desktop.model import Reservation
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.statements import queries_of


def test_a_reveal_asks_as_much_for_many_reservations_as_for_one(
    room: ConsortiumRoom, first: int
) -> None:
    assert asked_by_a_reveal(room, first, 1) == asked_by_a_reveal(room, first, 6)


def asked_by_a_reveal(room: ConsortiumRoom, vision_id: int, several: int) -> int:
    """How much is asked where so many members say that what they minded is still there."""
    key = open_asking(room.database, room.consortium_id)
    for member_id in room.members[:several]:
        concern = Concern("It may rain")
        take_position(room.database, vision_id, member_id, 3, concern=concern)
    reveal(room.database, key)
    room.clock.days(1)
    with room.database.read() as snapshot:
        known = snapshot.execute(select(Reservation.member_id, Reservation.id)).all()
    key = open_asking(room.database, room.consortium_id)
    for member_id in room.members[:several]:
        heard = {one: True for who, one in known if who == member_id}
        take_position(room.database, vision_id, member_id, 3, heard=heard)
    asked = queries_of(lambda: reveal(room.database, key))
    room.clock.days(1)
    return len(asked)
