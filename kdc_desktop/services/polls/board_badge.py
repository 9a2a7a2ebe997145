"""What ideas and clusters got in the last revealed poll over them, as the board shows it."""

from sqlalchemy import Select, bindparam, func, select

from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.model.polls import BallotMark, BallotPaper, HandCount, Option, Poll
from kdc_desktop.services.board.badges import MarksBadge
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.polls import rows
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.folding import folds_in
from kdc_desktop.services.polls.questions import options_in
from kdc_desktop.services.polls.results import count
from kdc_desktop.storage import Snapshot

_NEWEST = (
    select(Poll.id, Poll.marks_each)
    .where(
        Poll.session_id == bindparam("session"),
        Poll.subject == PollSubject.IDEAS,
        Poll.revealed_at.is_not(None),
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
    """Marks and hands for each idea in the poll revealed last; None where there is none."""
    connection = snapshot.connection()  # rows of columns come faster past the mapped objects
    poll_id = connection.execute(_NEWEST, {"session": session_id}).scalar()
    if poll_id is None:
        return None
    if folds_in(snapshot, poll_id):
        return _counted(snapshot, poll_id)
    papers: Select[int | None, int] = (
        select(Option.idea_id, func.sum(BallotMark.marks))
        .join(BallotMark, BallotMark.option_id == Option.id)
        .join(BallotPaper, BallotPaper.id == BallotMark.paper_id)
        .where(Option.poll_id == poll_id)
        .group_by(Option.idea_id)
    )
    hands: Select[int | None, int] = (
        select(Option.idea_id, func.sum(HandCount.hands))
        .join(HandCount, HandCount.option_id == Option.id)
        .where(Option.poll_id == poll_id)
        .group_by(Option.idea_id)
    )
    options = select(Option.idea_id).where(Option.poll_id == poll_id)
    marks = {idea_id: 0 for (idea_id,) in connection.execute(options) if idea_id is not None}
    for idea_id, given in (*connection.execute(papers), *connection.execute(hands)):
        if idea_id is not None:
            marks[idea_id] += given
    return marks


def _counted(snapshot: Snapshot, poll_id: int) -> dict[int, int]:
    """The same where options are counted as one: only the one that is shown is told of."""
    ideas = {one.id: one.idea_id for one in options_in(snapshot, poll_id)}
    tally = count(snapshot, poll_id, list(ideas))
    return {idea: tally.total(key) for key in tally.option_ids if (idea := ideas[key]) is not None}


MARKS = MarksBadge(frozenset({"poll", "option", "hand_count"}), _marks_of, _takes_long)
"""The marks of a poll whose result is revealed: from then on no paper changes, but hands do."""


def votes_on(subject: PollSubject, won: Won, source: Source) -> dict[int, int]:
    """Marks and hands by idea or cluster, from each session's poll on them that decided."""
    deciding = {poll_id for poll_id, _option in source.once(PollBook).winners(won)}
    return source.once(PollBook).votes(subject, deciding)
