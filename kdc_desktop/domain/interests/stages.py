"""The kind of stage in which people say what they would join."""

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy, plazy

KINDS = (
    StageKind(
        "interests",
        plazy("stage", "Interests"),
        lazy("Each says which winner they would join, and as what."),
        15,
        "hand-heart",
        "interests",
    ),
)
