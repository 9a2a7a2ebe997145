"""How much of the programme's goal is reached, as the nouns above measure it."""

from typing import NamedTuple

from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.services.sessions.programme import ProgrammeRow


class GoalReached(NamedTuple):
    """What is `measured` by now for all people together, and what was at the last evening."""

    measured: Amount
    before: float = 0.0

    @property
    def more(self) -> float:
        """How much more it is than then."""
        return self.measured.value - self.before


class FaceOfGoal(NamedTuple):
    """What the clock face of a goal shows: shares of the whole, from 0 to 1.

    `each` is how much that is for each of the people. Of `share`, the last part, `gained`, is new.
    """

    each: int
    share: float
    gained: float
    least: float
    most: float


def face_of(programme: ProgrammeRow | None, reached: GoalReached | None) -> FaceOfGoal | None:
    """What is lit; None where nothing is measured, or the goal is not one for so many people."""
    whole = programme.whole if programme is not None else None
    if programme is None or not whole or reached is None or reached.measured.value <= 0:
        return None
    measured = reached.measured
    ends = (min(1.0, max(0.0, one / whole)) for one in (measured.least, measured.most))
    share = min(1.0, measured.value / whole)
    gained = min(share, max(0.0, reached.more / whole))
    return FaceOfGoal(round(measured.value / (programme.people or 1)), share, gained, *ends)
