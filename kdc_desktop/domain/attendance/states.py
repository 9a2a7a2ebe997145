"""The words that the rows of attendance are told by in the club file."""

from enum import StrEnum


class AttendanceState(StrEnum):
    """Whether somebody is expected, in the room, or gone again."""

    REGISTERED = "registered"
    PRESENT = "present"
    LEFT = "left"


class AttendanceRole(StrEnum):
    """What somebody is in a session."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    OBSERVER = "observer"
    STAFF = "staff"
