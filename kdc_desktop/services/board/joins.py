"""What the board is handed by the nouns above it, joined in `services.joined`."""

from dataclasses import dataclass

from kdc_desktop.services.board.badges import MarksBadge
from kdc_desktop.services.board.trails import ClusterTrail, JoinTrail, MoveTrail, StayTrail


@dataclass(frozen=True)
class BoardJoins:
    """What polls say of notes, who keeps clusters, and what stays apart, in place, as it is."""

    marks: MarksBadge
    cluster_trails: tuple[ClusterTrail, ...]
    move_trails: tuple[MoveTrail, ...]
    merge_trails: tuple[JoinTrail, ...]
    change_trails: tuple[StayTrail, ...]
    rename_trails: tuple[StayTrail, ...]
