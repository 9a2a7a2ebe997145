"""A club that a window shows already comes to the front, instead of being opened twice."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kdc_desktop import cli
from kdc_desktop.front_door import FrontDoor
from kdc_desktop.knocking import folder
from kdc_desktop.storage.sole_use import claim

KNOCK = (
    "import sys; from pathlib import Path; from kdc_desktop.knocking import shown_elsewhere; "
    "print(shown_elsewhere(Path(sys.argv[1])), 'PySide6' in sys.modules)"
)


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Short, because the name of a socket is."""
    with tempfile.TemporaryDirectory(prefix="kdc") as made:
        monkeypatch.setenv("XDG_DATA_HOME", made)
        yield Path(made)


def knocked(qtbot: QtBot, path: Path) -> str:
    """What another program hears that asks for a file, while this one goes on."""
    with subprocess.Popen(
        [sys.executable, "-c", KNOCK, str(path)], stdout=subprocess.PIPE, text=True
    ) as caller:
        qtbot.waitUntil(lambda: caller.poll() is not None, timeout=20_000)
        assert caller.stdout is not None
        return caller.stdout.read().strip()


def test_who_asks_for_what_is_shown_is_told_so_without_loading_qt(home: Path, qtbot: QtBot) -> None:
    asked: list[Path] = []
    shown = home / "my club.kdc"

    def come(path: Path) -> bool:
        asked.append(path)
        return path == shown

    over = QObject()
    door = FrontDoor(come, over)
    assert knocked(qtbot, shown) == "True False"
    assert knocked(qtbot, home / "other.kdc") == "False False"
    assert asked == [shown, home / "other.kdc"]
    door.close()
    assert list(folder().iterdir()) == []
    assert knocked(qtbot, shown) == "False False"


def test_a_window_that_is_dead_is_not_waited_for(home: Path, qtbot: QtBot) -> None:
    over = QObject()
    door = FrontDoor(lambda _path: True, over)
    left = folder() / f"{os.getpid()}.socket"
    os.link(left, folder() / "1.socket")  # as a killed process leaves its own
    door.close()
    assert knocked(qtbot, home / "club.kdc") == "False False"
    assert list(folder().iterdir()) == []


def test_opening_what_is_shown_opens_no_second_window(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "kdc_desktop.commands.club.shown_elsewhere", lambda path: path.name == "a.kdc"
    )
    assert cli.main(["open", str(home / "a.kdc")]) == 0


def test_a_second_start_waits_for_the_window_that_is_just_being_opened(
    home: Path, qtbot: QtBot
) -> None:
    path, doors, over = home / "club.kdc", [], QObject()
    with claim(path):
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "kdc_desktop", "--database", str(path)]
        with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as second:
            qtbot.wait(1500)  # so long it takes to claim the club, and to find it claimed
            doors.append(FrontDoor(lambda asked: asked == path, over))
            qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
            assert second.stderr is not None
            assert (second.returncode, second.stderr.read()) == (0, "")
    doors[0].close()
