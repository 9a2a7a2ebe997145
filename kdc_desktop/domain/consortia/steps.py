"""How far a consortium is: the words of its states, and which step makes sense after which."""

from collections.abc import Mapping
from enum import StrEnum

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.i18n import Text, plazy

STATE_WORDS: Mapping[ConsortiumState, Text] = {
    ConsortiumState.FORMING: plazy("state of a consortium", "forming"),
    ConsortiumState.VISIONING: plazy("state of a consortium", "visioning"),
    ConsortiumState.READY: plazy("state of a consortium", "ready"),
    ConsortiumState.LET_GO: plazy("state of a consortium", "let go"),
    ConsortiumState.RUNNING: plazy("state of a consortium", "running"),
    ConsortiumState.ENDED: plazy("state of a consortium", "ended"),
    ConsortiumState.STOPPED: plazy("state of a consortium", "stopped"),
}
"""A state beside a name."""
STATE_ENTRIES: Mapping[ConsortiumState, Text] = {
    ConsortiumState.FORMING: plazy("state of a consortium", "Forming"),
    ConsortiumState.VISIONING: plazy("state of a consortium", "Visioning"),
    ConsortiumState.READY: plazy("state of a consortium", "Ready"),
    ConsortiumState.LET_GO: plazy("state of a consortium", "Let go"),
    ConsortiumState.RUNNING: plazy("state of a consortium", "Running"),
    ConsortiumState.ENDED: plazy("state of a consortium", "Ended"),
    ConsortiumState.STOPPED: plazy("state of a consortium", "Stopped"),
}
"""A state by itself, as a heading or an entry of a menu."""

_HAS_BEGUN = (ConsortiumState.LET_GO, ConsortiumState.RUNNING, ConsortiumState.STOPPED)


class StepFault(StrEnum):
    """Why a step makes no sense."""

    SAME = "same"
    NO_VISION = "no vision"
    HAS_VISION = "has a vision"
    NEVER_BEGUN = "never begun"
    NOBODY_IN = "nobody in"


def fault_of_step(
    before: ConsortiumState, after: ConsortiumState, *, has_vision: bool, has_members: bool
) -> StepFault | None:
    """Why a consortium cannot be said to be in another state; going back is always possible."""
    if before is after:
        return StepFault.SAME
    if after is ConsortiumState.FORMING and has_vision:
        return StepFault.HAS_VISION
    if after is ConsortiumState.READY and not has_vision:
        return StepFault.NO_VISION
    if after is ConsortiumState.ENDED and before not in _HAS_BEGUN:
        return StepFault.NEVER_BEGUN
    going = (ConsortiumState.READY, ConsortiumState.LET_GO, ConsortiumState.RUNNING)
    if after in going and not has_members:
        return StepFault.NOBODY_IN
    return None
