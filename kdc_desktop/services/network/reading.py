"""What a network is made of, read from one snapshot."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import exists, or_, select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.network.folding import LetGoGroup
from kdc_desktop.domain.network.measures import Two, two
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.domain.seating.ties import Gathering, pairs_met
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.instants import Instant, zone_called
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.people_of import people_of_consortia
from kdc_desktop.services.consortia.steps import states_in
from kdc_desktop.services.interests.questions import HOSTS
from kdc_desktop.services.network.rows import EveningHeld, NetPerson
from kdc_desktop.services.people.known_twice import IS_ONE_OF_ITS_OWN
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

_EVENINGS = Quick(
    select(Session.id, Session.title, Session.starts_at, Session.went_live_at, Session.zone)
    .where(
        Session.trashed_at.is_(None),
        or_(
            Session.status != SessionStatus.PLANNED,
            exists(
                select(Attendance.id).where(
                    Attendance.session_id == Session.id, Attendance.arrived_at.is_not(None)
                )
            ),
        ),
    )
    .order_by(Session.starts_at, Session.id)
)
_PEOPLE = Quick(
    select(
        Person.id,
        Person.name,
        Person.organisation_id,
        Organisation.name,
        Department.name,
        Organisation.sector,
    )
    .outerjoin(Organisation, Organisation.id == Person.organisation_id)
    .outerjoin(Department, Department.id == Person.department_id)
    .where(IS_ONE_OF_ITS_OWN)
)
_CAME = Quick(
    select(Attendance.session_id, Attendance.person_id).where(
        Attendance.arrived_at.is_not(None), Attendance.role.not_in(HOSTS)
    )
)


class WasLetGo(NamedTuple):
    """A consortium that was let go, by its name, and who worked in it."""

    name: str
    group: LetGoGroup


def evenings_held(snapshot: Snapshot) -> list[EveningHeld]:
    """The sessions that have begun, or to which somebody has come, in the order of time."""
    return [
        EveningHeld(key, title, at.date(), live or Instant.of(at, zone_called(zone)))
        for key, title, at, live, zone in _EVENINGS.rows(snapshot)
    ]


def people_known(snapshot: Snapshot) -> dict[int, NetPerson]:
    """Everybody in the club file, each once."""
    return {
        key: NetPerson(key, name, own, organisation or "", department or "", sector_of(sector))
        for key, name, own, organisation, department, sector in _PEOPLE.rows(snapshot)
    }


def who_came(snapshot: Snapshot) -> dict[int, set[int]]:
    """By session: who was there, but for those who run it: they sit at no table."""
    found: dict[int, set[int]] = {}
    for session_id, person_id in _CAME.rows(snapshot):
        found.setdefault(session_id, set()).add(person_id)
    return found


def let_go(snapshot: Snapshot, gatherings: list[Gathering]) -> list[WasLetGo]:
    """The consortia that the club does not work on any more, with those who had met in them."""
    rows = snapshot.execute(
        select(Consortium.id, Consortium.name, Consortium.let_go_at)
        .where(Consortium.let_go_at.is_not(None))
        .order_by(Consortium.let_go_at, Consortium.id)
    ).all()
    if not rows:
        return []
    together = _working_together(snapshot)
    found = []
    for key, name, since in rows:
        assert since is not None
        worked = [one for one in gatherings if one.consortium_id == key and one.at <= since]
        pairs = frozenset(pairs_met(worked))
        found.append(WasLetGo(name, LetGoGroup(key, since, pairs, together & pairs)))
    return [one for one in found if one.group.pairs]


def _working_together(snapshot: Snapshot) -> frozenset[Two]:
    """Pairs of those who speak for members of one consortium that is running."""
    people = people_of_consortia(snapshot)
    states = states_in(snapshot, sorted(people), frozenset())
    running = [people[key] for key in people if states[key].state is ConsortiumState.RUNNING]
    return frozenset(two(a, b) for group in running for a in group for b in group if a < b)


def organisations_of(people: Mapping[int, NetPerson]) -> dict[int, int]:
    """The organisation of each person who has one."""
    return {
        key: one.organisation_id for key, one in people.items() if one.organisation_id is not None
    }
