"""The words that what an import does is told by."""

from enum import StrEnum


class MatchState(StrEnum):
    """What importing a row of a roster would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    PROBLEM = "problem"
