"""What polls keep of the nouns below them."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.people import Person
from kdc_desktop.model.polls import Elector, Option, Poll
from kdc_desktop.services.attendance.joins import PresenceTrail
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.services.polls.holding import see_that_hands_still_fit
from kdc_desktop.services.polls.urns import voters_among
from kdc_desktop.storage import Edit, Snapshot
from kdc_desktop.storage.fast import Quick, value


def _offers(snapshot: Snapshot, cluster_id: int) -> bool:
    found = select(Option.id).where(Option.cluster_id == cluster_id).limit(1)
    return snapshot.scalar(found) is not None


def _offered(cluster: str) -> Text:
    return lazy(
        "“{cluster}” is part of a poll, so it stays. Rename it or empty it instead.",
        cluster=cluster,
    )


_ASKED_ABOUT = Quick(
    select(Option.idea_id, Option.cluster_id, Option.title, Poll.question).where(
        Option.poll_id == Poll.id,
        Poll.session_id == value("session"),
        Poll.state == PollState.OPEN,
        Poll.trashed_at.is_(None),
    )
)


def asked_about(
    look: Callable[..., list[tuple[Any, ...]]],
    session_id: int,
    ideas: Collection[int],
    clusters: Collection[int],
) -> Text | None:
    """What is on a ballot paper just now stays on its board, as the paper says."""
    for idea_id, cluster_id, title, question in look(_ASKED_ABOUT, session=session_id):
        if idea_id in ideas or cluster_id in clusters:
            return _while_voted_on(title, question)
    return None


def ideas_voted_on(snapshot: Snapshot, idea_ids: Collection[int]) -> Text | None:
    """What is said to ideas of an open poll being changed, merged or thrown away."""
    return _voted_on(snapshot, Option.idea_id, idea_ids)


def clusters_voted_on(snapshot: Snapshot, cluster_ids: Collection[int]) -> Text | None:
    """The same of clusters being called something else."""
    return _voted_on(snapshot, Option.cluster_id, cluster_ids)


def _voted_on(
    snapshot: Snapshot, column: InstrumentedAttribute[Any], keys: Collection[int]
) -> Text | None:
    open_now = (Poll.state == PollState.OPEN, Poll.trashed_at.is_(None))
    found = snapshot.execute(
        select(column, Option.title, Poll.question)
        .join(Poll, Poll.id == Option.poll_id)
        .where(*open_now, column.is_not(None))
    )
    wanted = set(keys)
    for key, title, question in found:
        if key in wanted:
            return _while_voted_on(title, question)
    return None


def _while_voted_on(title: str, question: str) -> Text:
    return lazy(
        "The room votes on “{option}” just now, in “{question}”. Close that poll first, "
        "then change it.",
        option=shortened(title),
        question=shortened(question),
    )


OF_CLUSTERS = ClusterTrail(_offers, _offered)


def _voted(snapshot: Snapshot, session_id: int, person_ids: Collection[int]) -> Mapping[int, Text]:
    refusals: dict[int, Text] = {}
    polls = select(Poll.id, Poll.question).where(Poll.session_id == session_id)
    called = select(Person.id, Person.name).where(Person.id.in_(person_ids))
    names = {key: name for key, name in snapshot.execute(called)}  # noqa: C416 - dict() would take a result for a mapping
    for poll_id, question in snapshot.execute(polls).all():
        for person_id in voters_among(snapshot, poll_id, names):
            refusals[person_id] = lazy(
                "{name} has voted on “{question}”, so the check-in stays. Mark them as left"
                " instead.",
                name=names[person_id],
                question=shortened(question),
            )
    return refusals


def _wait_no_longer(edit: Edit, session_id: int, person_ids: Collection[int]) -> None:
    held = select(Poll).where(Poll.session_id == session_id, Poll.state == PollState.OPEN)
    for poll in edit.scalars(held).all():
        waiting = select(Elector).where(
            Elector.poll_id == poll.id, Elector.person_id.in_(person_ids)
        )
        for elector in edit.scalars(waiting).all():
            edit.delete(elector)
        edit.flush()
        see_that_hands_still_fit(edit, poll)


OF_PRESENCE = PresenceTrail(_voted, _wait_no_longer)
"""Who has voted was here; who has not come is not waited for in a poll that is open, unless hands
that were counted need them."""
