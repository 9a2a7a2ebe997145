"""What became of ideas, as it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from kdc_desktop.domain.chains.how_far import HowFar
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.kit.rings import Ring
from kdc_desktop.domain.polls.ranking import PollPlace
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import Text
from kdc_desktop.instants import Instant
from kdc_desktop.services.consortia.club_rows import SessionNamed


class KeptCounts(NamedTuple):
    """How many commitments were kept, are still to come, and are late."""

    kept: int = 0
    to_come: int = 0
    late: int = 0

    @property
    def in_all(self) -> int:
        """How many count: what is owed by a consortium that is over is expected no more."""
        return self.kept + self.to_come + self.late


class GroupNow(NamedTuple):
    """A consortium that an idea came to, by now; `version_number` is 0 before the first."""

    id: int
    name: str
    winner_id: int
    state: ConsortiumState
    since: date
    version_number: int
    kept: KeptCounts


class VotedOn(NamedTuple):
    """An option of a poll that was opened; without `placing` nobody knows its result.

    It `is_topic` where a cluster was voted on, and `is_folded` where it counts as another option.
    A result that was declared void `is_void`, and places nothing. Where the result `is_shown`, but
    has no place for it, that would tell who voted what.
    """

    id: int
    poll_id: int
    title: str
    question: str
    state: PollState
    on: date
    placing: PollPlace | None
    closed_at: Instant | None = None
    is_topic: bool = False
    is_folded: bool = False
    is_void: bool = False
    is_shown: bool = False


class WonBy(NamedTuple):
    """Something that is taken further, chosen in a poll where it has an option."""

    id: int
    title: str
    option_id: int | None


class ChainRow(NamedTuple):
    """An idea of any evening and how far it came.

    `author` is a name, empty where nobody has signed it; `author_id` tells who that is. It came as
    far as it did by `via`, the words of what it was merged into or of its cluster; empty where it
    did so itself. `last_on` is the day on which it came so far.
    """

    id: int
    text: str
    session: SessionNamed
    author_id: int | None
    author: str
    merged_into: str
    far: HowFar
    via: str
    voted: tuple[VotedOn, ...]
    won: tuple[WonBy, ...]
    groups: tuple[GroupNow, ...]
    last_on: date

    @property
    def furthest(self) -> GroupNow | None:
        """The consortium of it that came furthest, if any has formed."""
        return self.groups[0] if self.groups else None

    @property
    def placed(self) -> PollPlace | None:
        """The best place that it had in a vote, where one has been revealed."""
        places = [one.placing for one in self.voted if one.placing is not None]
        return min(places, key=lambda one: (one.rank, -one.of), default=None)


class StepKind(Enum):
    """What a step of a chain tells of."""

    WRITTEN = auto()
    MERGED = auto()
    VOTED = auto()
    CHOSEN = auto()
    FORMED = auto()
    TAKEN_UP = auto()
    STATE = auto()
    VERSION = auto()
    PROMISE = auto()
    OBSTACLE = auto()
    GAIN = auto()


class StepPlace(NamedTuple):
    """Where a step is seen: an idea, a poll or the winners of a session, or a consortium."""

    kind: StepKind
    of_id: int
    session_id: int | None = None


class ChainStep(NamedTuple):
    """One step: what kind of thing it is (`label`), its own `words`, when, and how it stands.

    `told` are sentences about it; `on` is None for what has no day.
    """

    stop: StepPlace
    label: Text
    words: str
    on: date | None
    state: Text
    told: Text
    ring: Ring


@dataclass(frozen=True)
class Chain:
    """An idea with everything that became of it, in the order in which it went."""

    row: ChainRow
    steps: Sequence[ChainStep]
