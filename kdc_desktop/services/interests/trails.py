"""What interests keep of what stands below them."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.interests import Interest
from kdc_desktop.services.winners.trails import WinnerTrail
from kdc_desktop.storage import Snapshot


def _wished(snapshot: Snapshot, winner_ids: Collection[int]) -> set[int]:
    query = select(Interest.winner_id).where(Interest.winner_id.in_(winner_ids))
    return set(snapshot.scalars(query))


def _is_wished(winner: str) -> Text:
    return lazy(
        "“{winner}” has people who want to join already. Move them to another winner first.",
        winner=winner,
    )


OF_WINNERS = WinnerTrail(_wished, _is_wished)
"""A winner that somebody would join stays."""
