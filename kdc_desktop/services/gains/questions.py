"""What consortia give back, as somebody said at some time."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.sums import GivenBack, Gives, given_back, that_counts
from kdc_desktop.instants import Instant
from kdc_desktop.model.gains import Gain
from kdc_desktop.services.gains.rows import GainRow
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick

_GAINS = Quick(
    select(
        Gain.id,
        Gain.consortium_id,
        Gain.way,
        Gain.minutes,
        Gain.minutes_least,
        Gain.minutes_most,
        Gain.people,
        Gain.people_least,
        Gain.people_most,
        Gain.at,
        Gain.said_by,
        Gain.note,
    ).order_by(Gain.at.desc(), Gain.id.desc())
)


def gains_of(snapshot: Snapshot, consortium_ids: Collection[int]) -> dict[int, tuple[GainRow, ...]]:
    """All that was said of these consortia, the newest first; who has nothing is left out."""
    wanted, found = set(consortium_ids), dict[int, list[GainRow]]()
    for row in _GAINS.rows(snapshot):
        if row[1] in wanted:
            found.setdefault(row[1], []).append(GainRow(*row))
    return {key: tuple(rows) for key, rows in found.items()}


def gains(database: Database, consortium_id: int) -> tuple[GainRow, ...]:
    """All that was said of one consortium, the newest first."""
    with database.read() as snapshot:
        return gains_of(snapshot, [consortium_id]).get(consortium_id, ())


def summed(
    snapshot: Snapshot, states: Mapping[int, ConsortiumState], until: Instant | None = None
) -> GivenBack:
    """What consortia in these states give back together.

    Args:
        until: as far as that was known then; None is now.
    """
    told = gains_of(snapshot, states)
    return given_back(
        Gives(one.worth, one.way, states[key])
        for key, rows in told.items()
        if (one := that_counts(row for row in rows if until is None or row.at <= until))
    )
