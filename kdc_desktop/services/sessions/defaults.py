"""What a new session begins with."""

from datetime import datetime, time, timedelta

from kdc_desktop.i18n import Text, lazy, time_text
from kdc_desktop.services.club.defaults import DefaultChoice, default_of
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database


def _templates() -> list[tuple[str, Text | str]]:
    return [(template.key, template.name) for template in templates()]


def _times() -> list[tuple[str, Text | str]]:
    quarters = (time(hour, minute) for hour in range(7, 22) for minute in (0, 30))
    return [(f"{at:%H:%M}", time_text(datetime.combine(datetime.min, at))) for at in quarters]


TEMPLATE = DefaultChoice(
    "template",
    lazy("Agenda of a new session"),
    lazy("The agenda that New session proposes; its stages say how long the session takes."),
    _templates,
    "innovators-club",
)
BEGINS = DefaultChoice(
    "begins",
    lazy("Beginning of a new session"),
    lazy("The time of day that New session proposes, by the clock of this laptop."),
    _times,
    "17:30",
)


def next_beginning(database: Database, now: datetime) -> datetime:
    """When a new session is proposed to begin: at the usual time of day, today or tomorrow."""
    hour, minute = map(int, default_of(database, BEGINS).split(":"))
    today = now.replace(hour=hour, minute=minute, second=0)
    return today if now <= today else today + timedelta(days=1)
