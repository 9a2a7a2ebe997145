"""What ideas and clusters got in the last revealed poll over them, as the board shows it."""

from sqlalchemy import bindparam, func, select

from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.model.polls import BallotPaper, Option, Poll
from kdc_desktop.services.board.badges import MarksBadge
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.polls import rows
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.questions import options_in, poll_in
from kdc_desktop.services.polls.told import given_to, told_of
from kdc_desktop.storage import Snapshot

_NEWEST = (
    select(Poll.id, Poll.marks_each)
    .where(
        Poll.session_id == bindparam("session"),
        Poll.subject == PollSubject.IDEAS,
        Poll.revealed_at.is_not(None),
        Poll.voided_at.is_(None),
        Poll.trashed_at.is_(None),
    )
    .order_by(Poll.revealed_at.desc(), Poll.id.desc())
    .limit(1)
)


def _takes_long(snapshot: Snapshot, session_id: int) -> bool:
    """Whether the poll revealed last may have so many marks."""
    connection = snapshot.connection()
    newest = connection.execute(_NEWEST, {"session": session_id}).first()
    if newest is None:
        return False
    papers = select(func.count()).where(BallotPaper.poll_id == newest.id)
    options = select(func.count()).where(Option.poll_id == newest.id)
    each = newest.marks_each or connection.execute(options).scalar_one()
    return connection.execute(papers).scalar_one() * each >= rows.MANY_MARKS


def _marks_of(snapshot: Snapshot, session_id: int) -> dict[int, int] | None:
    """For each idea what it got in the poll revealed last; None where there is none.

    Marks and hands where they are added up, else how many papers support it.
    """
    poll_id = snapshot.connection().execute(_NEWEST, {"session": session_id}).scalar()
    if poll_id is None:
        return None
    row = poll_in(snapshot, poll_id)
    ideas = {one.id: one.idea_id for one in options_in(snapshot, poll_id)}
    given = given_to(told_of(snapshot, row), adds_up=row.kind.adds_up)
    return {idea: given[key] for key, idea in ideas.items() if idea is not None and key in given}


MARKS = MarksBadge(frozenset({"poll", "option", "hand_count"}), _marks_of, _takes_long)
"""The marks of a poll whose result is revealed: from then on no paper changes, but hands do."""


def votes_on(subject: PollSubject, won: Won, source: Source) -> dict[int, int]:
    """Marks and hands by idea or cluster, from each session's poll on them that decided."""
    deciding = {poll_id for poll_id, _option in source.once(PollBook).winners(won)}
    return source.once(PollBook).votes(subject, deciding)
