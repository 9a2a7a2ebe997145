"""The columns of the list of a session's people."""

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.i18n import _, lazy, pgettext, plazy, time_text
from kdc_desktop.instants import Instant
from kdc_desktop.screens.attendance.words import ROLES
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.attendance.rows import AttendanceRow

_ORDER = {AttendanceState.REGISTERED: 0, AttendanceState.LEFT: 2}


def state_words(row: AttendanceRow) -> str:
    """Expected, here and since when, or gone."""
    if row.state is AttendanceState.PRESENT:
        return _("Here, {time}", time=time_text(row.came_at)) if row.came_at else _("Here")
    left = row.state is AttendanceState.LEFT
    return pgettext("state of an attendance", "Left") if left else _("Expected")


COLUMNS = (
    Column[AttendanceRow](
        "name",
        lazy("Name"),
        lambda row: dotted(row.name, row.apart),
        icon=lambda row: sector_icon(row.sector),
        tooltip=lambda row: BY_LETTER[row.sector].name,
    ),
    Column[AttendanceRow](
        "organisation", lazy("Organisation"), lambda row: row.organisation or _("Resident")
    ),
    Column[AttendanceRow](
        "state",
        lazy("State"),
        state_words,
        sort=lambda row: (_ORDER.get(row.state, 1), row.arrived_at or Instant(0)),
    ),
    Column[AttendanceRow]("role", lazy("Role"), lambda row: str(ROLES[row.role])),
    Column[AttendanceRow](
        "vote",
        plazy("column of attendance", "Vote"),
        lambda row: pgettext("attendance", "Votes") if row.may_vote else _("No vote"),
    ),
    Column[AttendanceRow]("badge", lazy("Badge"), lambda row: row.badge),
    Column[AttendanceRow](
        "returning",
        lazy("Been here"),
        lambda row: _("Back again") if row.returning else _("First time"),
    ),
)
