"""The columns of the list of the whole club."""

from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.consortia.club_icons import sectors_icon, stand_icon, state_icon
from kdc_desktop.screens.consortia.club_words import (
    due_words,
    held_up_told,
    held_up_words,
    in_order_of_state,
    sectors,
    silence,
    state_told,
    vision,
)
from kdc_desktop.screens.kit.aged_icon import aged_icon
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.services.consortia.club_rows import ClubRow


def _share(row: ClubRow) -> float:
    """How much of it agrees; nothing is known of what was not asked."""
    return row.buy_in.agreed / row.buy_in.asked if row.buy_in.answered else -1


NAME = Column[ClubRow]("name", lazy("Consortium or project"), lambda row: row.name)
COLUMNS = (
    Column[ClubRow](
        "state",
        lazy("State"),
        lambda row: str(STATE_ENTRIES[row.state]),
        tooltip=state_told,
        sort=in_order_of_state,
        icon=lambda row: state_icon(row.state),
    ),
    Column[ClubRow](
        "sectors",
        lazy("Sectors"),
        lambda _row: "",
        tooltip=sectors,
        sort=lambda row: len(row.letters),
        icon=lambda row: sectors_icon(row.letters, row.missing),
    ),
    Column[ClubRow](
        "stand",
        lazy("Buy-in"),
        lambda _row: "",
        tooltip=lambda row: str(row.buy_in.headline),
        sort=_share,
        icon=lambda row: stand_icon(row.buy_in.shades),
    ),
    Column[ClubRow](
        "version",
        lazy("Vision"),
        vision,
        tooltip=lambda row: str(row.buy_in.headline),
        sort=lambda row: row.buy_in.version_number,
    ),
    Column[ClubRow]("due", lazy("Due"), due_words),
    Column[ClubRow](
        "held_up",
        lazy("Held back by"),
        held_up_words,
        tooltip=held_up_told,
        sort=lambda row: -row.held_up.age_days if row.held_up else 1,
        icon=lambda row: aged_icon(row.held_up.icon, row.held_up.band) if row.held_up else None,
    ),
    Column[ClubRow](
        "heard",
        lazy("Last heard"),
        silence,
        tooltip=lambda row: row.last_sign,
        sort=lambda row: -row.silent_days,
    ),
    Column[ClubRow]("owner", lazy("Owner"), lambda row: row.owner),
)
WIDTHS = (110, 300, 110, 110, 110, 100, 140, 110, 130)
WORDED = (0, 4)
MAY_BE_EMPTY = ("due", "held_up", "owner")
