"""The words that sessions, their stages and their clock are told by."""

from enum import StrEnum


class SessionStatus(StrEnum):
    """Where a session stands: before, during or after its evening. Kept in the club file."""

    PLANNED = "planned"
    LIVE = "live"
    CLOSED = "closed"


class SlotState(StrEnum):
    """Where a stage stands in the evening: over or passed over, running, or still to come."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


class ClockLevel(StrEnum):
    """How much of its time a stage still has: enough, little, or hardly any."""

    CALM = "calm"
    AMBER = "amber"
    RED = "red"
