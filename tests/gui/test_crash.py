"""A bug is logged and told in the window, wherever it happens."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from kdc_desktop import crash
from kdc_desktop.gui_thread import GuiThread
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.storage import open_database
from kdc_desktop.storage.files import workshop

NAME = "Aino Salmi"


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


def test_what_is_logged_of_a_file_tells_no_names(tmp_path: Path, log: Path) -> None:
    def write_it(said: object) -> None:
        with (
            closing(open_database(tmp_path / "club.kdc")) as database,
            database.edit(lazy("Bug")) as edit,
        ):
            edit.add(Person(name=NAME, created_at=said))

    def ask_of_it() -> None:
        with workshop(tmp_path / "copy.kdc").begin() as connection:
            connection.execute(text("SELECT :name FROM nobody"), {"name": NAME})

    crash.catch_bugs(lambda _said: None, log, lambda call: call())
    for bug in (lambda: write_it("soon"), lambda: write_it(None), ask_of_it):
        with pytest.raises(StatementError) as raised:
            bug()
        sys.excepthook(raised.type, raised.value, raised.tb)
    told = log.read_text(encoding="utf-8")
    assert told.count("A bug:") == 3
    assert NAME not in told
