"""What was answered before askings were kept stays, also once everybody has answered anew."""

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Position
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.stands import revealed
from tests.rooms.consortium_room import ConsortiumRoom
from tests.services.visions.on_a_vision import latest, page


def answered_then(room: ConsortiumRoom, vision_id: int, levels: tuple[int, ...]) -> None:
    """As in a file of before: an answer has no asking."""
    with room.database.edit(lazy("Answered before askings were kept")) as edit:
        edit.add_all(
            Position(vision_id=vision_id, member_id=member_id, level=level, at=room.clock())
            for member_id, level in zip(room.members, levels, strict=False)
        )


def test_all_who_answer_the_same_version_anew_have_a_shadow(
    room: ConsortiumRoom, first: int
) -> None:
    answered_then(room, first, (7, 5))
    room.clock.days(1)
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[0], 8)
    take_position(room.database, first, room.members[1], 6)
    reveal(room.database, asking_id)
    found = revealed(page(room), latest(room))
    assert found is not None
    assert [(one.level, one.before) for one in found.stands] == [(8, 7), (6, 5)]
    assert [asking.id for asking in page(room).askings] == [None, asking_id]


def test_the_ledger_knows_the_evening_on_which_that_was(room: ConsortiumRoom, first: int) -> None:
    answered_then(room, first, (7, 5))
    ledger = consortium_ledger(room.database, room.consortium_id)
    assert [evening.title for evening in ledger.evenings] == ["Winter evening"]
