"""The kinds of obstacles: how each is called, and by which icon it is known."""

from collections.abc import Mapping

from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import Text, plazy

KIND_WORDS: Mapping[ObstacleKind, Text] = {
    ObstacleKind.PERMIT: plazy("kind of an obstacle", "permit"),
    ObstacleKind.REGULATION: plazy("kind of an obstacle", "regulation"),
    ObstacleKind.POLITICAL_DECISION: plazy("kind of an obstacle", "political decision"),
    ObstacleKind.PROCUREMENT: plazy("kind of an obstacle", "procurement"),
    ObstacleKind.FUNDING: plazy("kind of an obstacle", "funding"),
    ObstacleKind.CAPACITY: plazy("kind of an obstacle", "capacity"),
    ObstacleKind.OTHER: plazy("kind of an obstacle", "other"),
}
"""A kind in a sentence, and in a sheet."""
KIND_ENTRIES: Mapping[ObstacleKind, Text] = {
    ObstacleKind.PERMIT: plazy("kind of an obstacle", "Permit"),
    ObstacleKind.REGULATION: plazy("kind of an obstacle", "Regulation"),
    ObstacleKind.POLITICAL_DECISION: plazy("kind of an obstacle", "Political decision"),
    ObstacleKind.PROCUREMENT: plazy("kind of an obstacle", "Procurement"),
    ObstacleKind.FUNDING: plazy("kind of an obstacle", "Funding"),
    ObstacleKind.CAPACITY: plazy("kind of an obstacle", "Capacity"),
    ObstacleKind.OTHER: plazy("kind of an obstacle", "Other"),
}
"""A kind by itself, as an entry of a list."""
KIND_ICONS: Mapping[ObstacleKind, str] = {
    ObstacleKind.PERMIT: "stamp",
    ObstacleKind.REGULATION: "scale",
    ObstacleKind.POLITICAL_DECISION: "landmark",
    ObstacleKind.PROCUREMENT: "shopping-cart",
    ObstacleKind.FUNDING: "coins",
    ObstacleKind.CAPACITY: "battery-low",
    ObstacleKind.OTHER: "construction",
}
