"""What the nouns above keep of a cluster, so that it is not removed under their feet."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from kdc_desktop.i18n import Text
from kdc_desktop.storage import Database, Snapshot


class MoveTrail(Protocol):
    """Where a noun keeps ideas and clusters on the board on which they hang.

    It is given what reads a `Quick`, the session, and the ids of both that are to go to another
    board; it says what to do first, or nothing where they may go.
    """

    def __call__(
        self,
        look: Callable[..., list[tuple[Any, ...]]],
        session_id: int,
        ideas: Collection[int],
        clusters: Collection[int],
    ) -> Text | None: ...


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
