"""What the board is handed by the nouns above it, joined in `services.joined`."""

from dataclasses import dataclass

from kdc_desktop.services.board.badges import MarksBadge
from kdc_desktop.services.board.trails import ClusterTrail


@dataclass(frozen=True)
class BoardJoins:
    """What polls say of notes, and who keeps clusters."""

    marks: MarksBadge
    cluster_trails: tuple[ClusterTrail, ...]
