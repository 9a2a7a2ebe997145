"""A club nobody has been to yet: the evening on which tests happen, and a sheet of people."""

from datetime import datetime
from pathlib import Path

from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Session
from kdc_desktop.storage import Database

STARTS = datetime(2026, 11, 3, 18, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())


def plan_evening(database: Database, day: int = 3) -> int:
    """A session on this day of the month; its id."""
    with database.edit(lazy("Planned an evening")) as edit:
        evening = Session(title="Evening", starts_at=STARTS.replace(day=day))
        edit.add(evening)
        edit.flush()
        return evening.id


def roster(folder: Path, *lines: str) -> Path:
    """A sheet of these lines, the header first."""
    path = folder / "roster.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
