"""Beside a consortium in its sheet: how far its vision is, and whether it can go."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.consortia.states import ConsortiumState, state_of
from kdc_desktop.domain.visions.readiness import OpenObjection, Readiness, readiness
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Reservation
from kdc_desktop.services.consortia.life_sheets import OF_STATE, steps_in
from kdc_desktop.services.consortia.worked_on import of_source
from kdc_desktop.services.kit.source import Columns, Line, Source
from kdc_desktop.services.visions.book import (
    AGREED_LEVEL,
    OF_SCALE,
    VisionBook,
    scale_of,
    stakeholder_of,
)
from kdc_desktop.services.visions.open_roles import open_roles_of
from kdc_desktop.services.visions.reservations_told import RESERVATION_IS_TOLD


def readiness_by_id(source: Source) -> Callable[[int], Readiness]:
    """By consortium: what keeps it from going with its vision."""
    book = source.once(VisionBook)
    objections = _open_objections(source)
    roles: dict[int, list[str]] = {}
    for key, title in source.snapshot.execute(open_roles_of(list(book.of.consortia))):
        roles.setdefault(key, []).append(title)

    def of(consortium_id: int) -> Readiness:
        consortium = book.of.consortia[consortium_id]
        mine = (objections.get(consortium_id, []), roles.get(consortium_id, []))
        return _readiness(source, consortium, *mine)

    return of


def _read(source: Source) -> Callable[[int], Line]:
    book, ready = source.once(VisionBook), source.once(readiness_by_id)

    def beside(consortium_id: int) -> Line:
        consortium, told = book.of.consortia[consortium_id], ready(consortium_id)
        return (
            state_in(source, consortium),
            len(book.versions_of(consortium)),
            scale_of(consortium).key,
            book.agreed_level(consortium),
            told.ready,
            "\n".join(str(reason) for reason in told.reasons),
        )

    return beside


def state_in(source: Source, consortium: Consortium) -> ConsortiumState:
    """How far a consortium is, by its last step or else by what it has."""
    said = {step.consortium_id: step.state for step in source.once(steps_in)}
    return state_of(
        said.get(consortium.id),
        let_go=consortium.let_go_at is not None,
        has_vision=bool(source.once(VisionBook).versions_of(consortium)),
    )


def _readiness(
    source: Source,
    consortium: Consortium,
    objections: list[OpenObjection],
    open_roles: list[str],
) -> Readiness:
    book = source.once(VisionBook)
    members = book.of.members_of(consortium)
    asked = [note for note in members if note.is_asked]
    versions = book.versions_of(consortium)
    return readiness(
        scale_of(consortium),
        book.agreed_level(consortium),
        [stakeholder_of(note) for note in asked],
        [stand for note in asked for stand in book.stands[note.id].values()],
        objections,
        consortium.needed_sectors,
        source.now,
        source.zone,
        version_number=versions[-1].number if versions else 0,
        observing={note.sector for note in members if note.observes and not note.has_left},
        open_roles=open_roles,
    )


def _open_objections(source: Source) -> dict[int, list[OpenObjection]]:
    """By consortium, the oldest first."""
    members = source.once(VisionBook).of.members
    found: dict[int, list[OpenObjection]] = {}
    for member_id, opened_at in source.snapshot.execute(
        select(Reservation.member_id, Reservation.opened_at)
        .join(Member, Member.id == Reservation.member_id)
        .join(Consortium, Consortium.id == Member.consortium_id)
        .where(
            of_source(source),
            Reservation.objection,
            Reservation.state == ReservationState.OPEN,
            RESERVATION_IS_TOLD,
        )
        .order_by(Reservation.opened_at)
    ):
        note = members[member_id]
        objection = OpenObjection(note.name, opened_at)
        found.setdefault(note.consortium.id, []).append(objection)
    return found


BESIDE_CONSORTIA = Columns(
    (
        OF_STATE,
        Column(
            lazy("Versions"),
            Kind.NUMBER,
            filled=True,
            means=lazy("How many versions its vision has."),
        ),
        replace(OF_SCALE, aside=True),
        replace(AGREED_LEVEL, aside=True),
        Column(
            lazy("Ready"),
            Kind.BOOL,
            filled=True,
            means=lazy("Whether nothing is missing for it to go on with its vision."),
        ),
        Column(
            lazy("What is missing"), means=lazy("What it lacks before it can go on, a line each.")
        ),
    ),
    _read,
)
