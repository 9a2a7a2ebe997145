"""What the club knows already of its past."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from kdc_desktop.domain.kit.text import fold, normalise
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.people import Organisation
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.people.known import KnownPeople, known_people
from kdc_desktop.storage import Snapshot


@dataclass(frozen=True)
class KnownSession:
    """A session that is not in the trash."""

    id: int
    title: str
    starts_at: datetime
    is_over: bool


@dataclass
class KnownPast:
    """Sessions and consortia by the folded names by which rows tell them."""

    people: KnownPeople
    sessions: Mapping[str, list[KnownSession]]
    attended: frozenset[tuple[int, int]]  # session and person
    consortia: Mapping[tuple[int | None, str], int]  # by session and name
    born_in: Mapping[str, list[int]]  # the sessions of consortia of a name
    members: Mapping[tuple[int | None, str], int]  # by consortium and organisation
    residents: Mapping[tuple[int, int], int]  # by consortium and person
    delegates: Mapping[tuple[int, int], int] = field(default_factory=dict)  # session, person


def known_past(snapshot: Snapshot) -> KnownPast:
    """Everything that rows are held against."""
    sessions: dict[str, list[KnownSession]] = defaultdict(list)
    found = select(Session.id, Session.title, Session.starts_at, Session.status)
    for key, title, starts_at, status in snapshot.execute(
        found.where(Session.trashed_at.is_(None))
    ):
        is_over = status is SessionStatus.CLOSED
        sessions[fold(title)].append(KnownSession(key, title, starts_at, is_over))
    consortia: dict[tuple[int | None, str], int] = {}
    born_in: dict[str, list[int]] = defaultdict(list)
    for key, session_id, name in snapshot.execute(
        select(Consortium.id, Consortium.session_id, Consortium.name)
    ):
        consortia[session_id, fold(name)] = key
        if session_id is not None:
            born_in[fold(name)].append(session_id)
    members = snapshot.execute(
        select(Member.consortium_id, Member.id, Organisation.name, Member.person_id).outerjoin(
            Organisation, Organisation.id == Member.organisation_id
        )
    ).all()
    delegates = select(Delegate.session_id, Delegate.person_id, Delegate.member_id)
    return KnownPast(
        known_people(snapshot),
        sessions,
        frozenset(
            (session_id, person_id)
            for session_id, person_id in snapshot.execute(
                select(Attendance.session_id, Attendance.person_id)
            )
        ),
        consortia,
        born_in,
        {(at, normalise(name)): key for at, key, name, _person in members if name is not None},
        {(at, person): key for at, key, _name, person in members if person is not None},
        {(at, person): key for at, person, key in snapshot.execute(delegates)},
    )
