"""What people are in a session, and whether they vote."""

from collections.abc import Sequence

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.kit.text import people
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.storage import Database

PARTICIPANT = "participant"
ROLES = {
    PARTICIPANT: "Participant",
    "facilitator": "Facilitator",
    "observer": "Observer",
    "staff": "Staff",
}
"""The roles in a session and what they are called; all but participants are without a vote."""


def set_role(database: Database, attendance_ids: Sequence[int], role: str) -> None:
    """What people are in this session: a key of `ROLES`. Only participants keep their vote."""
    whom = people(len(attendance_ids))
    with database.edit(f"Made {whom} {ROLES[role].lower()}") as edit:
        for attendance_id in attendance_ids:
            found = edit.get_one(Attendance, attendance_id)
            found.role, found.may_vote = AttendanceRole(role), role == PARTICIPANT


def set_may_vote(database: Database, attendance_ids: Sequence[int], may_vote: bool) -> None:
    """Give or take the right to vote in polls that open from now on."""
    whom = people(len(attendance_ids))
    label = f"Gave {whom} a vote" if may_vote else f"Took the vote from {whom}"
    with database.edit(label) as edit:
        for attendance_id in attendance_ids:
            edit.get_one(Attendance, attendance_id).may_vote = may_vote
