"""What the nouns above keep of clusters and ideas, so that none goes under their feet."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text
from kdc_desktop.storage import Database, Edit, Snapshot


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


JoinTrail = Callable[[Snapshot, Collection[int]], Text | None]
"""What a noun says to these ideas becoming one: what to do first, or nothing where they may."""

StayTrail = Callable[[Snapshot, Collection[int]], Text | None]
"""The same to ideas, or clusters, being called something else or going into the trash."""


@dataclass(frozen=True)
class ClusterTrail:
    """Where a noun keeps clusters; `keeps` says whether it keeps this one.

    `refusal` gets the name of the cluster and says that it stays, and what to do instead. What
    leads to a cluster that may go is handed on to the one that it becomes a part of, or to none.
    """

    keeps: Callable[[Snapshot, int], bool]
    refusal: Callable[[str], Text]
    hand_on: Callable[[Edit, int, int | None], None] = lambda _edit, _gone, _into: None


def what_keeps(
    snapshot: Snapshot, cluster_id: int, name: str, trails: Iterable[ClusterTrail]
) -> str:
    """Why the cluster of this name stays, in a sentence; nothing where it may go."""
    leading = (trail for trail in trails if trail.keeps(snapshot, cluster_id))
    return next((str(trail.refusal(name)) for trail in leading), "")


def see_that_they_may(
    trails: Iterable[StayTrail], keys: Collection[int], snapshot: Snapshot
) -> None:
    """Raises UserError where a noun has these stay as they are."""
    for trail in trails:
        if (refusal := trail(snapshot, keys)) is not None:
            raise UserError(str(refusal))


def hand_on(
    edit: Edit, cluster_id: int, into_id: int | None, trails: Iterable[ClusterTrail]
) -> None:
    """Whatever leads to a cluster that goes leads to another one, or to none, from then on."""
    for trail in trails:
        trail.hand_on(edit, cluster_id, into_id)


def why_it_stays(
    database: Database, cluster_id: int, name: str, trails: Iterable[ClusterTrail]
) -> str:
    """The same, to be asked before anybody is asked whether it should go."""
    with database.read() as snapshot:
        return what_keeps(snapshot, cluster_id, name, trails)
