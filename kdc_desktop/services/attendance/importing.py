"""Bring people in from a sheet and put them on the list of a session at once."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.registering import register
from kdc_desktop.services.attendance.roles import ROLE_TITLES
from kdc_desktop.services.people.importing import ImportCounts, ImportPreview, prepare, take_over
from kdc_desktop.services.people.matching import ImportRow
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.acting import acting


def remark_on_roles(found: PeopleSheet) -> list[str]:
    """That the column of roles names none, which is then left out."""
    column = found.mapping.get("role")
    if column is None or any(_role_named(person.role) for person in found.rows):
        return []
    return [
        _(
            "“{column}” names no role in a session, so it is left out.",
            column=found.headers[column],
        )
    ]


@acting(way=Way.IMPORT)
def import_and_register(
    database: Database, preview: ImportPreview, session_id: int
) -> ImportCounts:
    """Take a preview over and put everybody in it on the list of a session, in one undo step.

    Badge codes and roles are set where the sheet names them. Otherwise as `import_people`.

    Raises:
        UserError: the session is gone, or a badge code belongs to somebody else in it; nothing
            has changed.
    """
    with database.read() as snapshot:
        _see_session(snapshot, session_id)
    prepare(database, preview)
    with database.edit(preview.label) as edit:
        taken = take_over(edit, preview, database.now())
        _see_session(edit, session_id)
        new = register(edit, session_id, {person.id for _row, person in taken.people})
        edit.count = len(taken.changed.union(new))
        edit.flush()
        _dress(edit, session_id, taken.people)
        return taken.counts


def _see_session(snapshot: Snapshot, session_id: int) -> None:
    if snapshot.get(Session, session_id) is None:
        raise UserError(_("This session is not there any more. Open another."))


def _role_named(text: str) -> AttendanceRole | None:
    """The role that a cell says: as the file keeps it, or as a workbook of ours words it."""
    word = fold(text)
    said = {fold(str(title)): role for role, title in ROLE_TITLES.items()}
    return AttendanceRole(word) if word in set(AttendanceRole) else said.get(word)


def _dress(edit: Edit, session_id: int, taken: Sequence[tuple[ImportRow, Person]]) -> None:
    listed = edit.scalars(select(Attendance).where(Attendance.session_id == session_id)).all()
    by_person = {attended.person_id: attended for attended in listed}
    wearers = {attended.badge.upper(): attended for attended in listed if attended.badge}
    for row, person in taken:
        attended, badge = by_person[person.id], row.person.badge
        role = _role_named(row.person.role)
        if role is not None and role is not attended.role:
            attended.role, attended.may_vote = role, role is AttendanceRole.PARTICIPANT
        if not badge or badge == attended.badge:
            continue
        if wearers.setdefault(badge.upper(), attended) is not attended:
            raise UserError(
                _(
                    "Badge code {code} of {name} belongs to somebody else in this session."
                    " Change it in the sheet and import again.",
                    code=badge,
                    name=person.name,
                )
            )
        attended.badge = badge
