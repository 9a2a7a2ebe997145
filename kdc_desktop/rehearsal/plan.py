"""What a rehearsal plays, and what it leaves."""

from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.settings import ThemeMode

PIN = "2468"
PACE = 0.25  # seconds between two actions when somebody watches


@dataclass(frozen=True)
class RehearsalPlan:
    """What is played: an evening, and short ones that follow it over a year in the same club.

    With `copy_of` and `session_id`, it is that session on a copy of its file, and no other.
    """

    people: int
    seed: int
    out: Path
    ideas: Path | None = None
    show: bool = False
    theme: ThemeMode = ThemeMode.LIGHT
    size: tuple[int, int] = (1440, 900)
    text_size: int = 100
    copy_of: Path | None = None
    session_id: int | None = None
    evenings: int = 1


@dataclass(frozen=True)
class Left:
    """What a rehearsal leaves."""

    database: Path
    workbook: Path
    pictures: Path
