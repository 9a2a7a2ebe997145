"""What consortia wrote and promised: versions, readings and commitments."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.i18n import lazy
from kdc_desktop.instants import day_of
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Commitment, Reading, Reservation
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM, OF_MEMBER
from kdc_desktop.services.consortia.worked_on import of_source
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.reservations_told import RESERVATION_IS_TOLD

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
    Column(lazy("Who"), aside=True, means=lazy("Who is to bring it about, or to have it.")),
    Column(lazy("What changes"), aside=True, means=lazy("What is to be different then.")),
    Column(lazy("So that"), aside=True, means=lazy("What for.")),
    Column(lazy("By when"), aside=True, means=lazy("When it is to be so.")),
    Column(lazy("How we will know"), aside=True, means=lazy("What will show that it is so.")),
    Column(lazy("Written"), Kind.DATETIME, filled=True, means=lazy("When it was written.")),
)
_READINGS = (
    key_of("Reading"),
    *OF_CONSORTIUM,
    *OF_VERSION,
    *OF_MEMBER,
    Column(lazy("Reading"), filled=True, means=lazy("What the version means for the member.")),
    Column(
        lazy("Carried over"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether it is the member's last one, and there is a newer version since."),
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
    id_of("Reservation"),
    Column(
        lazy("Meets the reservation"),
        aside=True,
        means=lazy("The worry that it is to do away with, if it is for one."),
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
            vision.who,
            vision.change,
            vision.so_that,
            vision.by_when,
            vision.how_known,
            vision.created_at,
        )
        for vision in book.visions.values()
    ]
    purpose = lazy("Every version of what a consortium wants to bring about, in its words.")
    return source.table("Visions", lazy("Visions"), _VISIONS, rows, purpose=purpose, born=True)


def readings(source: Source) -> Table:
    """What a version means for each member, in its own words; the last one is carried over."""
    book = source.once(VisionBook)
    found = list(of_members(source, Reading, Reading.member_id))
    newest: dict[int, int] = {}
    for reading in found:
        number = book.visions[reading.vision_id].number
        newest[reading.member_id] = max(number, newest.get(reading.member_id, 0))
    rows: list[Line] = []
    for reading in found:
        number = book.visions[reading.vision_id].number
        last = book.versions_of(book.of.members[reading.member_id].consortium)[-1].number
        carried = number == newest[reading.member_id] and number < last
        about = about_version(source, reading.id, reading.member_id, reading.vision_id)
        rows.append((*about, reading.text, carried))
    purpose = lazy("What a version means for each member, in their own words.")
    return source.table("Readings", lazy("Readings"), _READINGS, rows, purpose=purpose, born=True)


def commitments(source: Source) -> Table:
    """Who gives what by when."""
    today = day_of(source.now, source.zone)
    worries = {one.id: one.text for one in source.once(reservations_in)}
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
                found.reservation_id if found.reservation_id in worries else None,
                worries.get(found.reservation_id or 0),
            )
        )
    purpose = lazy("Who gives what by when, and what has been done.")
    title = lazy("Commitments")
    return source.table("Commitments", title, _COMMITMENTS, rows, purpose=purpose, born=True)


def commitments_in(source: Source) -> list[Commitment]:
    """What was promised in the sessions wanted, in the order of the consortia."""
    return list(of_members(source, Commitment, Commitment.member_id))


def reservations_in(source: Source) -> list[Reservation]:
    """What members are or were worried about and may be told, in the order of the consortia."""
    return list(of_members(source, Reservation, Reservation.member_id, RESERVATION_IS_TOLD))


def about_version(source: Source, key: int, member_id: int, vision_id: int) -> Line:
    """What each row about a member and a version begins with."""
    note = source.once(ConsortiumBook).members[member_id]
    number = source.once(VisionBook).visions[vision_id].number
    consortium = note.consortium
    session_id = consortium.session_id
    return (session_id, key, consortium.id, consortium.name, vision_id, number, note.id, note.name)


def of_members(
    source: Source,
    entity: type[Any],
    member_id: InstrumentedAttribute[int],
    *conditions: ColumnElement[bool],
) -> Iterable[Any]:
    """The rows of members, in the order of their consortia."""
    return source.snapshot.scalars(
        select(entity)
        .join(Member, Member.id == member_id)
        .join(Consortium, Consortium.id == Member.consortium_id)
        .where(of_source(source), *conditions)
        .order_by(Consortium.place_in_order, Consortium.id, entity.id)
    )
