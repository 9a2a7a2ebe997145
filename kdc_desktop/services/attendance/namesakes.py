"""What tells people of one name apart, wherever they are listed beside their organisation."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from kdc_desktop.domain.people.namesakes import Namesake, looking_alike, told_apart
from kdc_desktop.i18n import _, date_text, listed
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.storage import Snapshot

_LAST = (
    select(Attendance.person_id, func.max(Session.starts_at).label("at"))
    .join(Session, Session.id == Attendance.session_id)
    .where(Attendance.arrived_at.is_not(None), Session.trashed_at.is_(None))
    .group_by(Attendance.person_id)
    .subquery()
)
_ASKED = (
    select(Person.id, Person.name, Organisation.name, Department.name, Person.email, _LAST.c.at)
    .outerjoin(Organisation, Organisation.id == Person.organisation_id)
    .outerjoin(Department, Department.id == Person.department_id)
    .outerjoin(_LAST, _LAST.c.person_id == Person.id)
    .where(Person.id.in_(bindparam("people", expanding=True)))
)
_BADGES = select(Attendance.person_id, Attendance.badge).where(
    Attendance.session_id == bindparam("session"),
    Attendance.person_id.in_(bindparam("people", expanding=True)),
)


def namesakes_in(snapshot: Snapshot, people: Collection[tuple[int, str]]) -> Mapping[int, str]:
    """For those of these people, told by id and name, whom name and organisation do not tell
    apart, what does: the department, the e-mail address, when they were last here."""
    return {
        key: listed(said)
        for key, said in told_apart(
            Namesake(key, name, at or "", (part or "", email, _been(last)))
            for key, name, at, part, email, last in _asked(snapshot, looking_alike(people))
        ).items()
    }


def namesakes_in_public(
    snapshot: Snapshot, session_id: int, people: Collection[tuple[int, str]]
) -> Mapping[int, str]:
    """The same where others look on, with the badge code and without the whole address."""
    alike = looking_alike(people)
    badges = dict(_badges(snapshot, session_id, alike))
    return {
        key: listed(said)
        for key, said in told_apart(
            Namesake(
                key, name, at or "", (part or "", badges.get(key, ""), _veiled(email), _been(last))
            )
            for key, name, at, part, email, last in _asked(snapshot, alike)
        ).items()
    }


def _asked(snapshot: Snapshot, people: Collection[int]) -> Sequence[Sequence[Any]]:
    if not people:
        return ()
    return snapshot.connection().execute(_ASKED, {"people": sorted(people)}).all()


def _badges(
    snapshot: Snapshot, session_id: int, people: Collection[int]
) -> Sequence[tuple[int, str]]:
    if not people:
        return ()
    asked = {"session": session_id, "people": sorted(people)}
    return [(key, badge) for key, badge in snapshot.connection().execute(_BADGES, asked)]


def _been(last: datetime | None) -> str:
    return _("last here on {date}", date=date_text(last)) if last else _("never here before")


def _veiled(email: str) -> str:
    """An address that its owner knows again and nobody else can write to."""
    name, at, domain = email.partition("@")
    return f"{name[:2]}…{at}{domain}" if email else ""
