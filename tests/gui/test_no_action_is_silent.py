"""Whatever can be chosen does something that is seen, or says what has to be done first."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.stage_kinds import STAGE_KINDS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.kit.reasons import why_not
from kdc_desktop.services.sessions import agenda, questions
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.test_jobs import wait_until
from tests.gui.ways import SESSION
from tests.rooms.poll_room import STARTS, make_room

AREAS = ("home", "people", "consortia", "settings")
PLACES = (*AREAS, "agenda", *(kind.key for kind in STAGE_KINDS))
GOES_AWAY = {"act_quit", "act_close_window", "act_open_a_sample_session", "act_rehearse"}
"""These close the window, or open another program."""
SHARED_KEYS = {"act_call_off", "act_end_kiosk"}
"""Their keys do something else where nothing waits, and where no kiosk is open."""


@pytest.fixture(params=["empty", "full"])
def opened(request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication) -> Iterator[Club]:
    """A session with a stage of each kind: nobody and nothing in it, or people, ideas, a poll."""
    path = tmp_path / "club.kdc"
    _make(path, request.param)
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    club = program.open(path)
    club.window.show()
    club.window.open_session(SESSION)
    wait_until(lambda: not club.jobs.busy)
    yield club
    club.close()
    qapp.setCursorFlashTime(flash)


def _make(path: Path, kind: str) -> None:
    database = make_room(path).database if kind == "full" else open_database(path)
    if kind == "empty":
        with database.edit(lazy("Made a session")) as edit:
            edit.add(Session(title="Empty evening", starts_at=STARTS))
    for stage_kind in STAGE_KINDS:
        agenda.add_stage(database, SESSION, stage_kind)
    database.close()


def _go(club: Club, place: str) -> None:
    window = club.window
    if window.session is None:
        window.open_session(SESSION)
    if place in AREAS:
        window.go(place)
    elif place == "agenda":
        window.whereabouts.show_agenda()
    else:
        stages = questions.stages(club.database, SESSION)
        window.walk.look_at(next(one.id for one in stages if one.kind == place))
    QCoreApplication.processEvents()


class Seen:
    """What a facilitator can see and hear, before and after."""

    def __init__(self, club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
        self._club = club
        self.told: list[str] = []
        self._steps = club.database.next_steps()
        quiet = club.window.frame.quiet
        real = quiet._show

        def show(text: str, role: str, undo: bool) -> None:
            self.told.append(text)
            real(text, role, undo)

        monkeypatch.setattr(quiet, "_show", show)
        monkeypatch.setattr(file_dialogs, "_answer", self._ask)

    def _ask(self, _dialog: object, _problem: str = "") -> str:
        """A file is asked for, and none is named."""
        self.told.append("a dialog")
        return ""

    def changes(self, action: QAction) -> bool:
        """Whether anything does as it is triggered."""
        self.told.clear()
        before, self._steps = self._look(), self._club.database.next_steps()
        action.trigger()
        for _again in range(5):
            QTest.qWait(4)
            if self.told or self._popups() or self._look() != before:
                return True
        return False

    def _look(self) -> tuple[object, ...]:
        club, image = self._club, QImage(self._club.window.size(), QImage.Format.Format_RGB32)
        club.window.render(image, QPoint())
        room = club.shared_screen
        bits = bytes(image.constBits())
        return (
            *(bits, room.isVisible(), room.slide, club.room.mode, room.kiosk),
            *(club.window.focusWidget(), QApplication.clipboard().text()),
            *(club.window.screen_shown, club.database.next_steps()),
        )

    def _popups(self) -> list[QWidget]:
        kept = (self._club.window, self._club.shared_screen)
        tops = QApplication.topLevelWidgets()
        return [one for one in tops if one.isVisible() and one not in kept]

    def put_back(self) -> None:
        """Close what has opened, and take back what was done."""
        for one in self._popups():
            if isValid(one):
                one.close()
        self._club.shared_screen.close()
        database = self._club.database
        with suppress(UserError):
            if database.next_steps()[0] not in (self._steps[0], None):
                database.undo()
        QCoreApplication.processEvents()


def _rest(club: Club) -> None:
    """The focus where no action leads, and nothing selected."""
    QApplication.clipboard().clear()
    club.window.activateWindow()
    club.window.setFocus()


@pytest.mark.parametrize("place", PLACES)
def test_no_action_of_a_screen_is_silent(
    opened: Club, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _go(opened, place)
    seen = Seen(opened, monkeypatch)
    silent = []
    owners = [opened.window.screen_shown, *([opened.window] if place in WINDOW_AT else [])]
    for action in [one for owner in owners for one in owner.actions()]:
        name = action.objectName()
        if name in GOES_AWAY | SHARED_KEYS:
            continue
        _go(opened, place)
        _rest(opened)
        if not action.isVisible():
            continue
        if not action.isEnabled():
            silent.append(f"{name} is disabled without a word")
        elif why_not(action):
            if not seen.changes(action) or seen.told != [why_not(action)]:
                silent.append(f"{name} {why_not(action)} {seen.told}")
        elif not seen.changes(action):
            silent.append(name)
        seen.put_back()
    assert not silent, "\n".join(silent)


WINDOW_AT = ("home", "people", "welcome", "settings")
