"""A bug is logged and told in the window, wherever it happens."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop import crash
from kdc_desktop.jobs import GuiThread


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where bugs are written to; afterwards everything is caught as before."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    logger = logging.getLogger("kdc_desktop")
    monkeypatch.setattr(logger, "handlers", [])
    yield tmp_path / "bugs.log"
    for handler in logger.handlers:
        handler.close()


def test_a_bug_in_a_thread_is_logged_and_told_on_the_gui_thread(qtbot: QtBot, log: Path) -> None:
    said: list[tuple[str, threading.Thread]] = []

    def say(told: str) -> None:
        said.append((told, threading.current_thread()))

    crash.catch_bugs(say, log, GuiThread().post)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(said))
    ((told, where),) = said
    assert told.startswith("Something went wrong in the program.")
    assert where is threading.main_thread()
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
