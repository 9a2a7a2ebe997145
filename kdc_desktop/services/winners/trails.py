"""What winners keep of the nouns below them, and what the nouns above keep of winners."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.board import Idea
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.storage import Snapshot

SHORT_TITLE = 60


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


def both_won(snapshot: Snapshot, idea_ids: Collection[int]) -> Text | None:
    """Why these ideas do not become one: two of them, or of what lies behind them, have won."""
    root = func.coalesce(Idea.parent_id, Idea.id)
    won = select(Winner.title).join(Idea, Idea.id == Winner.idea_id).where(root.in_(idea_ids))
    titles = snapshot.scalars(won.order_by(Winner.place_in_order).limit(2)).all()
    if len(titles) < 2:
        return None
    first, second = (shortened(title, SHORT_TITLE) for title in titles)
    return lazy(
        "“{idea}” and “{other}” have both won, so they stay two. Take one off the winners first.",
        idea=first,
        other=second,
    )
