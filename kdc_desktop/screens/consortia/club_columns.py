"""The columns of the list of the whole club."""

from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.consortia.club_icons import sectors_icon, state_icon
from kdc_desktop.screens.consortia.club_words import (
    agreed,
    born,
    due_words,
    in_order_of_state,
    sectors,
    silence,
    state_told,
    version,
)
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.services.consortia.club_rows import ClubRow

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
    Column[ClubRow]("version", lazy("Vision"), version, sort=lambda row: row.buy_in.version_number),
    Column[ClubRow](
        "agreed",
        lazy("Agree"),
        agreed,
        tooltip=lambda row: str(row.buy_in.headline),
        sort=lambda row: row.buy_in.agreed / row.buy_in.asked if row.buy_in.asked else -1,
    ),
    Column[ClubRow]("due", lazy("Due"), due_words),
    Column[ClubRow](
        "heard",
        lazy("Last heard"),
        silence,
        tooltip=lambda row: row.last_sign,
        sort=lambda row: -row.silent_days,
    ),
    Column[ClubRow]("owner", lazy("Owner"), lambda row: row.owner),
    Column[ClubRow](
        "born",
        lazy("Born"),
        born,
        sort=lambda row: row.born_in.on.toordinal() if row.born_in else 0,
    ),
)
WIDTHS = (110, 280, 130, 60, 110, 110, 130, 130, 150)
WORDED = (0, 2, 3, 4, 6)
MAY_BE_EMPTY = ("due", "owner", "born")
