"""Stages in which the room votes, and nothing is prepared to vote on."""

from sqlalchemy import exists, select

from kdc_desktop.domain.polls.stages import VOTE
from kdc_desktop.model.polls import Poll
from kdc_desktop.model.sessions import Stage
from kdc_desktop.storage import Snapshot


def unprepared_polls(snapshot: Snapshot, session_id: int) -> list[str]:
    """The titles of such stages of a session, unless there is a poll that belongs to no stage."""
    loose = exists(select(Poll.id).where(Poll.session_id == session_id, Poll.stage_id.is_(None)))
    prepared = exists(select(Poll.id).where(Poll.stage_id == Stage.id))
    stages = select(Stage.title).where(
        Stage.session_id == session_id, Stage.kind == VOTE.key, ~prepared, ~loose
    )
    return list(snapshot.scalars(stages.order_by(Stage.place_in_order, Stage.id)))
