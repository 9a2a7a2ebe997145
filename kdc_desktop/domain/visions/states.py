"""The words that the rows of buy-in are told by in the club file."""

from enum import StrEnum


class ReservationState(StrEnum):
    """What has become of a reservation."""

    OPEN = "open"
    ADDRESSED = "addressed"
    LIFTED = "lifted"
    STANDING = "standing"
