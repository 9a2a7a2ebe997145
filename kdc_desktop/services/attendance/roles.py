"""What people are in a session, and whether they vote."""

from collections.abc import Sequence

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.i18n import Text, nlazy, plazy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.storage import Database

ROLE_TITLES = {
    AttendanceRole.PARTICIPANT: plazy("role in a session", "participant"),
    AttendanceRole.FACILITATOR: plazy("role in a session", "facilitator"),
    AttendanceRole.OBSERVER: plazy("role in a session", "observer"),
    AttendanceRole.STAFF: plazy("role in a session", "staff"),
}
"""What the roles are called, in the workbook and in lists that are made of it."""


def set_role(database: Database, attendance_ids: Sequence[int], role: AttendanceRole) -> None:
    """What people are in this session. Only participants keep their vote."""
    with database.edit(_made(role, len(attendance_ids))) as edit:
        for attendance_id in attendance_ids:
            found = edit.get_one(Attendance, attendance_id)
            found.role, found.may_vote = role, role is AttendanceRole.PARTICIPANT


def _made(role: AttendanceRole, people: int) -> Text:
    made = {
        AttendanceRole.PARTICIPANT: nlazy(
            "Made {count} person participant", "Made {count} people participant", people
        ),
        AttendanceRole.FACILITATOR: nlazy(
            "Made {count} person facilitator", "Made {count} people facilitator", people
        ),
        AttendanceRole.OBSERVER: nlazy(
            "Made {count} person observer", "Made {count} people observer", people
        ),
        AttendanceRole.STAFF: nlazy(
            "Made {count} person staff", "Made {count} people staff", people
        ),
    }
    return made[role]


def set_may_vote(database: Database, attendance_ids: Sequence[int], may_vote: bool) -> None:
    """Give or take the right to vote in polls that open from now on."""
    people = len(attendance_ids)
    given = nlazy("Gave {count} person a vote", "Gave {count} people a vote", people)
    taken = nlazy("Took the vote from {count} person", "Took the vote from {count} people", people)
    with database.edit(given if may_vote else taken) as edit:
        for attendance_id in attendance_ids:
            edit.get_one(Attendance, attendance_id).may_vote = may_vote
