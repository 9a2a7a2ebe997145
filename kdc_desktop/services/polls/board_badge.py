"""What ideas and clusters got in the last revealed poll over them."""

from sqlalchemy import Select, func, select

from kdc_desktop.model.polls import BallotMark, BallotPaper, HandCount, Option, Poll
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.storage import Snapshot


def votes_on_ideas(source: Source) -> dict[int | None, int]:
    """Marks and hands by idea, for the sheet of the ideas."""
    return source.once(PollBook).votes("ideas")


def votes_on_clusters(source: Source) -> dict[int | None, int]:
    """Marks and hands by cluster, for the sheet of the clusters."""
    return source.once(PollBook).votes("clusters")


def marks_of(snapshot: Snapshot, session_id: int) -> dict[int, int] | None:
    """Marks and hands for each idea in the poll revealed last; None where there is none."""
    connection = snapshot.connection()
    newest = (
        select(Poll.id)
        .where(
            Poll.session_id == session_id,
            Poll.subject == "ideas",
            Poll.revealed_at.is_not(None),
            Poll.trashed_at.is_(None),
        )
        .order_by(Poll.revealed_at.desc(), Poll.id.desc())
        .limit(1)
    )
    poll_id = connection.execute(newest).scalar()
    if poll_id is None:
        return None
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
    marks = {row.idea_id: 0 for row in connection.execute(options)}
    for row in (*connection.execute(papers), *connection.execute(hands)):
        marks[row[0]] += row[1]
    return marks
