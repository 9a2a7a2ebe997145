"""An evening to which one organisation sends most of those who are there, and offers a lot."""

from pathlib import Path

from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.rows import Holder
from tests.rooms.consortia_room import Room, make_room

WORDS = (
    *("laboratory", "greenhouse", "robot", "harbour", "welding", "crane"),
    *("biogas", "tram", "ferry", "battery", "sensor", "timber"),
)


def make_large_house(path: Path, people: int) -> Room:
    """Two organisations, a large and a small one; each offers and needs a dozen things."""
    room = make_room(path, people=people, organisations=2)
    house, other = room.organisations
    with room.database.edit(lazy("Moved")) as edit:
        ids = [key for at, key in enumerate(room.people) if at % 10 not in (1, 4)]
        edit.change_rows(Person, {key: {"organisation_id": house} for key in ids})
    note_all(
        room.database,
        [
            SaidOffer(kind, f"{word} {WORDS[(at + further) % 12]} testing", Holder(None, said_by))
            for at, word in enumerate(WORDS)
            for kind, said_by, further in (
                (OfferKind.OFFER, house, 1),
                (OfferKind.NEED, house, 3),
                (OfferKind.NEED, other, 2),
                (OfferKind.OFFER, other, 4),
            )
        ],
        room.session_id,
    )
    return room
