"""What the nouns above keep of a cluster, so that it is not removed under their feet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kdc_desktop.i18n import Text
from kdc_desktop.storage import Database, Snapshot


@dataclass(frozen=True)
class ClusterTrail:
    """Where a noun keeps clusters; `keeps` says whether it keeps this one.

    `refusal` gets the name of the cluster and says that it stays, and what to do instead.
    """

    keeps: Callable[[Snapshot, int], bool]
    refusal: Callable[[str], Text]


def what_keeps(
    snapshot: Snapshot, cluster_id: int, name: str, trails: Iterable[ClusterTrail]
) -> str:
    """Why the cluster of this name stays, in a sentence; nothing where it may go."""
    leading = (trail for trail in trails if trail.keeps(snapshot, cluster_id))
    return next((str(trail.refusal(name)) for trail in leading), "")


def why_it_stays(
    database: Database, cluster_id: int, name: str, trails: Iterable[ClusterTrail]
) -> str:
    """The same, to be asked before anybody is asked whether it should go."""
    with database.read() as snapshot:
        return what_keeps(snapshot, cluster_id, name, trails)
