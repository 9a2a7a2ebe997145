"""Verbs that work with visions."""

from datetime import date

from kdc_desktop.domain.visions.parts import VisionParts
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.model import Commitment, Consortium, Member, Reservation, Vision
from kdc_desktop.services.visions import (
    commitments,
    positions,
    readings,
    reservations,
    scale,
    versions,
)
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb


def take_position(database: Database, draw: Draw) -> object:
    vision_id, member_id = pair(draw)
    level = draw.lots.randint(1, 8)
    concern = reservations.Concern(draw.text(), draw.one_of(True, False), draw.text())
    return positions.take_position(
        database, vision_id, member_id, level, draw.text(), concern=draw.one_of(None, concern)
    )


def pair(draw: Draw) -> tuple[int, int]:
    """A vision and a member of its consortium."""
    vision_id = draw.id(Vision)
    with draw.database.read() as snapshot:
        consortium_id = snapshot.get_one(Vision, vision_id).consortium_id
    return vision_id, draw.id(Member, Member.consortium_id == consortium_id)


def save_version(database: Database, draw: Draw) -> object:
    parts = VisionParts(draw.text(), draw.text(), by_when=draw.text())
    answers = draw.every(Reservation)[:2]
    return versions.save_version(
        database, draw.id(Consortium), draw.text(), draw.text(), parts, answers
    )


WITH_VISIONS: dict[str, Verb] = {
    "save_version": save_version,
    "set_reading": lambda db, d: readings.set_reading(db, *pair(d), d.text()),
    "take_position": take_position,
    "clear_position": lambda db, d: positions.clear_position(db, *pair(d)),
    "settle_reservation": lambda db, d: reservations.settle_reservation(
        db, d.id(Reservation), d.one_of(*ReservationState), d.text()
    ),
    "set_owner": lambda db, d: reservations.set_owner(db, d.id(Reservation), d.text()),
    "set_agreed_level": lambda db, d: scale.set_agreed_level(db, d.id(Consortium), 3),
    "set_scale": lambda db, d: scale.set_scale(db, d.id(Consortium), d.one_of(*SCALES)),
    "commit": lambda db, d: commitments.commit(
        db,
        d.id(Member),
        d.text(),
        d.one_of(None, date(2027, 1, 31)),
        d.one_of(None, d.maybe(Reservation)),
    ),
    "meet_reservation": lambda db, d: commitments.meet_reservation(
        db, d.id(Commitment), d.maybe(Reservation)
    ),
    "fulfil_commitment": lambda db, d: commitments.fulfil_commitment(db, d.id(Commitment)),
    "reopen_commitment": lambda db, d: commitments.reopen_commitment(db, d.id(Commitment)),
    "remove_commitment": lambda db, d: commitments.remove_commitment(db, d.id(Commitment)),
}
