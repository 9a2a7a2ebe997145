"""While people vote, no undo takes the stage away from under their poll."""

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import Database, Step

_MOVES = {"session": {"status"}, "stage": {"started_at", "ended_at"}}


def keep_the_vote(database: Database, step: Step) -> None:
    """See that a step leaves an open poll its stage, whichever session is open in the window.

    Raises:
        UserError: it would take a live session to another stage, and a poll of it is open.
    """
    from kdc_desktop.services.polls import questions as poll_questions
    from kdc_desktop.services.sessions import listing
    from kdc_desktop.services.sessions.traces import trace_step

    traced = trace_step(database, step.entry_id)
    if not any(columns & _MOVES.get(table, set()) for table, columns in traced.columns.items()):
        return
    if traced.session_id is None or not traced.session_title:  # it is gone
        return
    if listing.session(database, traced.session_id).status != SessionStatus.LIVE:
        return
    for poll in poll_questions.polls(database, traced.session_id):
        if poll.takes_papers:
            raise UserError(
                _(
                    "“{poll}” is open, and this would take its stage away. Close the vote first.",
                    poll=poll_questions.short_question(database, poll.id),
                )
            )
