"""The columns of the list of a session's people."""

from datetime import datetime

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.attendance.roles import ROLES
from kdc_desktop.services.attendance.rows import AttendanceRow

_ORDER = {AttendanceState.PRESENT: 0, AttendanceState.LEFT: 2}


def state_words(row: AttendanceRow) -> str:
    """Expected, here and since when, or gone."""
    if row.state == AttendanceState.PRESENT:
        return f"Here, {row.arrived_at:%H:%M}" if row.arrived_at else "Here"
    return "Left" if row.state == AttendanceState.LEFT else "Expected"


COLUMNS = (
    Column[AttendanceRow](
        "name",
        "Name",
        lambda row: row.name,
        icon=lambda row: sector_icon(row.sector),
        tooltip=lambda row: BY_LETTER[row.sector].name,
    ),
    Column[AttendanceRow](
        "organisation", "Organisation", lambda row: row.organisation or "Resident"
    ),
    Column[AttendanceRow](
        "state",
        "State",
        state_words,
        sort=lambda row: (_ORDER.get(row.state, 1), row.arrived_at or datetime.min),
    ),
    Column[AttendanceRow]("role", "Role", lambda row: ROLES[row.role]),
    Column[AttendanceRow]("vote", "Vote", lambda row: "Votes" if row.may_vote else "No vote"),
    Column[AttendanceRow]("badge", "Badge", lambda row: row.badge),
    Column[AttendanceRow](
        "returning", "Been here", lambda row: "Back again" if row.returning else "First time"
    ),
)
