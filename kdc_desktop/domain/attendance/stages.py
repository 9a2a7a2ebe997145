"""The kind of stage in which people arrive."""

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy, plazy

KINDS = (
    StageKind(
        "check_in",
        plazy("stage", "Check-in"),
        lazy("People arrive, find their name and take a badge."),
        30,
        "user-check",
        "check_in",
    ),
)
