"""How much of the programme's goal all consortia together have reached, as it was measured."""

from collections.abc import Mapping

from kdc_desktop.instants import Instant
from kdc_desktop.services.consortia.steps import states_in
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
    if then is None:
        return GoalReached(now, 0.0)
    then_in = states_in(snapshot, list(known), list(known), then)
    before = summed(snapshot, {key: one.state for key, one in then_in.items()}, then)
    return GoalReached(now, before.measured.value)
