"""Clumsy hands: clicks, drags and keys at random break nothing and leave the file in order.

MONKEYS=100 in the environment lets a hundred of them play.
"""

import contextlib
import os
import random
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Cluster
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.services.polls import preparing, running
from kdc_desktop.services.sessions import agenda, questions
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from tests.rooms.pseudo_room import ONE_EVENING

STARTS = datetime(2026, 11, 3, 19, 30)
EVENING = Instant.of(STARTS, laptop_zone())
MONKEYS = int(os.environ.get("MONKEYS", "8"))
STEPS = 150
LEFT = Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier
PLAIN_KEYS = (
    *("Escape", "Return", "Enter", "Del", "Backspace", "Tab", "Shift+Tab", "Space", "F2"),
    *("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Ctrl+A", "Ctrl+Return"),
    *("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+C", "Ctrl+V", "Shift+Down", "Shift+Return"),
    *"0123456789abprw?@&<",
)


@pytest.fixture
def club(qtbot, theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("open_name", "save_name"):
        monkeypatch.setattr(file_dialogs, name, lambda *_args: "")
    path = tmp_path / "club.kdc"
    shutil.copyfile(ONE_EVENING, path)
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(path, lambda: EVENING)
    with database.read() as snapshot:
        clusters = tuple(snapshot.scalars(select(Cluster.id)))
    asked = preparing.PollPlan(question="What first?", option_ids=clusters)
    running.open_poll(database, preparing.create_poll(database, 1, asked))
    preparing.create_poll(database, 1, asked)
    agenda.reopen_session(database, 1)
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    made.window.open_session(1)
    yield made
    made.close()


class Monkey:
    """Two clumsy hands; `told` is what they did, to be read when something breaks."""

    def __init__(self, club: Club, seed: int) -> None:
        self.club, self.lots, self.told = club, random.Random(seed), [f"seed {seed}"]

    def step(self) -> None:
        """Do one thing to whatever lies on top."""
        top = self._top()
        moves = (self._key, self._key, self._key, self._click, self._click, self._double)
        self.lots.choice((*moves, self._drag, self._walk))(top)
        QCoreApplication.processEvents()

    def _top(self) -> QWidget:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        others = [w for w in QApplication.topLevelWidgets() if self._is_ours(w)]
        return (
            popup
            or modal
            or (
                self.lots.choice(others)
                if others and self.lots.random() < 0.1
                else self.club.window
            )
        )

    def _is_ours(self, window: QWidget) -> bool:
        """Whether a window belongs to this club: other tests may have left some behind."""
        if not (window.isVisible() and window.isEnabled()):
            return False
        own: QObject | None = window
        while own is not None and own not in (self.club.window, self.club.shared_screen):
            own = own.parent()
        return own is not None

    def _target(self, top: QWidget) -> QWidget:
        found = [w for w in top.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        return self.lots.choice([top, *found])

    def _place(self, widget: QWidget) -> QPoint:
        seen = widget.visibleRegion().boundingRect()
        if seen.isEmpty():
            return QPoint(1, 1)
        return QPoint(
            self.lots.randint(seen.left(), seen.right()),
            self.lots.randint(seen.top(), seen.bottom()),
        )

    def _key(self, top: QWidget) -> None:
        keys = list(PLAIN_KEYS)
        window = self.club.window
        for action in [*window.actions(), *window.screen_shown.actions()]:
            keys += [key.toString() for key in action.shortcuts()]
        drawn = self.lots.choice(keys)
        sequence = QKeySequence(drawn)
        focused: QWidget | None = top.focusWidget()
        target = top if focused is None else focused
        self.told.append(f"key {drawn} on {_name(target)}")
        for at in range(sequence.count()):
            combined = sequence[at]  # type: ignore[index]  # the stubs do not know it
            QTest.keyClick(target, combined.key(), combined.keyboardModifiers())

    def _click(self, top: QWidget) -> None:
        target = self._target(top)
        self.told.append(f"click {_name(target)}")
        modifiers = self.lots.choice((NOTHING, NOTHING, Qt.KeyboardModifier.ControlModifier))
        QTest.mouseClick(target, LEFT, modifiers, self._place(target))

    def _double(self, top: QWidget) -> None:
        target = self._target(top)
        self.told.append(f"double click {_name(target)}")
        QTest.mouseDClick(target, LEFT, NOTHING, self._place(target))

    def _drag(self, top: QWidget) -> None:
        target = self._target(top)
        self.told.append(f"drag {_name(target)}")
        QTest.mousePress(target, LEFT, NOTHING, self._place(target))
        for _ in range(3):
            QTest.mouseMove(target, self._place(target))
        if self.lots.random() < 0.2:
            QTest.keyClick(target, Qt.Key.Key_Escape)
        QTest.mouseRelease(target, LEFT, NOTHING, self._place(target))

    def _walk(self, _top: QWidget) -> None:
        window = self.club.window
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return
        stage = self.lots.choice(questions.stages(self.club.database, 1) or [None])
        if stage is None or window.walk.session is None or self.lots.random() < 0.2:
            area = self.lots.choice(("home", "people", "settings", "consortia", "session"))
            self.told.append(f"go {area}")
            window.go(area)
        else:
            self.told.append(f"look at {stage.kind}")
            window.walk.look_at(stage.id)


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}"


def _leave_menu() -> None:
    """Some menus wait for an answer in a loop of their own: close what is open."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def _put_away_dialogs() -> None:
    for _ in range(5):
        _leave_menu()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@pytest.mark.parametrize("seed", range(MONKEYS))
def test_clumsy_hands_break_nothing(club, qtbot, seed):
    monkey = Monkey(club, seed)
    closing = QTimer()
    closing.timeout.connect(_leave_menu)
    closing.start(150)
    with qtbot.captureExceptions() as caught:
        for _ in range(STEPS):
            monkey.step()
            if any(not isinstance(error, UserError) for _kind, error, _trace in caught):
                break
        _put_away_dialogs()
    closing.stop()
    bugs = [error for _kind, error, _trace in caught if not isinstance(error, UserError)]
    if bugs:
        raise AssertionError("\n".join(monkey.told[-8:])) from bugs[0]
    assert QApplication.activeModalWidget() is None
    assert check_database(club.database.path) == []
    _undo_everything(club)
    assert check_database(club.database.path) == []


def _undo_everything(club: Club) -> None:
    for _ in range(2 * STEPS):
        if club.database.next_steps()[0] is None:
            return
        with contextlib.suppress(UserError):
            club.database.undo()
            continue
        return
