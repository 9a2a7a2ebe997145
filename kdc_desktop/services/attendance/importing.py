"""Bring people in from a sheet and put them on the list of a session at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.attendance.role_words import role_said
from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.roles import ROLE_TITLES
from kdc_desktop.services.people.import_counts import ImportCounts
from kdc_desktop.services.people.importing import ImportPreview, TakenRow, take_over
from kdc_desktop.services.people.known import ListOf, OnList
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.acting import acting
from kdc_desktop.storage.fast import Quick, value


def remark_on_roles(found: PeopleSheet) -> list[str]:
    """That a column of roles names none, which is then kept as the job title."""
    places = [place for place, what in found.plan.columns.items() if what is PersonField.ROLE]
    if not places or any(_role_named(person.role) for person in found.people):
        return []
    return [
        _(
            "“{column}” names no role in a session, so it is kept as the job title.",
            column=found.table.headers[place],
        )
        for place in places
    ]


@acting(way=Way.IMPORT)
def import_and_register(
    database: Database,
    preview: ImportPreview,
    session_id: int,
    before_writing: Callable[[], object] = lambda: None,
) -> ImportCounts:
    """Take a preview over and put everybody in it on the list of a session, in one undo step.

    Badge codes and roles are set where the sheet names them; a code of somebody else in the session
    is left out, and who is not coming is taken off the list, as the preview says. Otherwise as
    `import_people`.

    Raises:
        UserError: the session is gone; nothing has changed.
    """
    with database.read() as snapshot:
        _see_session(snapshot, session_id)

    def register(edit: Edit, taken: Sequence[TakenRow]) -> set[int]:
        _see_session(edit, session_id)
        return _Listing(edit, session_id).take(taken)

    onto = on_list(session_id), session_id
    return take_over(database, preview, register, before_writing, *onto)


def on_list(session_id: int) -> ListOf:
    """Asks who is on the list of a session."""

    def listed(snapshot: Snapshot) -> Mapping[int, OnList]:
        rows = _LISTED.rows(snapshot, session=session_id)
        return {
            person_id: OnList(badge, arrived is not None)
            for person_id, _key, _role, badge, arrived in rows
        }

    return listed


def _see_session(snapshot: Snapshot, session_id: int) -> None:
    if snapshot.get(Session, session_id) is None:
        raise UserError(_("This session is not there any more. Open another."))


def _role_named(text: str) -> AttendanceRole | None:
    """The role that a cell says: in one of many languages, or as a workbook of ours words it."""
    if not text:
        return None
    said = {fold(str(title)): role for role, title in ROLE_TITLES.items()}
    return said.get(fold(text)) or role_said(text)


_LISTED = Quick(
    select(
        *(Attendance.person_id, Attendance.id, Attendance.role, Attendance.badge),
        Attendance.arrived_at,
    ).where(Attendance.session_id == value("session"))
)


class _Listing:
    """Puts people on the list of a session, with the roles and badge codes that their rows name."""

    def __init__(self, edit: Edit, session_id: int) -> None:
        self._edit, self._session_id = edit, session_id
        self._listed = {
            person_id: (key, role, badge)
            for person_id, key, role, badge, _arrived in _LISTED.rows(edit, session=session_id)
        }

    def take(self, taken: Sequence[TakenRow]) -> set[int]:
        """Write it; returns who is new to the list, or something else on it."""
        new: dict[int, dict[str, Any]] = {}
        changed: dict[int, dict[str, Any]] = {}
        for one in taken:
            if one.row.leaves:
                self._take_off(one.person_id)
                continue
            values = self._values(one)
            if one.person_id in self._listed:
                changed.setdefault(self._listed[one.person_id][0], {}).update(values)
            else:
                new.setdefault(one.person_id, {}).update(values)
        self._edit.add_rows(
            Attendance,
            [
                {"session_id": self._session_id, "person_id": person_id, **new[person_id]}
                for person_id in sorted(new)
            ],
        )
        self._edit.change_rows(Attendance, changed)
        others = {
            one.person_id for one in taken if one.person_id in self._listed and not one.row.leaves
        }
        return set(new) | {
            person_id for person_id in others if changed.get(self._listed[person_id][0])
        }

    def _take_off(self, person_id: int) -> None:
        """Somebody who is not coming and has not been there."""
        self._edit.delete(self._edit.get_one(Attendance, self._listed[person_id][0]))

    def _values(self, one: TakenRow) -> dict[str, Any]:
        _key, known_role, known_badge = self._listed.get(
            one.person_id, (0, AttendanceRole.PARTICIPANT, "")
        )
        role, badge = _role_named(one.row.person.role), one.row.person.badge
        values: dict[str, Any] = {}
        if role is not None and role is not known_role:
            values |= {"role": role, "may_vote": role is AttendanceRole.PARTICIPANT}
        if badge and badge != known_badge:
            values["badge"] = badge
        return values
