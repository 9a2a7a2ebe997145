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


OVER = (ConsortiumState.ENDED, ConsortiumState.STOPPED)
"""The states of a consortium of which nothing is expected any more."""


def is_alive(state: ConsortiumState) -> bool:
    """Whether it has neither ended nor stopped: also one that is let go lives on."""
    return state not in OVER


def is_on_its_own(state: ConsortiumState) -> bool:
    """Whether it is alive and goes on without the club: let go, or running."""
    return state in (ConsortiumState.LET_GO, ConsortiumState.RUNNING)


def state_of(said: ConsortiumState | None, *, let_go: bool, has_vision: bool) -> ConsortiumState:
    """How far a consortium is: what its last step `said`, else what is known of it otherwise.

    One that is said to be forming is at its vision as soon as it has one.
    """
    if said not in (None, ConsortiumState.FORMING):
        return said
    if let_go:
        return ConsortiumState.LET_GO
    return ConsortiumState.VISIONING if has_vision else ConsortiumState.FORMING
