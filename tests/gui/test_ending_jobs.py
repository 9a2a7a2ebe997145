"""A job has ended for whoever asked for it once its result is there."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.errors import UserError
from kdc_desktop.gui_thread import Worker
from kdc_desktop.jobs import Jobs, Progress


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Until it is set, threads linger after what they did."""
    work, ends = Worker.run, threading.Event()

    def run_and_linger(worker: Worker) -> None:
        work(worker)
        ends.wait(30)

    monkeypatch.setattr(Worker, "run", run_and_linger)
    return ends


def _read(_progress: Progress) -> str:
    return "read"


def _fail(_progress: Progress) -> str:
    raise UserError("Choose another file.")


@pytest.mark.parametrize(("work", "first"), [(_read, "read"), (_fail, "Choose another file.")])
def test_what_is_asked_then_is_done_though_the_thread_has_not_ended(
    qtbot: QtBot, ends: threading.Event, work: Callable[[Progress], str], first: str
) -> None:
    jobs = Jobs()
    told: list[str] = []
    jobs.problem.connect(told.append)
    jobs.started.connect(told.append)
    jobs.ended.connect(lambda: told.append("ended"))
    jobs.run("Reading", work, told.append)
    qtbot.waitUntil(lambda: first in told)
    assert jobs.run("Importing", lambda _progress: "imported", told.append)
    ends.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["Reading", first, "ended", "Importing", "imported", "ended"]
