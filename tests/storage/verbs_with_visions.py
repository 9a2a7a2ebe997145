"""Verbs that work with visions."""

from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.visions.parts import VisionParts
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import AnswerWay, Engagement, ReservationState, Served
from kdc_desktop.model import (
    Asking,
    Commitment,
    Consortium,
    Member,
    Reservation,
    SignOfLife,
    Stake,
    Vision,
)
from kdc_desktop.services.consortia import signs
from kdc_desktop.services.visions import (
    askings,
    commitments,
    estimates,
    letting_go,
    positions,
    readings,
    reservations,
    scale,
    stakes,
    versions,
)
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb


def take_position(database: Database, draw: Draw) -> object:
    vision_id, member_id = pair(draw)
    level = draw.lots.randint(1, 8)
    concern = reservations.Concern(draw.text(), draw.one_of(True, False), draw.text())
    how = positions.HowAnswered(way=draw.one_of(*AnswerWay))
    said = draw.one_of(None, concern)
    return positions.take_position(
        database, vision_id, member_id, level, draw.text(), concern=said, how=how
    )


def pair(draw: Draw) -> tuple[int, int]:
    """A vision and a member of its consortium."""
    vision_id = draw.id(Vision)
    with draw.database.read() as snapshot:
        consortium_id = snapshot.get_one(Vision, vision_id).consortium_id
    return vision_id, draw.id(Member, Member.consortium_id == consortium_id)


def say_served(database: Database, draw: Draw) -> None:
    wanting = select(Member.consortium_id).join(Stake, Stake.member_id == Member.id)
    vision_id = draw.id(Vision, Vision.consortium_id.in_(wanting))
    with database.read() as snapshot:
        consortium_id = snapshot.get_one(Vision, vision_id).consortium_id
    beside = select(Member.id).where(Member.consortium_id == consortium_id)
    stake_id = draw.id(Stake, Stake.member_id.in_(beside))
    stakes.say_served(database, stake_id, vision_id, draw.one_of(*Served, None))


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
    "open_asking": lambda db, d: askings.open_asking(
        db, d.id(Consortium), d.one_of(None, d.session())
    ),
    "reveal": lambda db, d: askings.reveal(db, d.id(Asking)),
    "call_off": lambda db, d: askings.call_off(db, d.id(Asking)),
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
    "add_stake": lambda db, d: stakes.add_stake(db, d.id(Member), d.text()),
    "change_stake": lambda db, d: stakes.change_stake(db, d.id(Stake), d.text()),
    "remove_stake": lambda db, d: stakes.remove_stake(db, d.id(Stake)),
    "say_served": say_served,
    "set_estimate": lambda db, d: estimates.set_estimate(
        db, d.id(Member), d.one_of(*Engagement), d.one_of(*Engagement)
    ),
    "forget_estimate": lambda db, d: estimates.forget_estimate(db, d.id(Member)),
    "share_contacts": lambda db, d: letting_go.share_contacts(
        db, d.id(Consortium), d.one_of(True, False), d.text()
    ),
    "write_sign_of_life": lambda db, d: signs.write_sign_of_life(
        db, d.id(Consortium), d.text(), d.text(), d.one_of(None, date(2026, 1, 31))
    ),
    "remove_sign_of_life": lambda db, d: signs.remove_sign_of_life(db, d.id(SignOfLife)),
    "remove_commitment": lambda db, d: commitments.remove_commitment(db, d.id(Commitment)),
}
