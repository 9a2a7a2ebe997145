"""Which obstacles somebody has to look after now: those whose next step is due, and the oldest."""

from datetime import date

from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.services.obstacles.questions import obstacles_of
from kdc_desktop.services.obstacles.rows import ObstacleRow
from kdc_desktop.storage import Snapshot

OLDEST = 3
"""So many of those that nobody is about to take a step for are told of, however old they are."""


def obstacles_due(snapshot: Snapshot, now: Instant, zone: Zone) -> tuple[ObstacleRow, ...]:
    """Those of consortia that are alive, the oldest first.

    One is due when the day of its next step has come, or when it is very old. Of those for which
    no day to come is set, the oldest are told of, too.
    """
    found = obstacles_of(snapshot, None, now, zone).values()
    rows = sorted(
        (row for of in found for row in of if not row.is_over),
        key=lambda row: (row.raised_on, row.id),
    )
    today = day_of(now, zone)
    oldest = [row.id for row in rows if not _is_in_hand(row, today)][:OLDEST]
    return tuple(
        row for row in rows if row.is_due(today) or row.band is AgeBand.VERY_OLD or row.id in oldest
    )


def _is_in_hand(row: ObstacleRow, today: date) -> bool:
    """Whether a step is to be taken on a day to come."""
    return row.next_on is not None and row.next_on > today
