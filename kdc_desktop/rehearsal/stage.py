"""Plays a whole session: opens the program, walks the agenda, keeps pictures and the workbook."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Literal

from kdc_desktop.errors import UserError
from kdc_desktop.rehearsal.clock import EVENING, RehearsalClock

if TYPE_CHECKING:
    from kdc_desktop.app import Club

PIN = "2468"
PACE = 0.25  # seconds between two actions when somebody watches


@dataclass(frozen=True)
class Plan:
    """What is played. With `copy_of` and `session_id`, that session on a copy of its file."""

    people: int
    seed: int
    out: Path
    ideas: Path | None = None
    show: bool = False
    theme: Literal["light", "dark"] = "light"
    size: tuple[int, int] = (1440, 900)
    text_size: int = 100
    copy_of: Path | None = None
    session_id: int | None = None


@dataclass(frozen=True)
class Left:
    """What a rehearsal leaves."""

    database: Path
    workbook: Path
    pictures: Path


def rehearse(plan: Plan, tell: Callable[[str], None]) -> Left:
    """Play it through the real windows; `tell` hears of every picture.

    Raises:
        UserError: a window did not do what the rehearsal expected, or the folder is not writable.
    """
    left = _clear(plan.out)
    if not plan.show:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from kdc_desktop import app as program
    from kdc_desktop.settings import Settings

    running = QApplication.instance()
    application = (
        running if isinstance(running, QApplication) else program.make_application(["kdc-desktop"])
    )
    with tempfile.TemporaryDirectory(prefix="kdc-rehearsal-") as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.theme = plan.theme
        settings.motion = plan.show
        settings.text_size = plan.text_size
        settings.set_pin(PIN)
        if plan.copy_of is not None:
            from kdc_desktop.storage import backups

            backups.copy_to(plan.copy_of, left.database)
        clock = RehearsalClock(EVENING)
        opened = program.Program(application, settings, lambda _window: None, clock)
        club = opened.open(left.database)
        try:
            _play(plan, club, clock, left, tell)
        finally:
            club.close()
    return left


def hush_platform() -> None:
    """Keep what the off-screen platform cannot do from the terminal; all else is still told."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith("This plugin does not support"):
            sys.stderr.write(f"{text}\n")

    qInstallMessageHandler(tell)


def _clear(out: Path) -> Left:
    left = Left(out / "session.kdc", out / "outcome.xlsx", out / "screens")
    try:
        left.pictures.mkdir(parents=True, exist_ok=True)
        for picture in left.pictures.glob("*.png"):
            picture.unlink()
        for name in ("session.kdc", "session.kdc-wal", "session.kdc-shm", "outcome.xlsx"):
            (out / name).unlink(missing_ok=True)
        shutil.rmtree(out / "session backups", ignore_errors=True)
    except OSError as error:
        raise UserError(f"{out} cannot be written. Choose another folder with --out.") from error
    return left


def _play(
    plan: Plan, club: "Club", clock: RehearsalClock, left: Left, tell: Callable[[str], None]
) -> None:
    from kdc_desktop.rehearsal.evening import Evening
    from kdc_desktop.rehearsal.hands import Hands

    hands = Hands(club, left.pictures, PACE if plan.show else 0.0, tell)
    lots = Random(plan.seed)  # noqa: S311 - the same seed must give the same session
    Evening(plan, hands, lots, clock).play(left.workbook)
