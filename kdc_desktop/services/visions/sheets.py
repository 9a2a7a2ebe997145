"""What consortia wrote and promised: versions, readings, reservations and commitments."""

from collections.abc import Iterable
from dataclasses import replace
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
from kdc_desktop.services.consortia.worked_on import of_source
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.visions.book import VisionBook

RESERVATION_STATES = {
    ReservationState.OPEN: plazy("state of a reservation", "open"),
    ReservationState.ADDRESSED: lazy("addressed"),
    ReservationState.LIFTED: lazy("lifted"),
    ReservationState.STANDING: plazy("state of a reservation", "standing"),
}
OF_VERSION = (
    id_of("Vision"),
    Column(
        lazy("Version"),
        Kind.NUMBER,
        filled=True,
        means=lazy("The number of the version of the vision, from 1."),
    ),
)
_VISIONS = (
    key_of("Vision"),
    id_of("Consortium"),
    replace(OF_CONSORTIUM[1], head=True),
    replace(OF_VERSION[1], head=True),
    Column(lazy("Vision"), filled=True, means=lazy("What they want to bring about.")),
    Column(lazy("What changed"), means=lazy("What is different from the version before.")),
    Column(lazy("Written"), Kind.DATETIME, filled=True, means=lazy("When it was written.")),
)
_READINGS = (
    key_of("Reading"),
    *OF_CONSORTIUM,
    *OF_VERSION,
    *OF_MEMBER,
    Column(lazy("Reading"), filled=True, means=lazy("What the version means for the member.")),
)
_RESERVATIONS = (
    key_of("Reservation"),
    *OF_CONSORTIUM,
    *OF_VERSION,
    *OF_MEMBER,
    Column(lazy("Reservation"), filled=True, means=lazy("What the member is worried about.")),
    Column(
        lazy("Objection"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether the consortium cannot go on before it is settled."),
    ),
    Column(
        lazy("State"),
        words=tuple(RESERVATION_STATES.items()),
        filled=True,
        means=lazy("What became of it."),
    ),
    Column(lazy("Owner"), means=lazy("Who takes care of it.")),
    Column(lazy("Answer"), means=lazy("What was answered.")),
    Column(
        lazy("Opened"), Kind.DATETIME, aside=True, filled=True, means=lazy("When it was raised.")
    ),
    Column(
        lazy("Settled"), Kind.DATETIME, aside=True, means=lazy("When it was settled, if it was.")
    ),
    Column(
        lazy("Days"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many days it took to settle it, or has taken so far."),
    ),
)
_COMMITMENTS = (
    key_of("Commitment"),
    *OF_CONSORTIUM,
    *OF_MEMBER,
    Column(lazy("Gives"), filled=True, means=lazy("What the member has promised.")),
    Column(lazy("By"), Kind.DATE, means=lazy("The day by which it is due, if one was said.")),
    Column(lazy("Done"), Kind.DATETIME, means=lazy("When it was done; empty until then.")),
    Column(
        lazy("Overdue"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether its day was past without it when this was written."),
    ),
    Column(
        lazy("Made"), Kind.DATETIME, aside=True, filled=True, means=lazy("When it was promised.")
    ),
)


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
            found.state,
            found.owner,
            found.answer,
            found.opened_at,
            found.settled_at,
            days_between(found.opened_at, found.settled_at or source.now, source.zone),
        )
        for found in _of_members(source, Reservation, Reservation.member_id)
    ]
    notes = (
        _("Version: the one it was raised with. Days: until it was settled, or so far."),
        _("Objection: a worry with which the consortium cannot go on before it is settled."),
    )
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
        .where(of_source(source))
        .order_by(Consortium.place_in_order, Consortium.id, entity.id)
    )
