"""The kind of stage in which groups form."""

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy, plazy

KINDS = (
    StageKind(
        "consortia",
        plazy("stage", "Consortia"),
        lazy("Form a group around each winner and name its gaps."),
        25,
        "users",
        "consortia",
    ),
)
