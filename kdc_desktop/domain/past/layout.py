"""The sheets of the workbook in which a club tells its past: their columns and examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.i18n import Text, _, lazy


class PastSheet(StrEnum):
    """A sheet of the workbook, in the order in which they are read."""

    SESSIONS = "sessions"
    ATTENDANCE = "attendance"
    PROJECTS = "projects"
    MEMBERS = "members"


class PastCell(StrEnum):
    """What a column of the workbook holds."""

    TITLE = "title"
    DATE = "date"
    BEGIN = "begin"
    PLACE = "place"
    SESSION = "session"
    NAME = "name"
    EMAIL = "email"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    ROLE = "role"
    PROJECT = "project"
    OWNER = "owner"
    STATE = "state"
    SINCE = "since"
    VISION = "vision"


@dataclass(frozen=True)
class SheetLayout:
    """One sheet: its title, how it is filled in, its columns, and two rows that show it.

    The first cells of these begin with the same word, by which they are known and left out.
    """

    title: Text
    purpose: Text
    columns: Mapping[PastCell, Text]
    examples: tuple[tuple[Text | str, ...], ...]


_AUTUMN, _SPRING = lazy("Example: Autumn club 2016"), lazy("Example: Spring club 2017")
_BIKES, _YARDS = lazy("Example: Cargo bikes"), lazy("Example: Warm yards")
_EXAMPLE_ORGANISATIONS = (lazy("Kala Oy"), lazy("City of Kotka"))
_NAMES = (lazy("Aino Laine"), lazy("Bo Ek"))
_COLUMN_OF_ORGANISATIONS = lazy("Organisation")

LAYOUTS: Mapping[PastSheet, SheetLayout] = {
    PastSheet.SESSIONS: SheetLayout(
        lazy("Sessions"),
        lazy(
            "One row for each session that is over. Dates as 2016-10-05, times as 18:00; without a "
            "time it is 18:00. Leave the examples, or remove them."
        ),
        {
            PastCell.TITLE: lazy("Session"),
            PastCell.DATE: lazy("Date"),
            PastCell.BEGIN: lazy("Begin"),
            PastCell.PLACE: lazy("Place"),
        },
        (
            (_AUTUMN, "2016-10-05", "18:00", lazy("Town hall")),
            (_SPRING, "2017-03-14", "17:30", ""),
        ),
    ),
    PastSheet.ATTENDANCE: SheetLayout(
        lazy("Attendance"),
        lazy(
            "One row for each person who was at a session, which is named as in the sheet of "
            "sessions. The address tells people of one name apart."
        ),
        {
            PastCell.SESSION: lazy("Session"),
            PastCell.NAME: lazy("Name"),
            PastCell.EMAIL: lazy("E-mail"),
            PastCell.ORGANISATION: _COLUMN_OF_ORGANISATIONS,
            PastCell.SECTOR: lazy("Sector"),
            PastCell.ROLE: lazy("Role"),
        },
        (
            (_AUTUMN, _NAMES[0], "aino@example.org", _EXAMPLE_ORGANISATIONS[0], "", ""),
            (_AUTUMN, _NAMES[1], "", _EXAMPLE_ORGANISATIONS[1], "", lazy("observer")),
        ),
    ),
    PastSheet.PROJECTS: SheetLayout(
        lazy("Projects"),
        lazy(
            "One row for each project, with the session in which it was born and the organisation "
            "that leads it. Its state in a word: forming, visioning, ready, let go, running, ended "
            "or stopped, and since when. Its goal in one sentence is its vision."
        ),
        {
            PastCell.PROJECT: lazy("Project"),
            PastCell.SESSION: lazy("Session"),
            PastCell.OWNER: lazy("Owner"),
            PastCell.STATE: lazy("State"),
            PastCell.SINCE: lazy("Since"),
            PastCell.VISION: lazy("Vision"),
        },
        (
            (
                *(_BIKES, _AUTUMN, _EXAMPLE_ORGANISATIONS[0], lazy("running"), "2017-05-01"),
                lazy("Everybody fetches a crate by bike."),
            ),
            (_YARDS, _SPRING, _EXAMPLE_ORGANISATIONS[1], lazy("ended"), "2019", ""),
        ),
    ),
    PastSheet.MEMBERS: SheetLayout(
        lazy("Members"),
        lazy(
            "One row for each person in a project, which is named as in the sheet of projects; "
            "with an organisation, it is the member for which they speak. Roles: lead, partner, "
            "test site, funder, adviser or observer."
        ),
        {
            PastCell.PROJECT: lazy("Project"),
            PastCell.NAME: lazy("Name"),
            PastCell.EMAIL: lazy("E-mail"),
            PastCell.ORGANISATION: _COLUMN_OF_ORGANISATIONS,
            PastCell.ROLE: lazy("Role"),
        },
        (
            (_BIKES, _NAMES[0], "aino@example.org", _EXAMPLE_ORGANISATIONS[0], lazy("lead")),
            (_BIKES, _NAMES[1], "", _EXAMPLE_ORGANISATIONS[1], ""),
        ),
    ),
}
"""Each sheet of the workbook."""
_BY_ITSELF = (lazy("let go"), lazy("running"), lazy("ended"), lazy("stopped"))


def is_let_go(state: str) -> bool:
    """Whether a project goes on by itself in this state, or did."""
    return fold(state) in {fold(str(word)) for word in _BY_ITSELF}


def is_agreed(state: str) -> bool:
    """Whether it has been agreed on."""
    return is_let_go(state) or fold(state) == fold(_("ready"))
