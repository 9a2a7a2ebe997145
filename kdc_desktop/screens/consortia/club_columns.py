"""The columns of the portfolio, the list of the whole club."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.i18n import _, lazy, number_text
from kdc_desktop.screens.consortia.club_icons import (
    sectors_icon,
    stand_icon,
    state_icon,
)
from kdc_desktop.screens.consortia.club_pictures import minutes_icon, trend_icon
from kdc_desktop.screens.consortia.club_words import (
    due_words,
    held_up_told,
    held_up_words,
    sectors,
    silence,
    state_told,
)
from kdc_desktop.screens.consortia.grouping import GROUP_OF, STATES, Grouping
from kdc_desktop.screens.consortia.minutes_words import reach
from kdc_desktop.screens.consortia.portfolio_words import (
    minutes_told,
    sign,
    stand,
    trend,
    trend_told,
)
from kdc_desktop.screens.kit.aged_icon import aged_icon
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.consortia.club_rows import ClubRow

_RIGHT = Qt.AlignmentFlag.AlignRight


class ClubLook:
    """By what the rows are put together, and what fills the cell of the minutes."""

    def __init__(self) -> None:
        self.grouping, self.most = Grouping.STATE, 0.0

    def group(self, row: ClubRow) -> str:
        """What the group of a row is called."""
        group_of = GROUP_OF[self.grouping]
        return group_of(row).name if group_of is not None else ""

    def group_icon(self, row: ClubRow) -> QIcon | None:
        """What is drawn beside that."""
        if self.grouping is Grouping.STATE:
            return state_icon(row.state)
        is_known = self.grouping is Grouping.LEAD and row.lead in LETTERS
        return sector_icon(row.lead) if is_known else None

    def group_rank(self, row: ClubRow) -> object:
        """By what groups are sorted."""
        group_of = GROUP_OF[self.grouping]
        return group_of(row).rank if group_of is not None else 0

    def minutes_icon(self, row: ClubRow) -> QIcon | None:
        """What a row gives back, on the scale of all."""
        gives = row.gives_back
        if gives is None:
            return None
        return minutes_icon(gives.worth, self.most, measured=gives.is_measured)


def is_measured(row: ClubRow) -> bool:
    """Whether what it gives back is more than a guess."""
    return row.gives_back is not None and row.gives_back.is_measured


def columns(
    look: ClubLook, rename: Callable[[ClubRow, str], object]
) -> tuple[Column[ClubRow], ...]:
    """All of them; `rename` gives a row another name."""
    name = replace(_NAME, tooltip=lambda row: row.about, editable=lambda _row: True, commit=rename)
    group = Column[ClubRow](
        *("group", lazy("State"), look.group),
        tooltip=state_told,
        sort=look.group_rank,
        icon=look.group_icon,
    )
    return (group, _STATE, name, *_STANDS, *_held_and_given(look), *_LAST)


_NAME = Column[ClubRow]("name", lazy("Consortium or project"), lambda row: row.name)
_OWNER = Column[ClubRow]("owner", lazy("Owner"), lambda row: row.owner)


def _trend_icon(row: ClubRow) -> QIcon | None:
    shares, beside = row.buy_in.trend, sign(row)
    return trend_icon(shares, beside) if shares or beside else None


_STATE = Column[ClubRow](
    "state",
    lazy("State"),
    lambda row: str(STATE_ENTRIES[row.state]),
    tooltip=state_told,
    sort=lambda row: STATES.index(row.state),
    icon=lambda row: state_icon(row.state),
)
_STANDS = (
    Column[ClubRow](
        "sectors",
        lazy("Sectors"),
        lambda _row: "",
        tooltip=sectors,
        sort=lambda row: len(row.letters),
        icon=lambda row: sectors_icon(row.letters, row.missing),
        copied=lambda row: row.letters,
    ),
    Column[ClubRow](
        "stand",
        lazy("Where its members stand"),
        stand,
        tooltip=lambda row: str(row.buy_in.headline),
        sort=lambda row: row.buy_in.agreed / row.buy_in.asked if row.buy_in.answered else -1,
        icon=lambda row: stand_icon(row.buy_in.shades) if row.buy_in.shades else None,
    ),
    Column[ClubRow](
        "trend",
        lazy("Trend"),
        trend,
        tooltip=trend_told,
        sort=lambda row: (row.buy_in.fallen, row.silent_days),
        icon=_trend_icon,
    ),
)


def _held_and_given(look: ClubLook) -> tuple[Column[ClubRow], ...]:
    return (
        Column(
            "held_up",
            lazy("Held back by"),
            held_up_words,
            tooltip=held_up_told,
            sort=lambda row: -row.held_up.age_days if row.held_up else 1,
            icon=lambda row: aged_icon(row.held_up.icon, row.held_up.band) if row.held_up else None,
        ),
        _OWNER,
        Column(
            "reach",
            lazy("Min × people"),
            _reach,
            align=_RIGHT,
            tooltip=minutes_told,
            sort=lambda row: row.gives_back.minutes if row.gives_back else None,
        ),
        Column(
            "minutes",
            lazy("Minutes a day"),
            _minutes,
            align=_RIGHT,
            tooltip=minutes_told,
            sort=lambda row: row.gives_back.worth.value if row.gives_back else None,
            icon=look.minutes_icon,
        ),
    )


_LAST = (
    Column[ClubRow](
        "version",
        lazy("Vision"),
        lambda row: _version(row.buy_in.version_number),
        tooltip=lambda row: str(row.buy_in.headline),
        sort=lambda row: row.buy_in.version_number,
    ),
    Column[ClubRow]("due", lazy("Due"), due_words),
    Column[ClubRow](
        "heard",
        lazy("Last heard"),
        silence,
        tooltip=lambda row: row.last_sign,
        sort=lambda row: -row.silent_days,
    ),
)


TO_TAKE_UP = (_STATE, _NAME, _STANDS[1], *_LAST, _OWNER)
"""What is told of a row where one chooses what a session works on."""


def _version(number: int) -> str:
    return _("V{number}", number=number) if number else ""


def _reach(row: ClubRow) -> str:
    gives = row.gives_back
    return reach(gives.minutes, gives.people) if gives else ""


def _minutes(row: ClubRow) -> str:
    return number_text(round(row.gives_back.worth.value)) if row.gives_back else ""


BEGIN = {
    "group": 120,
    "state": 110,
    "name": 230,
    "sectors": 112,
    "stand": 180,
    "trend": 140,
    "held_up": 150,
    "owner": 120,
    "reach": 90,
    "minutes": 150,
    "version": 60,
    "due": 110,
    "heard": 110,
}
"""The widths to begin with, at 100 %."""
WORDED = frozenset({"group", "state", "stand", "trend", "reach", "minutes"})
MAY_BE_EMPTY = ("due", "owner", "held_up", "reach", "minutes", "trend")
ONLY_WIDE = {
    "version": 1560,
    "due": 1500,
    "heard": 1440,
    "reach": 1160,
    "owner": 1080,
    "sectors": 880,
}
"""From how wide a table on these columns are seen, at 100 %: all of it is told beside the list."""
MAKE_WAY = ("sectors", "trend")
"""What makes way, this one first, before what a consortium gives back is out of sight."""
