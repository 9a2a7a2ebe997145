"""The portfolio as it is now: every consortium and project, and what all give back together."""

from typing import NamedTuple

from kdc_desktop.audience.consortia.goal_bar import GoalSum
from kdc_desktop.domain.kit.amounts import NOTHING, total
from kdc_desktop.screens.consortia.grouping import STATES
from kdc_desktop.services.consortia.club_rows import BuyInBadge, ClubRow
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.gives_back import GainsBadge
from kdc_desktop.services.consortia.held_up import ObstaclesBadge
from kdc_desktop.services.sessions.programme import ProgrammeRow, programme
from kdc_desktop.storage import Database


class Portfolio(NamedTuple):
    """Rows by how far they are and by name, their sum, and the programme with its goal."""

    rows: tuple[ClubRow, ...] = ()
    sum: GoalSum = GoalSum(NOTHING, NOTHING)
    programme: ProgrammeRow | None = None


def read_portfolio(
    database: Database, badge: BuyInBadge, obstacles: ObstaclesBadge, gains: GainsBadge
) -> Portfolio:
    """Read all of it."""
    rows = sorted(
        all_consortia(database, badge, obstacles, gains),
        key=lambda row: (STATES.index(row.state), row.name.casefold()),
    )
    wanted = programme(database)
    return Portfolio(tuple(rows), summed(rows, wanted), wanted)


def summed(rows: list[ClubRow], wanted: ProgrammeRow | None) -> GoalSum:
    """What all of these give back, towards the goal."""
    counted = ((row, row.counted, row.gives_back) for row in rows)
    found = [(row.name, one, gives.is_measured) for row, one, gives in counted if one and gives]
    measured = [(name, one) for name, one, is_measured in found if is_measured]
    parts = sorted(((name, one.value) for name, one in measured), key=lambda part: -part[1])
    return GoalSum(
        total(one for _name, one in measured),
        total(one for _name, one, is_measured in found if not is_measured),
        (wanted.whole if wanted is not None else None) or 0,
        tuple(parts),
    )
