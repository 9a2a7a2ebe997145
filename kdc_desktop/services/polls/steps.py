"""What was done with a poll, when and why: it is kept with its result."""

from sqlalchemy import select

from kdc_desktop.domain.polls.states import PollEvent
from kdc_desktop.instants import Instant
from kdc_desktop.model.polls import PollStep
from kdc_desktop.services.polls.rows import StepRow
from kdc_desktop.storage import Edit, Snapshot


def note_step(
    edit: Edit, poll_id: int, event: PollEvent, at: Instant, number: int = 0, reason: str = ""
) -> None:
    """Keep that something was done; `number` is of people, minutes or marks."""
    edit.add(PollStep(poll_id=poll_id, event=event, at=at, number=number, reason=reason))


def steps_in(snapshot: Snapshot, poll_id: int) -> tuple[StepRow, ...]:
    """What was done with a poll, the first first."""
    done = select(PollStep.event, PollStep.number, PollStep.reason, PollStep.at)
    rows = snapshot.execute(done.where(PollStep.poll_id == poll_id).order_by(PollStep.id))
    return tuple(StepRow(*row) for row in rows)
