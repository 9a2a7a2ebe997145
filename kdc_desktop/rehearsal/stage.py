"""Plays a whole session: opens the program, walks the agenda, keeps pictures and the workbook."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Literal

from kdc_desktop.errors import UserError
from kdc_desktop.rehearsal.clock import EVENING, RehearsalClock
from kdc_desktop.storage.sole_use import claim

if TYPE_CHECKING:
    from kdc_desktop.app import Club

PIN = "2468"
PACE = 0.25  # seconds between two actions when somebody watches
MARK = "rehearsal.json"
_MADE = (
    *("session.kdc", "session.kdc-wal", "session.kdc-shm"),
    *("outcome.xlsx", "roster.csv", "screens", "session backups"),
)


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
        UserError: the folder holds what no rehearsal made, or cannot be written, or the club or
            the sheet of ideas is not there, all before anything is changed; or a window did not
            do what the rehearsal expected.
    """
    _refuse_what_is_missing(plan)
    left = _clear(plan)
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


def _refuse_what_is_missing(plan: Plan) -> None:
    if plan.ideas is not None and not plan.ideas.is_file():
        raise UserError(f"There is no file {plan.ideas}. Name a sheet of ideas with --ideas FILE.")
    if plan.copy_of is None:
        if plan.session_id is not None:
            raise UserError("Name the session's club file, too: --database FILE.")
    elif not plan.copy_of.is_file():
        raise UserError(f"There is no file {plan.copy_of}. Name the club with --database FILE.")
    elif plan.copy_of.resolve().is_relative_to(plan.out.resolve()):
        raise UserError(
            f"{plan.copy_of.name} lies in {plan.out}, which the rehearsal clears. "
            "Choose another folder with --out."
        )


def _clear(plan: Plan) -> Left:
    """Make the folder ready; what an earlier rehearsal made is deleted, nothing else."""
    out = plan.out
    left = Left(out / "session.kdc", out / "outcome.xlsx", out / "screens")
    try:
        there = [name for name in _MADE if (out / name).exists() or (out / name).is_symlink()]
        if strange := [name for name in there if name not in _marked(out)]:
            raise UserError(
                f"{out} has a {strange[0]} that no rehearsal made. "
                "Choose another folder with --out."
            )
        with claim(left.database) if left.database.exists() else nullcontext():
            for name in there:
                _delete(out / name)
        out.mkdir(parents=True, exist_ok=True)
        (out / MARK).write_text(json.dumps({"made": _MADE}, indent=1), encoding="utf-8")
        left.pictures.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(f"{out} cannot be written. Choose another folder with --out.") from error
    return left


def _marked(out: Path) -> list[str]:
    """What an earlier rehearsal said that it makes in this folder, before it made it."""
    mark = out / MARK
    if not mark.exists():
        return []
    try:
        found = json.loads(mark.read_text(encoding="utf-8"))
        return [str(name) for name in found["made"]]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"{mark} was not written by a rehearsal. Choose another folder with --out."
        ) from error


def _delete(made: Path) -> None:
    if made.name == "screens":
        for picture in made.glob("*.png"):
            picture.unlink()
    elif made.is_dir() and not made.is_symlink():
        shutil.rmtree(made)
    else:
        made.unlink(missing_ok=True)


def _play(
    plan: Plan, club: "Club", clock: RehearsalClock, left: Left, tell: Callable[[str], None]
) -> None:
    from kdc_desktop.rehearsal.evening import Evening
    from kdc_desktop.rehearsal.hands import Hands

    hands = Hands(club, left.pictures, PACE if plan.show else 0.0, tell)
    lots = Random(plan.seed)  # noqa: S311 - the same seed must give the same session
    Evening(plan, hands, lots, clock).play(left.workbook)
