"""After any bug nothing of a paper stays on the kiosk for the next person to see."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kdc_desktop import crash
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.turns import Turns
from kdc_desktop.gui_thread import GuiThread
from tests.gui.polls.stand import MakeKiosk, Stand, typed


@pytest.fixture
def shown(make_kiosk: MakeKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """A kiosk with half a paper on it, and bugs caught as in the program."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    kiosk = make_kiosk()
    crash.catch_bugs(lambda _said: None, tmp_path / "log", GuiThread().post, kiosk.cover)
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "1", "4")
    return kiosk


def words(kiosk: Kiosk) -> str:
    return " ".join(label.text() for label in kiosk.findChildren(QLabel) if label.isVisible())


def test_it_starts_over(shown: Stand, qtbot: QtBot) -> None:
    assert shown.stack.paper.paper.marks
    sys.excepthook(ValueError, ValueError("any"), None)
    qtbot.waitUntil(lambda: shown.shows(shown.stack.pick))
    assert shown.stack.paper.paper.marks == {}
    assert "Juho" not in words(shown)


def test_it_is_bare_when_it_cannot_start_over(
    shown: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_turns: Turns) -> None:
        raise ValueError("once more")

    monkeypatch.setattr(Turns, "start_over", fail)
    sys.excepthook(ValueError, ValueError("any"), None)
    qtbot.waitUntil(shown.stack.page.isHidden)
    assert words(shown) == ""
    monkeypatch.undo()
    shown.cover()
    assert shown.shows(shown.stack.pick)
