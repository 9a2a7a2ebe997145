"""The kind of stage in which everybody finds a table."""

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy, plazy

KINDS = (
    StageKind(
        "tables",
        plazy("stage", "Tables"),
        lazy("Seat everybody with people whom they do not know yet."),
        20,
        "grid-2x2",
        "tables",
    ),
)
