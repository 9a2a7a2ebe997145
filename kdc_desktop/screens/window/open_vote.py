"""While people vote, no undo takes the stage away from under their poll."""

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.storage import Database, Step

_MOVES = {"session": {"status"}, "stage": {"started_at", "ended_at"}}


def keep_the_vote(database: Database, walk: SessionWalk, step: Step) -> None:
    """See that a step leaves an open poll its stage.

    Raises:
        UserError: it would take the session to another stage, and a poll of it is open.
    """
    if walk.session is None or not walk.is_live:
        return
    from kdc_desktop.services.polls import questions as poll_questions
    from kdc_desktop.services.sessions.traces import trace_step

    traced = trace_step(database, step.entry_id)
    if traced.session_id != walk.session.id:
        return
    if not any(columns & _MOVES.get(table, set()) for table, columns in traced.columns.items()):
        return
    for poll in poll_questions.polls(database, walk.session.id):
        if poll.takes_papers:
            raise UserError(
                _(
                    "“{poll}” is open, and this would take its stage away. Close the vote first.",
                    poll=poll_questions.short_question(database, poll.id),
                )
            )
