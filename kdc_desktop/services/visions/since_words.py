"""A consortium since the last evening, in a line: its good news, and what it waits for."""

from typing import NamedTuple

from kdc_desktop.domain.consortia.due import SILENT_AFTER
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES
from kdc_desktop.i18n import Text, day_text, lazy, nlazy
from kdc_desktop.instants import Instant, Zone, day_of, days_between
from kdc_desktop.services.obstacles.rows import ObstacleRow
from kdc_desktop.services.visions.club import ConsortiumNow
from kdc_desktop.services.visions.waiting import Waiting

LONGEST = 130  # letters of a sign of life: two lines on the slide
LONG = 30  # days after which a consortium waits for its vision, or a version for its answers
NOTHING_HOLDS = Text.plain("")
_BEST_FIRST = (
    ConsortiumState.ENDED,
    ConsortiumState.RUNNING,
    ConsortiumState.LET_GO,
    ConsortiumState.READY,
    ConsortiumState.VISIONING,
    ConsortiumState.FORMING,
    ConsortiumState.STOPPED,
)


class HeardSince(NamedTuple):
    """What is known of a consortium beside its state: its last sign of life, how many obstacles
    were solved, the one that has held it back longest, how many are in."""

    sign: str
    solved: int
    held: ObstacleRow | None
    members: int
    waiting: Waiting | None
    is_taken_up: bool
    now: Instant
    zone: Zone


class News(NamedTuple):
    """What is told of a consortium, and whether it waits for something; beside good news stands
    what it is `held` by all the same."""

    consortium: ConsortiumNow
    words: Text
    waits: bool
    held: Text = NOTHING_HOLDS

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Good news first, and what waits at the end."""
        return self.waits, _BEST_FIRST.index(self.consortium.state), self.consortium.id


def news_of(one: ConsortiumNow, heard: HeardSince) -> News:
    """What the room is told of it."""
    good, held = _good(one, heard), _held(one, heard)
    if good is not None:
        return News(one, good, waits=False, held=held or NOTHING_HOLDS)
    waits = held or _waits(one, heard)
    if waits is not None:
        return News(one, waits, waits=True)
    return News(one, _going(one, heard), waits=False)


def _good(one: ConsortiumNow, heard: HeardSince) -> Text | None:
    """What is solved, and what was heard last, in its own words."""
    sign = shortened(heard.sign, LONGEST)
    if not heard.solved or one.is_over:
        return Text.plain(sign) if sign else None
    solved = nlazy("{count} obstacle is solved", "{count} obstacles are solved", heard.solved)
    return lazy("{solved}: {sign}", solved=solved, sign=sign) if sign else solved


def _held(one: ConsortiumNow, heard: HeardSince) -> Text | None:
    """What it waits for from outside, and for how long."""
    if heard.held is None or one.is_over:
        return None
    kind = KIND_ENTRIES[heard.held.kind]
    days = heard.held.age_days
    return nlazy("{kind}: waits {count} day", "{kind}: waits {count} days", days, kind=kind)


def _waits(one: ConsortiumNow, heard: HeardSince) -> Text | None:
    if one.is_over or heard.is_taken_up:
        return None
    silent = days_between(one.heard_at, heard.now, heard.zone)
    if silent >= SILENT_AFTER:
        return nlazy("silent for {count} day", "silent for {count} days", silent)
    if one.state is ConsortiumState.FORMING:
        days = days_between(one.since, heard.now, heard.zone)
        if days >= LONG:
            return nlazy("waits {count} day for a vision", "waits {count} days for a vision", days)
    if one.state is ConsortiumState.VISIONING and heard.waiting is not None:
        days = days_between(heard.waiting.written_at, heard.now, heard.zone)
        if days >= LONG:
            return nlazy("waits {count} day for answers", "waits {count} days for answers", days)
    return None


def _going(one: ConsortiumNow, heard: HeardSince) -> Text:
    words = _standing(one, heard)
    if heard.is_taken_up and not one.is_over:
        return lazy("{how_it_stands}, taken up tonight", how_it_stands=words)
    return words


def _standing(one: ConsortiumNow, heard: HeardSince) -> Text:
    day = day_text(day_of(one.since, heard.zone))
    match one.state:
        case ConsortiumState.ENDED:
            return lazy("ended on {day}", day=day)
        case ConsortiumState.STOPPED:
            return lazy("stopped on {day}", day=day)
        case ConsortiumState.RUNNING:
            return lazy("running since {day}", day=day)
        case ConsortiumState.LET_GO if heard.is_taken_up:
            return lazy("let go on {day}", day=day)
        case ConsortiumState.LET_GO:
            return lazy("goes on by itself since {day}", day=day)
        case ConsortiumState.READY:
            return nlazy(
                "{count} member, ready to go", "{count} members, ready to go", heard.members
            )
        case ConsortiumState.VISIONING:
            return nlazy(
                "{count} member and a vision", "{count} members and a vision", heard.members
            )
        case ConsortiumState.FORMING:
            return nlazy(
                "{count} member, no vision yet", "{count} members, no vision yet", heard.members
            )
