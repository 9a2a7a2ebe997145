"""The words that the rows of seating are told by in the club file."""

from enum import StrEnum


class RoundKind(StrEnum):
    """What people sit together for."""

    BREAK = "break"
    ONE_TWO_FOUR = "1-2-4-all"
    SPEED = "speed"
    TOPICS = "topics"


class SeatRole(StrEnum):
    """What somebody is at a table."""

    GUEST = "guest"
    HOST = "host"
    OBSERVER = "observer"  # of a large company, at the table of a start-up
