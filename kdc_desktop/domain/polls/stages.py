"""The kinds of stage in which the room votes and sees what it chose."""

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy, plazy

VOTE = StageKind(
    "poll",
    plazy("stage", "Poll"),
    lazy("The room votes on ideas or clusters."),
    10,
    "vote",
    "poll",
)
KINDS = (
    VOTE,
    StageKind(
        "result",
        plazy("stage", "Result"),
        lazy("Reveal what the room chose and mark the winners."),
        10,
        "trophy",
        "poll",
    ),
)
