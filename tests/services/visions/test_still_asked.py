"""At the end of an evening it is said which consortia are still being asked."""

from kdc_desktop.domain.visions.stages import BUY_IN
from kdc_desktop.services.joined.endings import ENDING
from kdc_desktop.services.sessions.agenda import add_stage, go_live
from kdc_desktop.services.visions.askings import open_asking
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.pulses import call_off_pulse, open_pulse
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import MEMBERS, ConsortiumRoom, add_consortium
from tests.rooms.vision_pages import reveal_all
from tests.services.visions.on_a_vision import FIRST


def loose_ends(room: ConsortiumRoom) -> list[str]:
    told = (fact.sentence(room.database, room.session_id) for fact in ENDING.loose_ends)
    return [words for words in told if words]


def test_what_is_not_revealed_is_a_loose_end(room: ConsortiumRoom, first: int) -> None:
    database, session_id = room.database, room.session_id
    assert loose_ends(room) == []
    other, members = add_consortium(database, session_id, "Ferries", MEMBERS[2:3])
    of_ferries = save_version(database, other, FIRST)
    open_asking(database, other, session_id)
    open_asking(database, room.consortium_id, session_id)
    pulse = open_pulse(database, room.consortium_id, session_id)
    assert loose_ends(room) == [
        "2 consortia are still being asked: Yard bikes, Ferries. Reveal their answers, or call "
        "it off. The pulse of 1 consortium is not revealed yet: Yard bikes."
    ]
    call_off_pulse(database, pulse)
    take_position(database, first, room.members[0], 6)
    take_position(database, of_ferries, members[0], 6)
    reveal_all(database)
    assert loose_ends(room) == []


def test_what_is_asked_between_evenings_is_no_loose_end_of_one(
    room: ConsortiumRoom, first: int
) -> None:
    open_asking(room.database, room.consortium_id)
    assert loose_ends(room) == []


def test_a_version_of_that_evening_about_which_nobody_was_asked_is_a_loose_end(
    room: ConsortiumRoom,
) -> None:
    add_stage(room.database, room.session_id, BUY_IN)
    go_live(room.database, room.session_id)
    version = save_version(room.database, room.consortium_id, FIRST)
    assert loose_ends(room) == [
        "Nobody was asked about the new version of 1 consortium: Yard bikes."
    ]
    take_position(room.database, version, room.members[0], 6)
    reveal_all(room.database)
    assert loose_ends(room) == []
