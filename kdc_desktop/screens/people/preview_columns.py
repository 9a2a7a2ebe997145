"""The columns in which a preview of people is shown: every field that the list tells of anybody."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QIcon

from kdc_desktop.domain.people.field_titles import FIELD_TITLES
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import _, lazy, listed_apart
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.kit.state_look import StateLook
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.people.matching import ImportRow

STATES: Mapping[MatchState, StateLook] = {
    MatchState.ASKED: StateLook(lazy("Asked"), "circle-help", "warning"),
    MatchState.PROBLEM: StateLook(lazy("Problem"), "triangle-alert", "bad"),
    MatchState.NEW: StateLook(lazy("New"), "plus", "good"),
    MatchState.CHANGED: StateLook(lazy("Changed"), "pencil", "warning"),
    MatchState.SAME: StateLook(lazy("Same"), "check", "muted"),
    MatchState.LEFT_OUT: StateLook(lazy("Left out"), "x", "muted"),
}
"""In the order in which rows are sorted by their state."""
_BEFORE = {"take": 56, "number": 56, "state": 110, "name": 160}
_WIDTHS = {
    "sentence": 360,
    PersonField.ORGANISATION: 150,
    PersonField.EMAIL: 180,
    PersonField.NOTES: 200,
    PersonField.INTERESTS: 160,
    PersonField.OFFERS: 160,
    PersonField.NEEDS: 160,
}
_USUAL = 120


def _yes_or_no(said: str) -> str:
    return {"yes": _("Yes"), "no": _("No")}.get(said, "")


_TOLD: Mapping[PersonField, Callable[[RosterPerson], str]] = {
    PersonField.ORGANISATION: lambda one: one.organisation,
    PersonField.EMAIL: lambda one: one.email,
    PersonField.DEPARTMENT: lambda one: one.department,
    PersonField.SECTOR: lambda one: name_of(one.sector) if one.sector else one.sector_said,
    PersonField.PHONE: lambda one: one.phone,
    PersonField.JOB_TITLE: lambda one: one.job_title,
    PersonField.ROLE: lambda one: one.role,
    PersonField.BADGE: lambda one: one.badge,
    PersonField.INTERESTS: lambda one: one.interests,
    PersonField.OFFERS: lambda one: listed_apart(one.offers.splitlines()),
    PersonField.NEEDS: lambda one: listed_apart(one.needs.splitlines()),
    PersonField.CONTACT_CONSENT: lambda one: _yes_or_no(one.contact_consent),
    PersonField.PHOTO_CONSENT: lambda one: _yes_or_no(one.photo_consent),
    PersonField.STATUS: lambda one: one.status,
    PersonField.NOTES: lambda one: one.notes,
}
"""What the rows say beside the name, in the order of the columns."""


def preview_columns(
    theme: Theme, ticks: Column[ImportRow], rows: Sequence[ImportRow]
) -> tuple[Column[ImportRow], ...]:
    """The columns for these rows: a field that none of them tells takes no room."""
    icons = {state: theme.icon(look.icon, look.colour) for state, look in STATES.items()}
    places = {state: place for place, state in enumerate(STATES)}
    told = [field for field, tell in _TOLD.items() if any(tell(row.person) for row in rows)]
    return (
        ticks,
        Column("number", lazy("Row"), lambda row: str(row.number), sort=lambda row: row.number),
        Column(
            "state",
            lazy("State"),
            lambda row: str(STATES[row.state].word),
            icon=lambda row: icons[row.state],
            sort=lambda row: places[row.state],
        ),
        Column("name", lazy("Name"), lambda row: row.person.name),
        Column(
            "sentence",
            lazy("What happens"),
            lambda row: row.sentence,
            tooltip=lambda row: row.sentence,
        ),
        *(_column(field, _TOLD[field]) for field in told),
    )


def widths(columns: Sequence[Column[ImportRow]]) -> tuple[int, ...]:
    """How wide they are at first; the last takes what is left."""
    return tuple(_BEFORE.get(one.key) or _WIDTHS.get(one.key, _USUAL) for one in columns[:-1])


def _column(field: PersonField, tell: Callable[[RosterPerson], str]) -> Column[ImportRow]:
    def icon_of(row: ImportRow) -> QIcon | None:
        return sector_icon(row.person.sector) if row.person.sector else None

    return Column(
        str(field),
        FIELD_TITLES[field],
        lambda row: tell(row.person),
        icon=icon_of if field is PersonField.ORGANISATION else None,
        tooltip=lambda row: tell(row.person),
    )
