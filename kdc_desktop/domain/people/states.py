"""The words for what an import does, and for what people consent to."""

from enum import StrEnum


class MatchState(StrEnum):
    """What importing a row of a roster would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ASKED = "asked"
    LEFT_OUT = "left_out"
    PROBLEM = "problem"

    @property
    def comes_in(self) -> bool:
        """Whether the person of such a row is in the club afterwards, and on the list."""
        return self in (MatchState.NEW, MatchState.CHANGED, MatchState.SAME)


class Answer(StrEnum):
    """What somebody answers where a row is asked about."""

    SAME = "same"
    NEW = "new"
    LEAVE_OUT = "leave_out"


class ConsentKind(StrEnum):
    """What somebody may allow."""

    CONTACT = "contact"
    PHOTOGRAPH = "photograph"


class OrganisationSize(StrEnum):
    """How large an organisation is, where somebody has said it."""

    START_UP = "start-up"
    SMALL = "small"
    LARGE = "large"
