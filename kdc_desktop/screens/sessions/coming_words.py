"""When the next evening begins, in words."""

from datetime import timedelta

from kdc_desktop.i18n import _, full_date_text, listed, ngettext, span_text, time_text
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.services.sessions.rows import SessionRow

_EVENING = 17  # o'clock


def day_words(row: SessionRow, now: Instant) -> str:
    """“Tonight”, “Tomorrow”, “24 Nov 2026”."""
    today, day = now.in_zone(laptop_zone()).date(), row.starts_at.date()
    if not row.is_planned:
        return _("Now in the room")
    if day == today:
        return _("Tonight") if row.starts_at.hour >= _EVENING else _("Today")
    if day == today + timedelta(days=1):
        return _("Tomorrow")
    return full_date_text(day)


def starts_words(row: SessionRow, now: Instant) -> str:
    """“Starts in 10 min”, “In 12 days”, “Live now”."""
    if not row.is_planned:
        return _("Live now")
    seconds = row.planned_start.seconds - now.seconds
    days = (row.starts_at.date() - now.in_zone(laptop_zone()).date()).days
    if days > 0:
        return ngettext("In {count} day", "In {count} days", days)
    if days < 0:
        return _("Was never held")
    if seconds <= 0:
        return _("Time to begin")
    return _("Starts in {span}", span=span_text(-(-seconds // 60)))


def place_words(row: SessionRow, minutes: int) -> str:
    """“Harbour library hall, 17:30 to 20:30”."""
    try:
        end = row.starts_at + timedelta(minutes=minutes)
    except OverflowError:
        end = row.starts_at
    span = _("{start} to {end}", start=time_text(row.starts_at), end=time_text(end))
    return listed(part for part in (row.place, span) if part)


def is_today(row: SessionRow, now: Instant) -> bool:
    """Whether one can go live with it without being asked."""
    return not row.is_planned or not row.is_for_another_day(now)
