"""The words that the rows of sessions are told by in the club file."""

from enum import StrEnum


class SessionStatus(StrEnum):
    """Where a session stands: before, during or after its evening."""

    PLANNED = "planned"
    LIVE = "live"
    CLOSED = "closed"
