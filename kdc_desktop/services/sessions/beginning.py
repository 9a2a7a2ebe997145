"""Begin a session from an earlier one: its agenda, its people, and what is still open."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from kdc_desktop.domain.sessions.stages import SINCE
from kdc_desktop.domain.sessions.titles import next_title
from kdc_desktop.i18n import Text, date_text, lazy, listed, month_names, whole_month_names
from kdc_desktop.services.sessions.planning import NewSession, new_session
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.services.sessions.templates import Template, TemplateStage
from kdc_desktop.storage import Database, Edit, Snapshot


class Invited(StrEnum):
    """Who of before is on the list of the new session."""

    LAST_TIME = "last time"
    CAME = "came"
    EVERY_TIME = "every time"
    NOBODY = "nobody"


@dataclass(frozen=True)
class IdeaFate:
    """What became of an idea of last time, in words."""

    text: str
    fate: Text


@dataclass(frozen=True)
class TakeUpChoice:
    """A consortium that can be worked on in the new session; `why` says why it is due, if it is.

    `is_expected`: the evening is where that is done, and not a line that is written in between.
    """

    id: int
    name: str
    state: Text
    why: Text | None
    people: frozenset[int]
    is_expected: bool = False


@dataclass(frozen=True)
class OverdueLine:
    """A commitment that is overdue: what, whose and in which consortium, and how late."""

    what: str
    who: str
    late: Text


@dataclass(frozen=True)
class LastTime:
    """What the nouns above tell of an earlier session, and what they offer for the new one.

    `goes_along` are sentences of what is there in the new session without anybody taking it up.
    """

    fates: tuple[IdeaFate, ...]
    consortia: tuple[TakeUpChoice, ...]
    overdue: tuple[OverdueLine, ...]
    people: Mapping[Invited, frozenset[int]]
    goes_along: tuple[Text, ...] = ()


@dataclass(frozen=True)
class BeginningJoins:
    """What is told of an earlier session, and what is written into the new one.

    `door_kinds` are the kinds of stage in which people still arrive. What is known of people is
    read before anything is written: `guests_of` gives what `invite` is handed.
    """

    door_kinds: frozenset[str]
    told: Callable[[Database, int], LastTime]
    guests_of: Callable[[Snapshot, Collection[int]], Collection[Any]]
    invite: Callable[[Edit, int, Collection[Any]], object]
    take_up: Callable[[Edit, int, Collection[int]], object]


@dataclass(frozen=True)
class Beginning:
    """What is chosen: what the session is, who is invited, which consortia are taken up."""

    plan: NewSession
    people: frozenset[int] = frozenset()
    consortia: frozenset[int] = frozenset()


def begin_session(database: Database, wanted: Beginning, joins: BeginningJoins) -> int:
    """Make a session with all that is chosen, in one step; its id.

    Raises:
        UserError: its name is empty, or something is too long.
    """
    with database.read() as snapshot:
        guests = joins.guests_of(snapshot, wanted.people)
    with database.edit(lazy("Began {title} from last time", title=wanted.plan.title)) as edit:
        session_id = new_session(edit, wanted.plan)
        joins.invite(edit, session_id, guests)
        joins.take_up(edit, session_id, wanted.consortia)
        return session_id


def last_session(sessions: Sequence[SessionRow]) -> SessionRow | None:
    """The one that was held last; the last that was planned where none was held."""
    held = [row for row in sessions if not row.is_planned]
    return max(held or sessions, key=lambda row: row.planned_start.seconds, default=None)


def suggested_title(earlier: SessionRow, starts_at: datetime, taken: Collection[str] = ()) -> str:
    """What a session like an earlier one may be called; with its day where that name is `taken`."""
    names = whole_month_names(), month_names()
    title = next_title(earlier.title, earlier.starts_at.date(), starts_at.date(), names)
    if title not in taken:
        return title
    return listed((title, date_text(starts_at)))


def next_day_like(sessions: Sequence[SessionRow], earlier: SessionRow, soonest: date) -> date:
    """The day of a session after an earlier one, in the rhythm of the club.

    As many weeks after it as it came after the one before; the soonest day where that has been, or
    no rhythm is known.
    """
    days = {row.starts_at.date() for row in sessions if not row.is_planned}
    last = earlier.starts_at.date()
    before = max((day for day in days if day < last), default=last)
    weeks = round((last - before).days / 7)
    return max(soonest, last + timedelta(weeks=weeks))


def with_since(agenda: Template, door_kinds: Collection[str]) -> Template:
    """The agenda that begins with what happened since last time, after people have come in."""
    if any(stage.kind == SINCE.key for stage in agenda.stages):
        return agenda
    told = TemplateStage(SINCE.key, SINCE.title, Text.plain(""), Text.plain(""), SINCE.minutes)
    place = 0
    while place < len(agenda.stages) and agenda.stages[place].kind in door_kinds:
        place += 1
    stages = (*agenda.stages[:place], told, *agenda.stages[place:])
    return replace(agenda, stages=stages)
