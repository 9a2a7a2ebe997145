"""What a poll came to, in a line, as far as everybody may know it."""

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import _, listed
from kdc_desktop.services.polls import questions, results
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.storage import Database

_FIRST = 3  # options of a result that are named


def outcome_of(won: Won, database: Database, poll_id: int) -> str:
    """The first of the result, once it is revealed; never a paper."""
    poll = questions.poll(database, poll_id)
    if not poll.revealed or poll.state != PollState.CLOSED:
        return ""
    found = results.result(database, poll_id, won)
    if found.too_few:
        return found.rule
    told = listed(
        _(
            "{place}. {title} ({total})",
            place=row.place,
            title=shortened(row.title),
            total=row.written,
        )
        for row in found.rows[:_FIRST]
        if row.place
    )
    if found.poll.voided_at is not None:
        return _("Result, declared void: {options}.", options=told)
    return _("Result: {options}.", options=told)
