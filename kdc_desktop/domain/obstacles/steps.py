"""What happened to an obstacle step by step, in words."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.obstacles.kinds import KIND_WORDS
from kdc_desktop.domain.obstacles.states import ObstacleEvent, ObstacleKind
from kdc_desktop.i18n import Text, _, date_text, plazy

EVENT_WORDS: Mapping[ObstacleEvent, Text] = {
    ObstacleEvent.RAISED: plazy("what happened to an obstacle", "raised"),
    ObstacleEvent.NOTED: plazy("what happened to an obstacle", "heard of"),
    ObstacleEvent.CHANGED: plazy("what happened to an obstacle", "told in other words"),
    ObstacleEvent.HANDED_ON: plazy("what happened to an obstacle", "handed on"),
    ObstacleEvent.NEXT_STEP: plazy("what happened to an obstacle", "next step set"),
    ObstacleEvent.SOLVED: plazy("what happened to an obstacle", "solved"),
    ObstacleEvent.BACK: plazy("what happened to an obstacle", "back"),
}
BAND_WORDS: Mapping[AgeBand, Text] = {
    AgeBand.FRESH: plazy("age of an obstacle", "fresh"),
    AgeBand.OLD: plazy("age of an obstacle", "old"),
    AgeBand.VERY_OLD: plazy("age of an obstacle", "very old"),
}


class SaidOfObstacle(NamedTuple):
    """What one step says: what holds from then on is the kind, the owner and the day of the next
    step, as far as the event is about it; `note` are the words that were said with it."""

    event: ObstacleEvent
    kind: ObstacleKind | None = None
    owner: str = ""
    note: str = ""
    next_on: date | None = None


def step_told(said: SaidOfObstacle) -> str:
    """What happened in one step, on one line without a full stop."""
    match said.event:
        case ObstacleEvent.RAISED | ObstacleEvent.CHANGED:
            return _put_as(said)
        case ObstacleEvent.HANDED_ON if said.owner:
            return _with(_("handed on to {owner}", owner=said.owner), said.note)
        case ObstacleEvent.HANDED_ON:
            return _with(_("nobody takes care of it any more"), said.note)
        case ObstacleEvent.NEXT_STEP:
            step = step_and_day(said.note, said.next_on)
            return _("next step: {step}", step=step) if step else _("no next step any more")
        case ObstacleEvent.NOTED:
            return said.note or str(EVENT_WORDS[said.event])
        case ObstacleEvent.SOLVED:
            return _with(_("solved"), said.note)
        case ObstacleEvent.BACK:
            return _with(_("it is back"), said.note)


def _put_as(said: SaidOfObstacle) -> str:
    kind = str(KIND_WORDS[said.kind or ObstacleKind.OTHER])
    if said.event is ObstacleEvent.RAISED:
        raised = _("raised ({kind})", kind=kind)
        return _with(raised, said.note)
    return _("told in other words ({kind}): {text}", kind=kind, text=said.note)


def step_and_day(step: str, on: date | None) -> str:
    """A next step with the day until which it is taken, as far as both are known."""
    if on is None:
        return step
    day, step = date_text(on), step.rstrip(".")
    return _("{step}, until {day}", step=step, day=day) if step else _("until {day}", day=day)


def _with(what: str, note: str) -> str:
    return _("{what}: {note}", what=what, note=note) if note else what
