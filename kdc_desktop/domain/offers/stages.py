"""The kind of stage in which people say what they offer and need."""

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy, plazy

OFFERS = StageKind(
    "offers",
    plazy("stage", "Offers and needs"),
    lazy("Each says what they offer and need; what fits together meets."),
    15,
    "gift",
    "offers",
)
