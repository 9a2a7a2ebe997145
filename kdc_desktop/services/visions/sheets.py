"""What consortia wrote and promised: versions, readings, reservations and commitments."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import _, lazy, plazy
from kdc_desktop.instants import day_of, days_between
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Commitment, Reading, Reservation
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM, OF_MEMBER
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.visions.book import VisionBook

OF_VERSION = (id_of("Vision"), Column(lazy("Version"), Kind.NUMBER))
_VISIONS = (
    key_of("Vision"),
    id_of("Consortium"),
    Column(lazy("Consortium"), head=True),
    Column(lazy("Version"), Kind.NUMBER, head=True),
    Column(lazy("Vision")),
    Column(lazy("What changed")),
    Column(lazy("Written"), Kind.DATETIME),
)
_READINGS = (key_of("Reading"), *OF_CONSORTIUM, *OF_VERSION, *OF_MEMBER, Column(lazy("Reading")))
_RESERVATIONS = (
    key_of("Reservation"),
    *OF_CONSORTIUM,
    *OF_VERSION,
    *OF_MEMBER,
    Column(lazy("Reservation")),
    Column(lazy("Objection"), Kind.BOOL),
    Column(lazy("State")),
    Column(lazy("Owner")),
    Column(lazy("Answer")),
    Column(lazy("Opened"), Kind.DATETIME, aside=True),
    Column(lazy("Settled"), Kind.DATETIME, aside=True),
    Column(lazy("Days"), Kind.NUMBER),
)
_COMMITMENTS = (
    key_of("Commitment"),
    *OF_CONSORTIUM,
    *OF_MEMBER,
    Column(lazy("Gives")),
    Column(lazy("By"), Kind.DATE),
    Column(lazy("Done"), Kind.DATETIME),
    Column(lazy("Overdue"), Kind.BOOL),
    Column(lazy("Made"), Kind.DATETIME, aside=True),
)
RESERVATION_STATES = {
    ReservationState.OPEN: plazy("state of a reservation", "open"),
    ReservationState.ADDRESSED: lazy("addressed"),
    ReservationState.LIFTED: lazy("lifted"),
    ReservationState.STANDING: plazy("state of a reservation", "standing"),
}


def visions(source: Source) -> Table:
    """Every version of every vision."""
    book = source.once(VisionBook)
    rows = [
        (
            book.of.consortia[vision.consortium_id].session_id,
            vision.id,
            vision.consortium_id,
            book.of.consortia[vision.consortium_id].name,
            vision.number,
            vision.text,
            vision.note,
            vision.created_at,
        )
        for vision in book.visions.values()
    ]
    purpose = lazy("Every version of what a consortium wants to bring about, in its words.")
    return source.table("Visions", lazy("Visions"), _VISIONS, rows, purpose=purpose)


def readings(source: Source) -> Table:
    """What a version means for each member, in its own words."""
    rows = [
        (*_about(source, reading.id, reading.member_id, reading.vision_id), reading.text)
        for reading in _of_members(source, Reading, Reading.member_id)
    ]
    purpose = lazy("What a version means for each member, in their own words.")
    return source.table("Readings", lazy("Readings"), _READINGS, rows, purpose=purpose)


def reservations(source: Source) -> Table:
    """Concerns, and what became of them."""
    rows = [
        (
            *_about(source, found.id, found.member_id, found.vision_id),
            found.text,
            found.objection,
            str(RESERVATION_STATES[found.state]),
            found.owner,
            found.answer,
            found.opened_at,
            found.settled_at,
            days_between(found.opened_at, found.settled_at or source.now, source.zone),
        )
        for found in _of_members(source, Reservation, Reservation.member_id)
    ]
    notes = (_("Version: the one it was raised with. Days: until it was settled, or so far."),)
    purpose = lazy("What members are worried about, and what became of it.")
    title = lazy("Reservations")
    return source.table("Reservations", title, _RESERVATIONS, rows, notes, purpose=purpose)


def commitments(source: Source) -> Table:
    """Who gives what by when."""
    today = day_of(source.now, source.zone)
    rows: list[Line] = []
    for found in source.once(commitments_in):
        note = source.once(ConsortiumBook).members[found.member_id]
        late = found.done_at is None and found.due_on is not None and found.due_on < today
        rows.append(
            (
                note.consortium.session_id,
                found.id,
                note.consortium.id,
                note.consortium.name,
                note.id,
                note.name,
                found.what,
                found.due_on,
                found.done_at,
                late,
                found.created_at,
            )
        )
    purpose = lazy("Who gives what by when, and what has been done.")
    title = lazy("Commitments")
    return source.table("Commitments", title, _COMMITMENTS, rows, purpose=purpose)


def commitments_in(source: Source) -> list[Commitment]:
    """What was promised in the sessions wanted, in the order of the consortia."""
    return list(_of_members(source, Commitment, Commitment.member_id))


def _about(source: Source, key: int, member_id: int, vision_id: int) -> Line:
    note = source.once(ConsortiumBook).members[member_id]
    number = source.once(VisionBook).visions[vision_id].number
    consortium = note.consortium
    session_id = consortium.session_id
    return (session_id, key, consortium.id, consortium.name, vision_id, number, note.id, note.name)


def _of_members(
    source: Source, entity: type[Any], member_id: InstrumentedAttribute[int]
) -> Iterable[Any]:
    return source.snapshot.scalars(
        select(entity)
        .join(Member, Member.id == member_id)
        .join(Consortium, Consortium.id == Member.consortium_id)
        .where(source.of(Consortium.session_id))
        .order_by(Consortium.place_in_order, Consortium.id, entity.id)
    )
