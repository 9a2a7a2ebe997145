"""The words that the rows of consortia are told by in the club file."""

from collections.abc import Iterable
from enum import StrEnum

from kdc_desktop.instants import Instant


class ConsortiumState(StrEnum):
    """How far a consortium is, in the order in which it goes; it may stop anywhere."""

    FORMING = "forming"
    VISIONING = "visioning"
    READY = "ready"
    LET_GO = "let go"
    RUNNING = "running"
    ENDED = "ended"
    STOPPED = "stopped"


WITH_THE_CLUB = (ConsortiumState.FORMING, ConsortiumState.VISIONING, ConsortiumState.READY)
"""The club still works on it."""
OVER = (ConsortiumState.ENDED, ConsortiumState.STOPPED)
"""The states of a consortium of which nothing is expected any more."""


def is_alive(state: ConsortiumState) -> bool:
    """Whether it has neither ended nor stopped: also one that is let go lives on."""
    return state not in OVER


def is_on_its_own(state: ConsortiumState) -> bool:
    """Whether it is alive and goes on without the club: let go, or running."""
    return state in (ConsortiumState.LET_GO, ConsortiumState.RUNNING)


def without_the_club_since(
    before: Instant | None, state: ConsortiumState, at: Instant
) -> Instant | None:
    """Since when the club does not work on it, after one more step; None while it does."""
    if state in WITH_THE_CLUB:
        return None
    return before if state is ConsortiumState.RUNNING else before or at


def by_itself_since(
    steps: Iterable[tuple[ConsortiumState, Instant]], let_go_at: Instant | None
) -> Instant | None:
    """Since when it goes on by itself; None where the club works on it, or it is over.

    Args:
        steps: what was said of its state, the first one first.
        let_go_at: since when the club does not work on it: files of before have no steps.
    """
    said = list(steps)
    is_older = not said or (let_go_at is not None and let_go_at < said[0][1])
    since = let_go_at if is_older else None
    for state, at in said:
        since = (since or at) if is_on_its_own(state) else None
    return since


def state_of(said: ConsortiumState | None, *, let_go: bool, has_vision: bool) -> ConsortiumState:
    """How far a consortium is: what its last step `said`, else what is known of it otherwise.

    One that is said to be forming is at its vision as soon as it has one.
    """
    if said not in (None, ConsortiumState.FORMING):
        return said
    if let_go:
        return ConsortiumState.LET_GO
    return ConsortiumState.VISIONING if has_vision else ConsortiumState.FORMING
