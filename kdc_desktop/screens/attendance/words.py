"""What roles and states of people in a session are called."""

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.i18n import _, lazy, plazy, time_text
from kdc_desktop.services.attendance.rows import AttendanceRow

ROLES = {
    AttendanceRole.PARTICIPANT: plazy("role in a session", "Participant"),
    AttendanceRole.FACILITATOR: plazy("role in a session", "Facilitator"),
    AttendanceRole.OBSERVER: plazy("role in a session", "Observer"),
    AttendanceRole.STAFF: plazy("role in a session", "Staff"),
}
"""The roles in the order in which they are offered."""

STATES = {
    AttendanceState.REGISTERED: lazy("Expected"),
    AttendanceState.PRESENT: lazy("Here"),
    AttendanceState.LEFT: lazy("Has left"),
}


def standing(row: AttendanceRow) -> str:
    """Expected, here and since when, or gone."""
    if row.state is AttendanceState.PRESENT and row.came_at is not None:
        return _("Here since {time}", time=time_text(row.came_at))
    return str(STATES[row.state])
