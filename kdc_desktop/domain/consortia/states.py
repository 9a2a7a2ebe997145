"""The words that the rows of consortia are told by in the club file."""

from enum import StrEnum


class ConsortiumState(StrEnum):
    """How far a consortium is, in the order in which it goes; it may stop anywhere."""

    FORMING = "forming"
    VISIONING = "visioning"
    READY = "ready"
    LET_GO = "let go"
    RUNNING = "running"
    ENDED = "ended"
    STOPPED = "stopped"
