"""What polls keep of the nouns below them."""

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.polls import Option
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.storage import Snapshot


def _offers(snapshot: Snapshot, cluster_id: int) -> bool:
    found = select(Option.id).where(Option.cluster_id == cluster_id).limit(1)
    return snapshot.scalar(found) is not None


def _offered(cluster: str) -> Text:
    return lazy(
        "“{cluster}” is part of a poll, so it stays. Rename it or empty it instead.",
        cluster=cluster,
    )


OF_CLUSTERS = ClusterTrail(_offers, _offered)
