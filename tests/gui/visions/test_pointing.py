"""Undo leads to what it has changed, on whichever page of the vision it stands."""

from collections.abc import Callable

import pytest

from kdc_desktop.domain.visions.states import Engagement, ReservationState, Served
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.visions.pointing import point_at_cell
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.sessions.traces import trace_step
from kdc_desktop.services.visions.estimates import set_estimate
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.readings import set_reading
from kdc_desktop.services.visions.reservations import Concern, settle_reservation
from kdc_desktop.services.visions.stakes import add_stake, say_served
from tests.gui.visions.hands import here, latest, page
from tests.rooms.consortium_room import ConsortiumRoom

NORTH = 5
Do = Callable[[ConsortiumRoom], object]


def undone(room: ConsortiumRoom) -> ChangedRows:
    """What the last step has changed, as the window hands it to a screen."""
    entry_id = room.database.undo().entry_id
    assert entry_id is not None
    return trace_step(room.database, entry_id).rows


def reserve(room: ConsortiumRoom) -> None:
    member, version = room.members[NORTH], latest(room).id
    take_position(room.database, version, member, 4, concern=Concern("Indoors."))
    settle_reservation(room.database, page(room).reservations[0].id, ReservationState.LIFTED)


def serve(room: ConsortiumRoom) -> None:
    stake = add_stake(room.database, room.members[NORTH], "No claims")
    say_served(room.database, stake, latest(room).id, Served.NOT)


def read(room: ConsortiumRoom) -> None:
    set_reading(room.database, latest(room).id, room.members[NORTH], "Fewer claims")


def think(room: ConsortiumRoom) -> None:
    levels = Engagement.NEUTRAL, Engagement.LEADING
    set_estimate(room.database, room.members[NORTH], *levels)


DONE: dict[str, tuple[Do, UnderVision]] = {
    "reservation": (reserve, UnderVision.POSITIONS),
    "stake served": (serve, UnderVision.STAKES),
    "reading": (read, UnderVision.READINGS),
    "estimate": (think, UnderVision.POSITIONS),
    "sign of life": (
        lambda room: write_sign_of_life(room.database, room.consortium_id, "It rides"),
        UnderVision.LIFE,
    ),
    "let go": (lambda room: let_go(room.database, room.consortium_id), UnderVision.LIFE),
}


@pytest.mark.parametrize("what", DONE)
def test_the_page_is_shown_on_which_it_stands(
    screen: VisionScreen, room: ConsortiumRoom, what: str
) -> None:
    do, look = DONE[what]
    do(room)
    screen.looks.show(UnderVision.PULSE)
    point_at_cell(screen, undone(room))
    assert screen.view.look is look
    if look is UnderVision.POSITIONS:
        assert here(screen)[0].id == room.members[NORTH]


def test_a_stake_is_current_again(screen: VisionScreen, room: ConsortiumRoom) -> None:
    add_stake(room.database, room.members[0], "More bikes")
    serve(room)
    point_at_cell(screen, undone(room))
    stake = screen.under.stakes.page.table.chosen.stake
    assert stake is not None
    assert stake.text == "No claims"


def test_who_writes_a_version_is_left_alone(screen: VisionScreen, room: ConsortiumRoom) -> None:
    serve(room)
    screen.write()
    point_at_cell(screen, undone(room))
    assert screen.view.look is UnderVision.POSITIONS
