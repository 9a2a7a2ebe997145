"""What the nouns above tell Home, once they are loaded: what is due, what became, the year."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kdc_desktop.domain.kit.rings import Ring
from kdc_desktop.i18n import Text
from kdc_desktop.services.sessions.goal import GoalReached
from kdc_desktop.storage import Database


class DueAct(StrEnum):
    """What can be done about something that is due, at once where it stands."""

    KEPT = "kept"  # the commitment with the id is kept
    WRITE = "write"  # one line on how the consortium does
    LOOK = "look"  # at the consortium
    PREPARE = "prepare"  # look at it in the session that has taken it up
    HEAR = "hear"  # one line on what was heard of the obstacle with the id


class Lateness(StrEnum):
    """How late something is."""

    IN_TIME = "in time"
    SILENT = "silent"
    FELL = "fell"
    LATE = "late"


@dataclass(frozen=True)
class DueLine:
    """Something that is due: `what`, of whom, how late in words, and what can be done now.

    It is known by `key`; `of_id` is what is acted on, `session_id` where that is. It has the
    letter of a sector, the ring of a state, or an icon. `consortium_id` is whose it is, and
    `member_id` the member whose answer is looked at.
    """

    key: str
    what: str
    who: str
    late: Text
    lateness: Lateness
    act: DueAct
    act_text: Text
    of_id: int
    consortium_id: int
    member_id: int | None = None
    letter: str = ""
    ring: Ring | None = None
    session_id: int | None = None
    icon: str = ""


@dataclass(frozen=True)
class DueGroup:
    """Things that are due under a title, with a note beside it."""

    key: str
    title: Text
    note: Text
    lines: tuple[DueLine, ...]


@dataclass(frozen=True)
class Became:
    """A consortium of an evening as it stands now, with the day where that came after it."""

    consortium_id: int
    name: str
    state: Text
    ring: Ring


@dataclass(frozen=True)
class YearNumbers:
    """A year of the club in numbers, so far; `kept` of the `promised` commitments that were due.

    `alive` are those that have neither ended nor stopped; of them `on_their_own` are let go.
    """

    year: int
    evenings: int
    people: int
    came_back: int
    first_meetings: int
    alive: int
    on_their_own: int
    kept: int
    promised: int


@dataclass(frozen=True)
class Expected:
    """Who is on the list of the next session: by sector, and how many for the first time."""

    count: int
    by_sector: Mapping[str, int]
    for_the_first_time: int


@dataclass(frozen=True)
class HomeTold:
    """All that Home shows beside the sessions themselves; `became` by session."""

    groups: tuple[DueGroup, ...]
    became: Mapping[int, tuple[Became, ...]]
    year: YearNumbers
    expected: Expected | None
    needs: tuple[Text, ...]
    reached: GoalReached | None = None


@dataclass(frozen=True)
class PromiseVerbs:
    """What becomes of a commitment, by its id: kept, or else.

    `keep` ticks it off, `postpone` takes a day, `drop` a reason, and `hand_over` the id of another
    member, of whom `givers` tells ids and names.
    """

    keep: Callable[[Database, int], object]
    postpone: Callable[[Database, int, date], object]
    drop: Callable[[Database, int, str], object]
    givers: Callable[[Database, int], Sequence[tuple[int, str]]]
    hand_over: Callable[[Database, int, int], object]


class HeldUpVerbs(NamedTuple):
    """What becomes of an obstacle, by its id.

    `hear` and `solve` take a line that says what was heard of it, or how it was solved; `put_off`
    takes the day of its next step.
    """

    hear: Callable[[Database, int, str], object]
    solve: Callable[[Database, int, str], object]
    put_off: Callable[[Database, int, date], object]


@dataclass(frozen=True)
class HomeAsks:
    """Asks the nouns above, of the past sessions and the next one, and does what is due.

    `tables` are those that it is read from. `write` takes the id of a consortium, and a line.
    `leaves_with` names what is seen no more once sessions are in the trash, unless they go there by
    `trash_and_keep`.
    """

    tables: frozenset[str]
    told: Callable[[Database, Sequence[int], int | None], HomeTold]
    promises: PromiseVerbs
    obstacles: HeldUpVerbs
    write: Callable[[Database, int, str], object]
    leaves_with: Callable[[Database, Sequence[int]], Sequence[str]]
    trash_and_keep: Callable[[Database, Sequence[int]], object]
