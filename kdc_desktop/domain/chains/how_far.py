"""How far an idea came."""

from collections.abc import Mapping
from enum import StrEnum

from kdc_desktop.i18n import Text, plazy


class HowFar(StrEnum):
    """The furthest that became of an idea, in the order in which it goes."""

    WRITTEN = "written"
    VOTED = "voted"
    CHOSEN = "chosen"
    FORMED = "formed"
    VISION = "vision"
    PROMISED = "promised"

    @property
    def steps(self) -> int:
        """How many steps that are, from 1."""
        return list(HowFar).index(self) + 1


FAR_WORDS: Mapping[HowFar, Text] = {
    HowFar.WRITTEN: plazy("how far an idea came", "On the board"),
    HowFar.VOTED: plazy("how far an idea came", "In a vote"),
    HowFar.CHOSEN: plazy("how far an idea came", "Chosen"),
    HowFar.FORMED: plazy("how far an idea came", "Has a consortium"),
    HowFar.VISION: plazy("how far an idea came", "Has a vision"),
    HowFar.PROMISED: plazy("how far an idea came", "Has commitments"),
}
"""How far an idea came, as an entry of a list."""


def how_far(
    *, voted: bool, chosen: bool, formed: bool, has_vision: bool, has_promises: bool
) -> HowFar:
    """The furthest of what an idea has."""
    reached = (
        (has_promises, HowFar.PROMISED),
        (has_vision, HowFar.VISION),
        (formed, HowFar.FORMED),
        (chosen, HowFar.CHOSEN),
        (voted, HowFar.VOTED),
    )
    return next((far for there, far in reached if there), HowFar.WRITTEN)
