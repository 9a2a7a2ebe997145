"""The words for what an import does, and for what people consent to."""

from enum import StrEnum


class MatchState(StrEnum):
    """What importing a row of a roster would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    PROBLEM = "problem"


class ConsentKind(StrEnum):
    """What somebody may allow."""

    CONTACT = "contact"
    PHOTOGRAPH = "photograph"
