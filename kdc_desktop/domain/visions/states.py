"""The words that the rows of buy-in are told by in the club file."""

from enum import StrEnum


class ReservationState(StrEnum):
    """What has become of a reservation."""

    OPEN = "open"
    ADDRESSED = "addressed"
    LIFTED = "lifted"
    STANDING = "standing"


class ReservationEvent(StrEnum):
    """What happened to a reservation after it was raised."""

    ADDRESSED = "addressed"  # by a version
    MET = "met"  # by a commitment
    ASKED_AGAIN = "asked again"  # at an asking
    LIFTED = "lifted"
    STANDING = "standing"
    REOPENED = "reopened"


class AnswerWay(StrEnum):
    """How an answer came in."""

    HAND = "hand"  # of the facilitator
    KIOSK = "kiosk"
    CALL = "call"  # between evenings


class Served(StrEnum):
    """How far a version serves a stake."""

    SERVED = "served"
    PARTLY = "partly"
    NOT = "not"


class Engagement(StrEnum):
    """How a stakeholder meets a change: the levels of the engagement assessment matrix (PMBOK)."""

    UNAWARE = "unaware"
    RESISTANT = "resistant"
    NEUTRAL = "neutral"
    SUPPORTIVE = "supportive"
    LEADING = "leading"
