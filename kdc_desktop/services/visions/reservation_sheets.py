"""What members are worried about, and what became of it step by step."""

from sqlalchemy import select

from kdc_desktop.domain.visions.state_words import EVENT_WORDS, RESERVATION_WORDS
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import days_between
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.visions import Reservation, ReservationStep
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM, OF_MEMBER
from kdc_desktop.services.kit.residents import named
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.reservations_told import STEP_IS_TOLD
from kdc_desktop.services.visions.sheets import OF_VERSION, about_version, reservations_in

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
        words=tuple(RESERVATION_WORDS.items()),
        filled=True,
        means=lazy("What became of it."),
    ),
    id_of("Person", "Owner"),
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
_HISTORY = (
    key_of("Reservation step"),
    *OF_CONSORTIUM,
    *OF_MEMBER,
    id_of("Reservation"),
    Column(lazy("Reservation"), filled=True, means=lazy("What the member is worried about.")),
    Column(
        lazy("What happened"),
        words=tuple(EVENT_WORDS.items()),
        filled=True,
        means=lazy("What became of it then."),
    ),
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When that was.")),
    id_of("Vision"),
    Column(
        lazy("Version"),
        Kind.NUMBER,
        means=lazy("The version of the vision that it has to do with, if there is one."),
    ),
    id_of("Commitment"),
    id_of("Asking"),
    Column(lazy("Note"), stays=True, means=lazy("What was noted with it.")),
)


def reservations(source: Source) -> Table:
    """Concerns, and what became of them."""
    rows = [
        (
            *about_version(source, found.id, found.member_id, found.vision_id),
            found.text,
            found.objection,
            found.state,
            *_owner(source, found),
            found.answer,
            found.opened_at,
            found.settled_at,
            days_between(found.opened_at, found.settled_at or source.now, source.zone),
        )
        for found in source.once(reservations_in)
    ]
    notes = (
        _("Version: the one it was raised with. Days: until it was settled, or so far."),
        _("Objection: a worry with which the consortium cannot go on before it is settled."),
    )
    purpose = lazy("What members are worried about, and what became of it.")
    title = lazy("Reservations")
    return source.table(
        "Reservations", title, _RESERVATIONS, rows, notes, purpose=purpose, born=True
    )


def _owner(source: Source, found: Reservation) -> Line:
    """Whoever was typed in before people were chosen is told to nobody else: it may be anybody."""
    owner_id, name = named(source, found.owner_id)
    return owner_id, name or (None if source.shares else found.owner)


def history(source: Source) -> Table:
    """Each thing that happened to a reservation after it was raised."""
    book = source.once(VisionBook)
    raised = {one.id: one for one in source.once(reservations_in)}
    rows: list[Line] = []
    for step in source.once(_steps_in):
        reservation = raised[step.reservation_id]
        note = book.of.members[reservation.member_id]
        vision = book.visions.get(step.vision_id or 0)
        rows.append(
            (
                note.consortium.session_id,
                step.id,
                note.consortium.id,
                note.consortium.name,
                note.id,
                note.name,
                reservation.id,
                reservation.text,
                step.event,
                step.at,
                step.vision_id,
                None if vision is None else vision.number,
                step.commitment_id,
                step.asking_id,
                step.note,
            )
        )
    purpose = lazy("What happened to each reservation after it was raised, in the order of time.")
    title = lazy("Reservation history")
    return source.table("Reservation_history", title, _HISTORY, rows, purpose=purpose, born=True)


def _steps_in(source: Source) -> list[ReservationStep]:
    place = {one.id: number for number, one in enumerate(source.once(reservations_in))}
    found = source.snapshot.scalars(
        select(ReservationStep)
        .where(ReservationStep.reservation_id.in_(list(place)), STEP_IS_TOLD)
        .order_by(ReservationStep.at, ReservationStep.id)
    )
    return sorted(found, key=lambda step: place[step.reservation_id])
