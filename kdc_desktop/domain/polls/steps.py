"""What was done with a poll after it was opened, in words that are told with its result."""

from collections.abc import Mapping

from kdc_desktop.domain.polls.states import PollEvent
from kdc_desktop.i18n import Text, _, ngettext, plazy

EVENT_WORDS: Mapping[PollEvent, Text] = {
    PollEvent.OPENED: plazy("what was done with a poll", "opened"),
    PollEvent.PAUSED: plazy("what was done with a poll", "paused"),
    PollEvent.WENT_ON: plazy("what was done with a poll", "let go on"),
    PollEvent.EXTENDED: plazy("what was done with a poll", "more time given"),
    PollEvent.RAISED: plazy("what was done with a poll", "limit of marks raised"),
    PollEvent.LET_IN: plazy("what was done with a poll", "late arrivals let in"),
    PollEvent.LEFT: plazy("what was done with a poll", "no longer waited for who left"),
    PollEvent.CLOSED: plazy("what was done with a poll", "closed"),
    PollEvent.REOPENED: plazy("what was done with a poll", "opened again"),
    PollEvent.REVEALED: plazy("what was done with a poll", "result announced"),
    PollEvent.OVERRULED: plazy("what was done with a poll", "others than the first chosen"),
    PollEvent.VOIDED: plazy("what was done with a poll", "declared void"),
}


def step_told(event: PollEvent, number: int, reason: str) -> str:
    """A step as a sentence: “5 minutes were given.”; `number` is of people or minutes."""
    if event in _COUNTED:
        return _COUNTED[event](number)
    if event is PollEvent.VOIDED:
        return _("The result was declared void: {reason}", reason=_ended(reason))
    if event is PollEvent.OVERRULED:
        return _("Others than the first were taken further: {reason}", reason=_ended(reason))
    return {
        PollEvent.PAUSED: _("It was paused."),
        PollEvent.WENT_ON: _("It went on."),
        PollEvent.CLOSED: _("It was closed."),
        PollEvent.REOPENED: _("It was opened again."),
        PollEvent.REVEALED: _("The result was announced."),
    }[event]


def _ended(reason: str) -> str:
    """What somebody wrote, as the end of a sentence."""
    return reason if reason[-1:] in _ENDS else f"{reason}."


def _opened(number: int) -> str:
    return ngettext(
        "It was opened: {count} could vote.", "It was opened: {count} could vote.", number
    )


def _extended(number: int) -> str:
    return ngettext("{count} minute was given.", "{count} minutes were given.", number)


def _raised(number: int) -> str:
    if not number:
        return _("The limit of marks was lifted.")
    return ngettext(
        "The limit was raised to {count} mark.", "The limit was raised to {count} marks.", number
    )


def _let_in(number: int) -> str:
    return ngettext(
        "{count} late arrival was let in.", "{count} late arrivals were let in.", number
    )


def _left(number: int) -> str:
    return ngettext(
        "{count} left without voting and was no longer waited for.",
        "{count} left without voting and were no longer waited for.",
        number,
    )


_ENDS = (".", "!", "?", "…", "。", "؟")
_COUNTED = {
    PollEvent.OPENED: _opened,
    PollEvent.EXTENDED: _extended,
    PollEvent.RAISED: _raised,
    PollEvent.LET_IN: _let_in,
    PollEvent.LEFT: _left,
}
