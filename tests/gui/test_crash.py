"""A bug is logged and told in the window, wherever it happens."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
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
NOBODY: dict[str, str] = {}
NOTHING: list[str] = []


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


def raise_in_a_chain() -> None:
    try:
        NOBODY[NAME]
    except KeyError as error:
        error.add_note(NAME)
        raise ValueError(f"about {NAME}") from error


BUGS: tuple[Callable[[], object], ...] = (
    lambda: NOBODY[NAME],
    lambda: int(NAME),
    f"{NAME}\ud83d".encode,
    lambda: NAME.encode("ascii").index(b"x") or b"\xc3".decode(),
    lambda: Path(f"/nowhere/{NAME}").read_text(encoding="utf-8"),
    lambda: NOTHING.index(NAME),
    lambda: (_ for _ in ()).throw(ExceptionGroup(NAME, [ValueError(NAME)])),
    lambda: (_ for _ in ()).throw(AssertionError(NAME)),
    raise_in_a_chain,
)


@pytest.mark.parametrize("bug", BUGS)
def test_no_bug_tells_the_log_what_was_worked_on(bug: Callable[[], object], log: Path) -> None:
    crash.catch_bugs(lambda _said: None, log, lambda call: call())
    with pytest.raises(Exception) as raised:
        bug()
    sys.excepthook(raised.type, raised.value, raised.tb)
    told = log.read_text(encoding="utf-8")
    assert raised.type.__name__ in told  # the kind, and where it was
    assert "test_crash.py:" in told
    assert NAME not in told
    assert str(Path.home()) not in told


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise there")
def test_the_log_is_its_owners_also_where_an_older_one_was_everybodys(log: Path) -> None:
    log.touch(0o644)
    crash.catch_bugs(lambda _said: None, log, lambda call: call())
    sys.excepthook(ValueError, ValueError(), None)
    assert log.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_logged_the_sentence_says_so(log: Path) -> None:
    log.mkdir()
    said: list[str] = []
    crash.catch_bugs(said.append, log, lambda call: call())
    sys.excepthook(ValueError, ValueError(), None)
    assert said[0].endswith("free some space.")


def fail() -> None:
    raise KeyError(NAME)


def test_a_bug_in_covering_is_not_told_for_ever(log: Path) -> None:
    said: list[str] = []
    crash.catch_bugs(said.append, log, lambda call: call(), fail)
    sys.excepthook(ValueError, ValueError(), None)
    assert len(said) == 1
    assert log.read_text(encoding="utf-8").count("A bug:") == 2


CLUMSY = """
import sys
from pathlib import Path
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from kdc_desktop import crash

class Clumsy(QWidget):
    def paintEvent(self, _event):
        painter = QPainter(self)
        painter.drawLine(0, 0, 9, 9)
        raise ValueError("in the middle of a picture")

app = QApplication([])
said = []
crash.catch_bugs(said.append, Path(sys.argv[1]), lambda call: call())
widget = Clumsy()
widget.show()
for _ in range(3):
    app.processEvents()
    widget.update()
widget.deleteLater()
del widget
app.processEvents()
print("told" if said else "nothing")
"""


def test_a_bug_in_the_middle_of_a_picture_leaves_no_painter_behind(tmp_path: Path) -> None:
    """Qt ends the program where a painter outlives what it paints on."""
    ended = subprocess.run(
        [sys.executable, "-c", CLUMSY, str(tmp_path / "bugs.log")],
        cwd=Path(__file__).parents[2],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "told")
    assert "painter" not in ended.stderr
    assert "in paintEvent" in (tmp_path / "bugs.log").read_text(encoding="utf-8")


def test_errors_that_lead_to_each_other_in_a_circle_are_let_go(log: Path) -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__cause__ = second, first
    said: list[str] = []
    crash.catch_bugs(said.append, log, lambda call: call())
    sys.excepthook(ValueError, first, None)
    assert len(said) == 1
