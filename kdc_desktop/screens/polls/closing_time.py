"""When the vote is to end, in words: a clock that closes nothing."""

from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import _, time_text
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.services.polls.rows import PollRow


def clock_told(at: Instant) -> str:
    """“20:15”, as the clock on this laptop shows it."""
    return time_text(at.in_zone(laptop_zone()))


def time_told(row: PollRow | None, now: Instant) -> str:
    """“closes at 20:15”, later that time is over; empty where there is no time, or no open vote."""
    if row is None or row.closes_at is None or row.state != PollState.OPEN:
        return ""
    if is_over(row, now):
        return _("time is over")
    return _("closes at {time}", time=clock_told(row.closes_at))


def is_over(row: PollRow | None, now: Instant) -> bool:
    """Whether the time that was given for this open vote has gone by."""
    if row is None or row.closes_at is None or row.state != PollState.OPEN:
        return False
    return now >= row.closes_at
