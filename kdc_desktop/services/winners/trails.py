"""What winners keep of the nouns below them, and what the nouns above keep of winners."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.storage import Snapshot


@dataclass(frozen=True)
class WinnerTrail:
    """What a noun keeps of winners; asked before one is unmarked.

    `winners` are those of these winners that it keeps something of; `refusal` is given the title
    of one and says why it stays and what to do first.
    """

    winners: Callable[[Snapshot, Collection[int]], Collection[int]]
    refusal: Callable[[str], Text]


def _takes_further(snapshot: Snapshot, cluster_id: int) -> bool:
    found = select(Winner.id).where(Winner.cluster_id == cluster_id).limit(1)
    return snapshot.scalar(found) is not None


def _taken_further(cluster: str) -> Text:
    return lazy(
        "“{cluster}” is part of a winner, so it stays. Rename it or empty it instead.",
        cluster=cluster,
    )


OF_CLUSTERS = ClusterTrail(_takes_further, _taken_further)
