"""What the club knows already of the ideas that come in: those on the board, people by name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.instants import Instant
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.services.people.known_twice import IS_ONE_OF_ITS_OWN, known_as
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

_COLUMNS = (
    *(Idea.id, Idea.session_id, Idea.text, Person.name, Idea.author_text, Idea.author_id),
    *(Cluster.name, Idea.details, Idea.tags, Idea.minutes, Idea.link, Idea.created_at),
    *(Idea.parent_id, Idea.trashed_at, Idea.sector),
)
_ALL = (
    select(*_COLUMNS)
    .outerjoin(Person, Person.id == Idea.author_id)
    .outerjoin(Cluster, Cluster.id == Idea.cluster_id)
    .order_by(Idea.id)
)
IDEAS_HERE = Quick(_ALL.where(Idea.session_id == value("session")))
_IDEAS_OF_ALL = Quick(_ALL)


class KnownIdea(NamedTuple):
    """An idea of the club, merged and trashed ones too."""

    id: int
    session_id: int
    text: str
    person: str | None
    author_text: str
    author_id: int | None
    cluster: str | None
    details: str
    tags: str
    minutes: float | None
    link: str
    created_at: Instant
    parent_id: int | None
    trashed_at: Instant | None
    sector: str | None

    @property
    def author(self) -> str:
        """Who wrote it, as far as that is known."""
        return self.person or self.author_text


def known_ideas(rows: Iterable[Sequence[Any]]) -> list[KnownIdea]:
    """The rows of a reading."""
    return [KnownIdea(*row) for row in rows]


def ideas_read(
    look: Callable[..., list[tuple[Any, ...]]], session_id: int, *, everywhere: bool
) -> list[KnownIdea]:
    """The ideas of a session, or of the whole club, through whatever reads a `Quick`."""
    if everywhere:
        return known_ideas(look(_IDEAS_OF_ALL))
    return known_ideas(look(IDEAS_HERE, session=session_id))


class _Author(NamedTuple):
    id: int
    name: str
    sector: str | None


@dataclass(frozen=True)
class KnownAuthors:
    """People by name and by address, and the sectors of organisations by name."""

    by_name: Mapping[str, Sequence[_Author]]
    by_email: Mapping[str, Sequence[_Author]]
    organisations: Mapping[str, str]

    def author(self, name: str, email: str) -> _Author | None:
        """The person of this name, told from namesakes by the address; without a name, or with a
        part of one, whose address it is. None where that is nobody, or more than one."""
        named = self.by_name.get(normalise(name), ()) if name else ()
        addressed = self.by_email.get(normalise(email), ()) if email else ()
        if not named:
            words = set(normalise(name).split())
            addressed = [one for one in addressed if words <= set(normalise(one.name).split())]
            return addressed[0] if len(addressed) == 1 else None
        both = [one for one in named if one in addressed]
        found = both or named
        return found[0] if len(found) == 1 else None

    def namesakes(self, name: str) -> int:
        """How many people are called so."""
        return len(self.by_name.get(normalise(name), ())) if name else 0


def people_known(snapshot: Snapshot) -> KnownAuthors:
    """Everybody in the club."""
    by_name: dict[str, list[_Author]] = defaultdict(list)
    by_email: dict[str, list[_Author]] = defaultdict(list)
    everybody = (
        select(Person.id, Person.name, Person.email, Organisation.sector)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(IS_ONE_OF_ITS_OWN)
    )
    authors: dict[int, _Author] = {}
    for person_id, name, email, sector in snapshot.execute(everybody):
        author = authors[person_id] = _Author(person_id, name, sector_of(sector))
        by_name[normalise(name)].append(author)
        if email:
            by_email[normalise(email)].append(author)
    for one in known_as(snapshot).values():
        for found, said in ((by_name, one.name), (by_email, one.email)):
            if said and authors[one.into_id] not in found[normalise(said)]:
                found[normalise(said)].append(authors[one.into_id])
    organisations = snapshot.execute(select(Organisation.name, Organisation.sector))
    return KnownAuthors(
        by_name, by_email, {normalise(name): sector for name, sector in organisations}
    )
