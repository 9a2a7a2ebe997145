"""What becomes of a reservation, step by step, and how its history is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kdc_desktop.domain.visions.states import ReservationEvent, ReservationState
from kdc_desktop.i18n import Text, day_text, fillable, full_date_text, lazy, pgettext

UNSETTLED = (ReservationState.OPEN, ReservationState.ADDRESSED, ReservationState.STANDING)
"""Until its member lifts it, a reservation is asked about again."""

LEADS_TO = {
    ReservationEvent.ADDRESSED: ReservationState.ADDRESSED,
    ReservationEvent.MET: ReservationState.ADDRESSED,
    ReservationEvent.LIFTED: ReservationState.LIFTED,
    ReservationEvent.STANDING: ReservationState.STANDING,
    ReservationEvent.REOPENED: ReservationState.OPEN,
}
BRINGS = {
    ReservationState.OPEN: ReservationEvent.REOPENED,
    ReservationState.ADDRESSED: ReservationEvent.ADDRESSED,
    ReservationState.LIFTED: ReservationEvent.LIFTED,
    ReservationState.STANDING: ReservationEvent.STANDING,
}
"""The step by which a facilitator brings a reservation into a state."""

_STEPS = {
    ReservationEvent.ADDRESSED: lazy("addressed"),
    ReservationEvent.MET: lazy("met by a commitment"),
    ReservationEvent.ASKED_AGAIN: lazy("asked again"),
    ReservationEvent.LIFTED: lazy("lifted"),
    ReservationEvent.STANDING: lazy("left standing"),
    ReservationEvent.REOPENED: lazy("open again"),
}
_NUMBERED = {
    ReservationEvent.ADDRESSED: fillable("addressed in version {number}"),
    ReservationEvent.ASKED_AGAIN: fillable("asked again with version {number}"),
    ReservationEvent.REOPENED: fillable("open again with version {number}"),
}


@dataclass(frozen=True)
class HistoryStep:
    """One step, in the words that follow its day; `event` is None where it was raised.

    `version_number` is that of the version with which it happened, where that is known.
    """

    event: ReservationEvent | None
    day: date
    text: Text
    version_number: int | None = None


def state_after(events: Iterable[ReservationEvent]) -> ReservationState:
    """What a reservation has come to after these steps, the first one first."""
    state = ReservationState.OPEN
    for event in events:
        state = LEADS_TO.get(event, state)
    return state


def raised_words(version_number: int) -> Text:
    """That it was raised."""
    return lazy("raised with version {number}", number=version_number)


def step_words(event: ReservationEvent, version_number: int | None, given: str = "") -> Text:
    """A step in words.

    Args:
        event: what happened.
        version_number: of the version that it happened with, if it is known.
        given: what a commitment that meets the reservation gives.
    """
    numbered = _NUMBERED.get(event)
    if version_number is not None and numbered is not None:
        return numbered.filled(number=version_number)
    if given and event is ReservationEvent.MET:
        return lazy("met by a commitment, “{what}”", what=given)
    return _STEPS[event]


def step_told(step: HistoryStep, today: date) -> str:
    """A step with its day, which has its year where that is another one."""
    day = day_of_history(step.day, today)
    return pgettext("a step of a reservation", "{day} {what}", day=day, what=str(step.text))


def day_of_history(day: date, today: date) -> str:
    """A day as a history tells it: with its year where that is another one."""
    return day_text(day) if day.year == today.year else full_date_text(day)
