"""What obstacles tell of consortia where all of the club are listed."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES, KIND_ICONS
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.services.consortia.held_up import HeldUp, ObstaclesBadge
from kdc_desktop.services.obstacles.questions import READ_FROM, obstacles_of
from kdc_desktop.storage import Snapshot


def _held_up(
    snapshot: Snapshot, consortium_ids: Sequence[int], now: Instant, zone: Zone
) -> Mapping[int, HeldUp]:
    found = obstacles_of(snapshot, consortium_ids, now, zone)
    return {
        key: HeldUp(
            len(rows),
            KIND_ENTRIES[rows[0].kind],
            KIND_ICONS[rows[0].kind],
            rows[0].age_days,
            rows[0].owner,
            rows[0].text,
        )
        for key, rows in found.items()
        if not rows[0].is_over
    }


OF_CLUB = ObstaclesBadge(READ_FROM, _held_up)
"""What holds each consortium back; one that has ended or stopped waits for nothing."""
