"""The words that the rows of obstacles are told by in the club file."""

from enum import StrEnum


class ObstacleKind(StrEnum):
    """What it is that a consortium waits for."""

    PERMIT = "permit"
    REGULATION = "regulation"
    POLITICAL_DECISION = "political decision"
    PROCUREMENT = "procurement"
    FUNDING = "funding"
    CAPACITY = "capacity"
    OTHER = "other"


class ObstacleEvent(StrEnum):
    """What happened to an obstacle, from when it was raised on."""

    RAISED = "raised"  # as it was told first
    NOTED = "noted"  # what was heard of it, which changes nothing
    CHANGED = "changed"  # it is of another kind, or told in other words
    HANDED_ON = "handed on"  # another person or department takes care of it
    NEXT_STEP = "next step"
    SOLVED = "solved"
    BACK = "back"


TELLS_OF_IT = (
    ObstacleEvent.RAISED,
    ObstacleEvent.NOTED,
    ObstacleEvent.NEXT_STEP,
    ObstacleEvent.SOLVED,
    ObstacleEvent.BACK,
)
"""With these the consortium was heard of; the others put in order what was known."""
NOTES_STAY = (
    ObstacleEvent.NOTED,
    ObstacleEvent.HANDED_ON,
    ObstacleEvent.SOLVED,
    ObstacleEvent.BACK,
)
"""What is noted with these was said besides, to the club; with others it is what is said."""
