"""What polls keep of the nouns below them."""

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.polls import BallotPaper, Elector, Option, Poll, RollEntry
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.people.joins import PersonTrail
from kdc_desktop.storage import Snapshot


def _offers(snapshot: Snapshot, cluster_id: int) -> bool:
    found = select(Option.id).where(Option.cluster_id == cluster_id).limit(1)
    return snapshot.scalar(found) is not None


def _offered(cluster: str) -> Text:
    return lazy(
        "“{cluster}” is part of a poll, so it stays. Rename it or empty it instead.",
        cluster=cluster,
    )


OF_CLUSTERS = ClusterTrail(_offers, _offered)


def _votes(snapshot: Snapshot, person_id: int) -> bool:
    traces = (
        select(Elector.id).where(Elector.person_id == person_id),
        select(RollEntry.poll_id).where(RollEntry.person_id == person_id),
        select(BallotPaper.id).where(BallotPaper.person_id == person_id),
    )
    return any(snapshot.scalar(trace.limit(1)) is not None for trace in traces)


def _electors(source: Source) -> set[int]:
    query = select(Elector.person_id).join(Poll).where(source.of(Poll.session_id))
    return set(source.snapshot.scalars(query))


OF_PEOPLE = PersonTrail(_votes, _electors)
"""Who could vote in a poll is on record, and so is who voted."""
