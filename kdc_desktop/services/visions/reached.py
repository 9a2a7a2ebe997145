"""How much of the programme's goal all consortia together have reached, as it was measured."""

from collections.abc import Mapping

from kdc_desktop.instants import Instant
from kdc_desktop.services.gains.questions import summed
from kdc_desktop.services.sessions.goal import GoalReached
from kdc_desktop.services.visions.club import ConsortiumNow
from kdc_desktop.storage import Snapshot


def goal_reached(
    snapshot: Snapshot, known: Mapping[int, ConsortiumNow], then: Instant | None
) -> GoalReached:
    """What is measured by now, and what was `then`; without a then nothing was."""
    states = {key: one.state for key, one in known.items()}
    now = summed(snapshot, states).measured
    before = 0.0 if then is None else summed(snapshot, states, then).measured.value
    return GoalReached(now, before)
