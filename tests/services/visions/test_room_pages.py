"""What the room is shown of many visions is what is read of each of them."""

from dataclasses import replace

import pytest

from kdc_desktop.domain.visions.positions import Trend
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.room_pages import room_pages
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium
from tests.rooms.statements import queries_of
from tests.rooms.vision_pages import reveal_all, vision_page
from tests.services.visions.on_a_vision import FIRST, SECOND


@pytest.fixture
def asked(room: ConsortiumRoom) -> ConsortiumRoom:
    """A room that was asked about one version, and is asked about another."""
    for text in (FIRST, SECOND):
        version = save_version(room.database, room.consortium_id, text)
        asking = open_asking(room.database, room.consortium_id)
        for place, member_id in enumerate(room.members[:2]):
            take_position(room.database, version, member_id, 4 + place)
        if text == FIRST:
            reveal(room.database, asking)
    return room


def without_what_is_not_told(page: VisionPage) -> VisionPage:
    members = (
        replace(member, levels=(), trend=Trend.SILENT, remark=None) for member in page.members
    )
    told = replace(page, winner="", readings={}, reservations=(), commitments=(), stakes=())
    return replace(told, members=tuple(members), sector_means={})


def test_the_room_is_shown_what_is_on_the_page(asked: ConsortiumRoom) -> None:
    database, one = asked.database, asked.consortium_id
    other, _members = add_consortium(database, asked.session_id, name="Ferries")
    reveal_all(database)
    read = {key: without_what_is_not_told(vision_page(database, key)) for key in (one, other)}
    assert room_pages(database, [one, other, 999]) == read
    assert len(read[one].askings) == 2


def test_of_what_is_not_revealed_the_room_learns_how_many_have_answered(
    asked: ConsortiumRoom,
) -> None:
    read = room_pages(asked.database, [asked.consortium_id])[asked.consortium_id]
    latest = read.versions[-1]
    assert read.answered(latest.id) == (2, 7)
    assert [key for key in read.given if key[1] == latest.id] == []


def test_many_are_read_in_as_many_queries_as_one(asked: ConsortiumRoom) -> None:
    database, ids = asked.database, [asked.consortium_id]
    few = len(queries_of(lambda: room_pages(database, ids)))
    ids += [add_consortium(database, asked.session_id, name=name)[0] for name in "ABCDE"]
    assert len(queries_of(lambda: room_pages(database, ids))) == few
