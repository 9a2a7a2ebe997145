"""The columns of the list of obstacles."""

from collections.abc import Callable
from datetime import date

from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES, KIND_ICONS
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.aged_icon import aged_icon
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.obstacles.words import age_told, next_told
from kdc_desktop.services.obstacles.rows import ObstacleRow

WIDTHS = (150, 150, 300, 170, 170, 220)
WORDED = (0, 1)
MAY_BE_EMPTY = ("next",)
_AGE_MARKS = {AgeBand.OLD: "clock", AgeBand.VERY_OLD: "circle-alert"}


def columns(today: Callable[[], date]) -> tuple[Column[ObstacleRow], ...]:
    """What is told of each; `today` gives the day that it is, by which a next step is due."""
    return (
        Column(
            "age",
            lazy("Age"),
            age_told,
            sort=lambda row: (row.solved_on is not None, -row.age_days),
            icon=lambda row: (
                aged_icon(_AGE_MARKS[row.band], row.band) if row.band in _AGE_MARKS else None
            ),
        ),
        Column(
            "kind",
            lazy("Kind"),
            lambda row: str(KIND_ENTRIES[row.kind]),
            icon=lambda row: aged_icon(KIND_ICONS[row.kind], AgeBand.FRESH),
        ),
        Column("text", lazy("Obstacle"), lambda row: row.text, tooltip=lambda row: row.text),
        Column("consortium", lazy("Consortium"), lambda row: row.consortium),
        Column("owner", lazy("Owner"), lambda row: row.owner),
        Column(
            "next",
            lazy("Next step"),
            lambda row: next_told(row, today()),
            tooltip=lambda row: next_told(row, today()),
            sort=lambda row: row.next_on or date.max,
        ),
    )
