"""Writes entries for calendars (iCalendar, RFC 5545); read again, they take their own place."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from kdc_desktop.domain.pages.values import Appointment, Calendar
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.files import replacing
from kdc_desktop.interchange.xml_text import xml_text

_DOMAIN = "kdc-desktop.invalid"  # untranslated: no address, but what makes a key one of the world
_VERSIONS_SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def write_calendar(path: Path, made: Calendar) -> None:
    """Write it; times are told by the clock of the world, so every laptop shows its own.

    Raises:
        UserError: the file cannot be written.
    """
    import icalendar

    found = icalendar.Calendar()
    found.add("prodid", "-//KDC Desktop//EN")  # untranslated: a name for programs
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", xml_text(made.title))
    for entry in made.entries:
        found.add_component(_event(entry, made.at))
    content = found.to_ical()
    with replacing(path) as fresh:
        fresh.write_bytes(content)


def _event(entry: Appointment, at: Instant) -> Any:
    import icalendar

    event = icalendar.Event()
    moment = _of_the_world(at)
    event.add("uid", f"{entry.key}@{_DOMAIN}")
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", max(0, int((moment - _VERSIONS_SINCE).total_seconds() // 60)))
    event.add("summary", xml_text(entry.title))
    if isinstance(entry.begins, Instant):
        event.add("dtstart", _of_the_world(entry.begins))
        if entry.ends is not None:
            event.add("dtend", _of_the_world(entry.ends))
    else:
        event.add("dtstart", entry.begins)
        event.add("dtend", _next_day(entry.begins))
        event.add("transp", "TRANSPARENT")  # untranslated: nobody is busy on that day
    for name, text in (("location", entry.place), ("description", entry.words)):
        if text:
            event.add(name, xml_text(text))
    return event


def _of_the_world(at: Instant) -> datetime:
    return at.in_zone(UTC).replace(tzinfo=UTC)


def _next_day(day: date) -> date:
    return day + timedelta(days=1)
