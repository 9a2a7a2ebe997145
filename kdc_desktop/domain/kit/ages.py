"""How long something has lasted, and from when on that is long."""

from enum import StrEnum

OLD_AFTER, VERY_OLD_AFTER = 30, 90  # days


class AgeBand(StrEnum):
    """How old something is that waits, in three steps; they are shown with words or an icon."""

    FRESH = "fresh"
    OLD = "old"
    VERY_OLD = "very old"


def band_of(days: int) -> AgeBand:
    """How old something is after so many days."""
    if days >= VERY_OLD_AFTER:
        return AgeBand.VERY_OLD
    return AgeBand.OLD if days >= OLD_AFTER else AgeBand.FRESH
