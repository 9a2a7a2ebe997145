"""By what the consortia of the club are put together."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import Text, _, lazy
from kdc_desktop.screens.kit.grouped import GroupOf
from kdc_desktop.services.consortia.club_rows import ClubRow

STATES = list(ConsortiumState)


class Grouping(StrEnum):
    """What the rows of a group have in common."""

    STATE = "state"
    OWNER = "owner"
    LEAD = "lead"
    OBSTACLE = "held_up"
    NONE = "none"


GROUPINGS: Mapping[Grouping, Text] = {
    Grouping.STATE: lazy("By state"),
    Grouping.OWNER: lazy("By owner"),
    Grouping.LEAD: lazy("By the sector of the lead"),
    Grouping.OBSTACLE: lazy("By what holds them back"),
    Grouping.NONE: lazy("In one list"),
}
TITLES: Mapping[Grouping, Text] = {
    Grouping.STATE: lazy("State"),
    Grouping.OWNER: lazy("Owner"),
    Grouping.LEAD: lazy("Led by"),
    Grouping.OBSTACLE: lazy("Held back by"),
    Grouping.NONE: lazy("State"),
}


def _by_state(row: ClubRow) -> GroupOf:
    return GroupOf(STATES.index(row.state), str(STATE_ENTRIES[row.state]))


def _by_owner(row: ClubRow) -> GroupOf:
    name = row.owner or _("Nobody yet")
    return GroupOf((not row.owner, fold(name), row.owner_id or 0), name)


def _by_lead(row: ClubRow) -> GroupOf:
    if not row.lead:
        return GroupOf(len(COUNTED), _("No lead yet"))
    return GroupOf(COUNTED.index(row.lead), name_of(row.lead))


def _by_obstacle(row: ClubRow) -> GroupOf:
    held = row.held_up
    if held is None:
        return GroupOf((True, ""), _("Nothing"))
    return GroupOf((False, fold(str(held.kind))), str(held.kind))


GROUP_OF: Mapping[Grouping, Callable[[ClubRow], GroupOf] | None] = {
    Grouping.STATE: _by_state,
    Grouping.OWNER: _by_owner,
    Grouping.LEAD: _by_lead,
    Grouping.OBSTACLE: _by_obstacle,
    Grouping.NONE: None,
}
"""In which group each of them puts a row."""
