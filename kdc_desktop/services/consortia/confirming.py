"""Who is still waiting for something when consortia are to be confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass

from kdc_desktop.domain.consortia.together import Together
from kdc_desktop.services.consortia.rows import Overview
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class StillOpen:
    """The names of people without a table, and of members with an open reservation.

    `together` are those who are in one consortium although they are kept apart.
    """

    without_table: tuple[str, ...]
    reserved: tuple[str, ...]
    together: tuple[Together, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.without_table or self.reserved or self.together)


def still_open(
    database: Database, session_id: int, kept: Overview, trails: Sequence[ConsortiumTrail]
) -> StillOpen:
    """What is still open in the consortia that are `kept`."""
    with database.read() as snapshot:
        reserved = [name for trail in trails for name in trail.unsettled(snapshot, session_id)]
    return StillOpen(
        tuple(one.name for one in kept.waiting),
        tuple(reserved),
        tuple(pair for row in kept.consortia for pair in row.together),
    )
