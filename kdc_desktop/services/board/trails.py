"""What the board keeps of people, and what the nouns above keep of its clusters."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.i18n import Text
from kdc_desktop.model.board import Idea
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.people.joins import PersonTrail
from kdc_desktop.storage import Snapshot


@dataclass(frozen=True)
class ClusterTrail:
    """Where a noun keeps clusters; `keeps` says whether it keeps this one.

    `refusal` gets the name of the cluster and says that it stays, and what to do instead.
    """

    keeps: Callable[[Snapshot, int], bool]
    refusal: Callable[[str], Text]


def _wrote(snapshot: Snapshot, person_id: int) -> bool:
    query = select(Idea.id).where(Idea.author_id == person_id)
    return snapshot.scalar(query.limit(1)) is not None


def _authors(source: Source) -> set[int]:
    query = select(Idea.author_id).where(source.of(Idea.session_id), Idea.author_id.is_not(None))
    return {author for author in source.snapshot.scalars(query) if author is not None}


OF_PEOPLE = PersonTrail(_wrote, _authors)
"""Who wrote an idea is on record."""
