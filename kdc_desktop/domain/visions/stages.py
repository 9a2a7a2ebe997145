"""The kinds of stage in which a consortium finds its vision and who stands behind it."""

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy, plazy

VISION = StageKind(
    "vision",
    plazy("stage", "Vision"),
    lazy("Each consortium writes one vision that all its members share."),
    25,
    "telescope",
    "vision",
)
BUY_IN = StageKind(
    "buy_in",
    plazy("stage", "Buy-in"),
    lazy("Each member takes a position and says what would move it."),
    20,
    "gauge",
    "vision",
)
LET_GO = StageKind(
    "let_go",
    plazy("stage", "Let go"),
    lazy("Each consortium that is ready goes on by itself, with a day to look again."),
    15,
    "door-open",
    "vision",
)
KINDS = (VISION, BUY_IN, LET_GO)
