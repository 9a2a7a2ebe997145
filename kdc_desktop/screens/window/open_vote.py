"""What an undo would take from a vote stays: the stage under an open poll, and who has voted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import Database, Step

_COMES = {"state", "arrived_at"}
_MOVES = {"session": {"status"}, "stage": {"started_at", "ended_at"}}


def keep_the_vote(database: Database, step: Step) -> None:
    """See that a step leaves an open poll its stage, whichever session is open in the window, and
    that whoever has voted was there.

    Raises:
        UserError: it would take a live session to another stage, and a poll of it is open; or it
            would take back that a voter has come, and is passed over from now on.
    """
    from kdc_desktop.services.sessions.traces import tables_of_step, trace_step

    if tables_of_step(database, step).isdisjoint({"attendance", *_MOVES}):
        return
    from kdc_desktop.services.polls import questions as poll_questions
    from kdc_desktop.services.sessions import listing

    traced = trace_step(database, step.entry_id)
    if traced.columns.get("attendance", set()) & _COMES:
        _keep_voters(database, step, traced.rows["attendance"].values())
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


def _keep_voters(database: Database, step: Step, rows: Iterable[Mapping[str, Any]]) -> None:
    from kdc_desktop.services.joined.later import to_attendance
    from kdc_desktop.storage.standing import leave_standing

    here = [row for row in rows if row["state"] == AttendanceState.PRESENT]
    by_session: dict[int, list[int]] = defaultdict(list)
    for row in here:
        by_session[row["session_id"]].append(row["person_id"])
    with database.read() as snapshot:
        said = [
            str(refusal)
            for session_id, people in by_session.items()
            for trail in to_attendance()
            for refusal in trail.refusals(snapshot, session_id, people).values()
        ]
    if said:
        leave_standing(database, step)
        raise UserError(said[0])
