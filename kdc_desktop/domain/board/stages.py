"""The kinds of stage at the board."""

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy, plazy

IDEAS = StageKind(
    "ideas",
    plazy("stage", "Ideas"),
    lazy("Everybody puts ideas on the board."),
    25,
    "lightbulb",
    "board",
)
CLUSTER = StageKind(
    "cluster",
    plazy("stage", "Cluster"),
    lazy("Bring ideas that belong together into clusters."),
    15,
    "group",
    "board",
)
KINDS = (IDEAS, CLUSTER)
