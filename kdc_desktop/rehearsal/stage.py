"""Plays a whole session: opens the program, walks the agenda, keeps pictures and the workbook."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.rehearsal.clock import BETWEEN, EVENING, RehearsalClock
from kdc_desktop.rehearsal.folder import SETTINGS, clear, refuse_what_is_missing
from kdc_desktop.rehearsal.plan import PACE, PIN, Left, RehearsalPlan
from kdc_desktop.storage.acting import acting

if TYPE_CHECKING:
    from kdc_desktop.app import Club
    from kdc_desktop.settings import Settings


def rehearse(plan: RehearsalPlan, tell: Callable[[str], None]) -> Left:
    """Play it through the real windows; `tell` hears of every picture.

    Raises:
        UserError: the folder holds what no rehearsal made, or cannot be written, or the club or
            the sheet of ideas is not there, all before anything is changed; or a window did not
            do what the rehearsal expected.
    """
    refuse_what_is_missing(plan)
    left = clear(plan)
    if not plan.show and not os.environ.get("QT_QPA_PLATFORM"):  # set but empty says nothing
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from kdc_desktop.app import Program
    from kdc_desktop.application import make_application

    running = QApplication.instance()
    application = (
        running if isinstance(running, QApplication) else make_application(["kdc-desktop"])
    )
    settings = _settings(plan, plan.out / SETTINGS)
    clock = RehearsalClock(EVENING - (plan.evenings - 1) * BETWEEN)
    opened = Program(application, settings, lambda _window: None, clock, _keys(plan))
    if plan.copy_of is not None:
        from kdc_desktop.storage import backups

        backups.copy_to(plan.copy_of, left.database)
    club = opened.open(left.database)
    try:
        with acting(way=Way.REHEARSAL):
            _play(_of_the_copy(plan, club, clock), club, clock, left, tell)
    finally:
        club.close()
    return left


def _keys(plan: RehearsalPlan) -> Callable[[], int] | None:
    """Where keys of papers come from: the same seed, the same papers.

    Not on a copy of a club: it may hold the papers of a rehearsal with the same seed.
    """
    if plan.copy_of is not None:
        return None
    keys = Random(plan.seed)  # noqa: S311 - nobody real votes
    return lambda: keys.getrandbits(62)


def _of_the_copy(plan: RehearsalPlan, club: "Club", clock: RehearsalClock) -> RehearsalPlan:
    if plan.session_id is None:
        return plan
    from kdc_desktop.rehearsal.of_ours import to_be_played
    from kdc_desktop.services.sessions import listing

    clock.be_at_least(listing.session(club.database, plan.session_id).planned_start)
    return replace(plan, session_id=to_be_played(club.database, plan.session_id))


def _settings(plan: RehearsalPlan, path: Path) -> "Settings":
    from kdc_desktop.settings import Settings

    settings = Settings(path)
    settings.theme = plan.theme
    settings.motion = plan.show
    settings.text_size = plan.text_size
    settings.set_pin(PIN)
    return settings


def hush_platform() -> None:
    """Keep what the off-screen platform cannot do from the terminal; all else is still told."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith("This plugin does not support"):  # untranslated: told by Qt
            sys.stderr.write(f"{text}\n")

    qInstallMessageHandler(tell)


def _play(
    plan: RehearsalPlan,
    club: "Club",
    clock: RehearsalClock,
    left: Left,
    tell: Callable[[str], None],
) -> None:
    from kdc_desktop.rehearsal.evening import Evening
    from kdc_desktop.rehearsal.hands import Hands

    hands = Hands(club, left.pictures, PACE if plan.show else 0.0, tell)
    lots = Random(plan.seed)  # noqa: S311 - the same seed must give the same session
    Evening(plan, hands, lots, clock).play(left.workbook)
