"""What is known of a member before its next answer is noted: who speaks for it, what it said."""

from dataclasses import dataclass

from sqlalchemy import Select, and_, or_, select

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.visions.states import ReservationEvent
from kdc_desktop.model.consortia import Delegate, Member
from kdc_desktop.model.people import Person
from kdc_desktop.model.visions import Position, Reservation, ReservationStep
from kdc_desktop.services.people.known_twice import IS_ONE_OF_ITS_OWN
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class SpeakerChoice:
    """Somebody who can have said where a member stands."""

    person_id: int
    name: str


def may_speak_for(database: Database, member_id: int) -> list[SpeakerChoice]:
    """The people of a member: who has spoken for it comes first, then by name."""
    with database.read() as snapshot:
        spoken = set(snapshot.scalars(_spoken(member_id)))
        found = snapshot.execute(_people(snapshot.get_one(Member, member_id), spoken)).all()
    ordered = sorted(found, key=lambda row: (row.id not in spoken, fold(row.name), row.id))
    return [SpeakerChoice(row.id, row.name) for row in ordered]


def _spoken(member_id: int) -> Select[int]:
    seated = select(Delegate.person_id).where(Delegate.member_id == member_id)
    said = select(Position.said_by_id).where(
        Position.member_id == member_id, Position.said_by_id.is_not(None)
    )
    return select(Person.id).where(or_(Person.id.in_(seated), Person.id.in_(said)))


def _people(member: Member, spoken: set[int]) -> Select[int, str]:
    own = [Person.id == member.person_id, Person.id.in_(spoken)]
    if member.department_id is not None:
        own.append(Person.department_id == member.department_id)
    elif member.organisation_id is not None:
        own.append(Person.organisation_id == member.organisation_id)
    return select(Person.id, Person.name).where(and_(IS_ONE_OF_ITS_OWN, or_(*own)))


def heard_in(database: Database, asking_id: int | None, member_id: int) -> dict[int, bool]:
    """Of the reservations about which a member has spoken in an asking: whether they are there."""
    with database.read() as snapshot:
        found = snapshot.execute(
            select(ReservationStep.reservation_id, ReservationStep.event)
            .join(Reservation, Reservation.id == ReservationStep.reservation_id)
            .where(ReservationStep.asking_id == asking_id, Reservation.member_id == member_id)
            .order_by(ReservationStep.at, ReservationStep.id)
        )
        return {key: event is not ReservationEvent.LIFTED for key, event in found}
