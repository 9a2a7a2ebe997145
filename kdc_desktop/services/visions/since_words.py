"""A consortium since the last evening, in at most eight words."""

from typing import NamedTuple

from kdc_desktop.domain.consortia.due import SILENT_AFTER
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.kit.few_words import few_words
from kdc_desktop.i18n import Text, day_text, lazy, nlazy
from kdc_desktop.instants import Instant, Zone, day_of, days_between
from kdc_desktop.services.visions.club import ConsortiumNow
from kdc_desktop.services.visions.waiting import Waiting

LONG = 30  # days after which a consortium waits for its vision, or a version for its answers
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
    were solved, how many are in."""

    sign: str
    solved: int
    members: int
    waiting: Waiting | None
    is_taken_up: bool
    now: Instant
    zone: Zone


class News(NamedTuple):
    """What is told of a consortium, and whether it waits for something."""

    consortium: ConsortiumNow
    words: Text
    waits: bool

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Good news first, and what waits at the end."""
        return self.waits, _BEST_FIRST.index(self.consortium.state), self.consortium.id


def news_of(one: ConsortiumNow, heard: HeardSince) -> News:
    """What the room is told of it."""
    if heard.sign:
        return News(one, Text.plain(few_words(heard.sign)), waits=False)
    if heard.solved and not one.is_over:
        solved = nlazy("{count} obstacle is solved", "{count} obstacles are solved", heard.solved)
        return News(one, solved, waits=False)
    waits = _waits(one, heard)
    if waits is not None:
        return News(one, waits, waits=True)
    return News(one, _going(one, heard), waits=False)


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
                "{count} partner, ready to go", "{count} partners, ready to go", heard.members
            )
        case ConsortiumState.VISIONING:
            return nlazy(
                "{count} partner and a vision", "{count} partners and a vision", heard.members
            )
        case ConsortiumState.FORMING:
            return nlazy(
                "{count} partner, no vision yet", "{count} partners, no vision yet", heard.members
            )
