"""What people are in a session, and whether they vote."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.i18n import Fillable, Text, fillable, nfillable, plazy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.services.attendance.entries import person_or_count
from kdc_desktop.storage import Database

ROLE_TITLES = {
    AttendanceRole.PARTICIPANT: plazy("role in a session", "participant"),
    AttendanceRole.FACILITATOR: plazy("role in a session", "facilitator"),
    AttendanceRole.OBSERVER: plazy("role in a session", "observer"),
    AttendanceRole.STAFF: plazy("role in a session", "staff"),
}
"""What the roles are called, in the workbook and in lists that are made of it."""
_MADE = {
    AttendanceRole.PARTICIPANT: nfillable(
        "Made {count} person participant", "Made {count} people participant"
    ),
    AttendanceRole.FACILITATOR: nfillable(
        "Made {count} person facilitator", "Made {count} people facilitator"
    ),
    AttendanceRole.OBSERVER: nfillable(
        "Made {count} person observer", "Made {count} people observer"
    ),
    AttendanceRole.STAFF: nfillable("Made {count} person staff", "Made {count} people staff"),
}
_MADE_ONE = {
    AttendanceRole.PARTICIPANT: fillable("Made {name} participant"),
    AttendanceRole.FACILITATOR: fillable("Made {name} facilitator"),
    AttendanceRole.OBSERVER: fillable("Made {name} observer"),
    AttendanceRole.STAFF: fillable("Made {name} staff"),
}
_GIVEN_ONE = fillable("Gave {name} a vote")
_TAKEN_ONE = fillable("Took the vote from {name}")
_GIVEN = nfillable("Gave {count} person a vote", "Gave {count} people a vote")
_TAKEN = nfillable("Took the vote from {count} person", "Took the vote from {count} people")


def set_role(database: Database, attendance_ids: Sequence[int], role: AttendanceRole) -> None:
    """What people are in this session. Only participants keep their vote."""
    label = person_or_count(database, attendance_ids, _MADE_ONE[role], _MADE[role])
    _set(database, label, attendance_ids, role, role is AttendanceRole.PARTICIPANT)


def set_may_vote(database: Database, attendance_ids: Sequence[int], may_vote: bool) -> None:
    """Give or take the right to vote in polls that open from now on."""
    one, many = (_GIVEN_ONE, _GIVEN) if may_vote else (_TAKEN_ONE, _TAKEN)
    label = person_or_count(database, attendance_ids, one, many)
    _set(database, label, attendance_ids, None, may_vote)


def _set(
    database: Database,
    label: Text | Fillable,
    attendance_ids: Sequence[int],
    role: AttendanceRole | None,
    may_vote: bool,
) -> None:
    """Without a role each keeps their own."""
    wanted: dict[str, object] = {"may_vote": may_vote}
    if role is not None:
        wanted["role"] = role
    with database.edit(label) as edit:
        # Somebody may have been taken off the list meanwhile.
        listed = edit.scalars(select(Attendance.id).where(Attendance.id.in_(attendance_ids)))
        edit.count = edit.change_rows(Attendance, dict.fromkeys(listed, wanted))
