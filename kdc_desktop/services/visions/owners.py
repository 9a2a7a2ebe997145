"""Who takes care of a reservation: a person of the club, or a name that nobody there has."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Select, select

from kdc_desktop.domain.kit.text import fold, on_one_line
from kdc_desktop.model.consortia import Delegate, Member
from kdc_desktop.model.people import Person
from kdc_desktop.services.people.known_twice import IS_ONE_OF_ITS_OWN
from kdc_desktop.storage import Database, Snapshot


class ReservationOwner(NamedTuple):
    """A person of the club by id, or the name of somebody else; neither is nobody."""

    person_id: int | None
    name: str


def owner_named(snapshot: Snapshot, name: str, member_id: int) -> ReservationOwner:
    """Whom a name means for a reservation of a member.

    Where several people have the name it is the one who speaks in the member's consortium; if
    none or several of them do, only the name is known.
    """
    name = on_one_line(name)
    if not name:
        return ReservationOwner(None, "")
    wanted = fold(name)
    found = [key for key, known in snapshot.execute(_NAMES) if fold(known) == wanted]
    if len(found) > 1:
        near = set(snapshot.scalars(_speaking_beside(snapshot, member_id)))
        found = [key for key in found if key in near]
    return ReservationOwner(found[0], "") if len(found) == 1 else ReservationOwner(None, name)


def possible_owners(database: Database, consortium_id: int) -> Sequence[str]:
    """Names to offer: who speaks in the consortium first, then everybody else."""
    with database.read() as snapshot:
        near = set(snapshot.scalars(_SPEAKING.where(Member.consortium_id == consortium_id)))
        found = snapshot.execute(_NAMES).all()
    ordered = sorted(found, key=lambda row: (row[0] not in near, fold(row[1])))
    return [*dict.fromkeys(name for _key, name in ordered)]


_NAMES = select(Person.id, Person.name).where(IS_ONE_OF_ITS_OWN)
_SPEAKING = select(Delegate.person_id).join(Member, Member.id == Delegate.member_id)


def _speaking_beside(snapshot: Snapshot, member_id: int) -> Select[int]:
    consortium_id = snapshot.get_one(Member, member_id).consortium_id
    return _SPEAKING.where(Member.consortium_id == consortium_id)
