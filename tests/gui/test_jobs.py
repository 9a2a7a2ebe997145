"""Work in the background, with real threads: whose turn it is, and where its result goes."""

import gc
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QDialog

from kdc_desktop.app import Program
from kdc_desktop.domain.kit.actors import FACILITATOR, Actor, ActorKind, Way
from kdc_desktop.errors import UserError
from kdc_desktop.jobs import REST, Jobs, Progress
from kdc_desktop.settings import Settings
from kdc_desktop.storage.acting import acting, current_actor, current_way


class Told:
    """What a `Jobs` has told so far."""

    def __init__(self, jobs: Jobs) -> None:
        self.lines: list[str] = []
        jobs.started.connect(lambda title: self.lines.append(f"started {title}"))
        jobs.moved.connect(lambda share: self.lines.append(f"moved {share}"))
        jobs.ended.connect(lambda: self.lines.append("ended"))
        jobs.problem.connect(lambda sentence: self.lines.append(f"problem {sentence}"))


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.cancel()
    made.wait()
    QCoreApplication.processEvents()


@pytest.fixture
def told(jobs):
    return Told(jobs)


def wait_until(true: Callable[[], bool]) -> None:
    """Let the events come in; QTest.qWait would leave the threads no time."""
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "it never came"
        QCoreApplication.processEvents()
        time.sleep(0.005)


def until_cancelled(progress: Progress) -> str:
    """Work that goes on until it is told to stop."""
    while not progress.cancelled():
        time.sleep(0.002)
    return "gave up"


class Gate:
    """Work that never asks whether to stop, and goes on until it is let through."""

    def __init__(self, result: str = "through") -> None:
        self._result = result
        self.reached, self.open = threading.Event(), threading.Event()

    def __call__(self, _progress: Progress) -> str:
        self.reached.set()
        assert self.open.wait(10)
        return self._result


def test_the_result_comes_on_the_thread_of_the_windows(jobs, told):
    threads = []

    def work(progress: Progress) -> int:
        threads.append(QThread.currentThread())
        progress(0.5)
        return 42

    results: list[object] = []
    assert jobs.run(
        "Counting", work, lambda found: results.append((found, QThread.currentThread()))
    )
    wait_until(lambda: not jobs.busy)
    assert results == [(42, QCoreApplication.instance().thread())]
    assert threads != [QCoreApplication.instance().thread()]
    assert told.lines == ["started Counting", "moved 0.5", "ended"]


def test_what_a_job_does_is_done_by_who_started_it_in_their_way(jobs):
    seen: list[tuple[Actor, Way]] = []

    def work(_progress: Progress) -> None:
        seen.append((current_actor(), current_way()))

    helper = Actor(ActorKind.HELPER, 7)
    with acting(helper, Way.IMPORT):
        jobs.run("Importing", work, lambda _result: None)
        jobs.run_quietly(work)
    wait_until(lambda: not jobs.busy)
    assert seen == [(helper, Way.IMPORT)] * 2
    assert current_actor() == FACILITATOR


def test_the_result_of_a_cancelled_job_is_dropped(jobs, told):
    results: list[object] = []
    jobs.run("Searching", until_cancelled, results.append)
    jobs.cancel()
    wait_until(lambda: not jobs.busy)
    assert results == []
    assert told.lines == ["started Searching", "ended"]


def test_what_a_person_can_mend_is_told_as_a_problem(jobs, told):
    def work(_progress: Progress) -> None:
        raise UserError("Choose another file.")

    jobs.run("Reading", work, lambda _result: None)
    wait_until(lambda: not jobs.busy)
    assert told.lines == ["started Reading", "problem Choose another file.", "ended"]


@pytest.mark.parametrize("quietly", [False, True])
def test_an_unforeseen_error_reaches_the_log_and_the_next_job_runs(jobs, qtbot, quietly):
    def work(_progress: Progress) -> None:
        raise ZeroDivisionError("a bug")

    with qtbot.capture_exceptions() as caught:
        if quietly:
            jobs.run_quietly(work)
        else:
            jobs.run("Reading", work, lambda _result: None)
        wait_until(lambda: not jobs.busy)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    results: list[object] = []
    jobs.run("Counting", lambda _progress: 1, results.append)
    wait_until(lambda: not jobs.busy)
    assert results == [1]


def test_a_second_job_of_a_person_is_refused(jobs, told):
    gate = Gate()
    results: list[object] = []
    jobs.run("First", gate, results.append)
    assert not jobs.run("Second", lambda _progress: "second", results.append)
    gate.open.set()
    wait_until(lambda: not jobs.busy)
    assert results == ["through"]
    assert [line.split(":")[0] for line in told.lines] == [
        "started First",
        "problem One thing at a time",
        "ended",
    ]


def test_quiet_work_is_not_shown(jobs, told):
    results: list[object] = []

    def work(progress: Progress) -> int:
        progress(0.5)
        return 7

    jobs.run_quietly(work, results.append)
    wait_until(lambda: not jobs.busy)
    assert results == [7]
    assert told.lines == []


def test_a_job_starts_as_soon_as_the_quiet_one_before_it_has_ended(jobs, told):
    gate = Gate("quiet")
    results: list[object] = []
    jobs.run_quietly(gate, results.append)
    wait_until(gate.reached.is_set)
    assert jobs.run("Importing", lambda _progress: "asked for", results.append)
    assert told.lines == ["started Importing"]
    gate.open.set()
    wait_until(lambda: not jobs.busy)
    assert results == ["quiet", "asked for"], "what was finished anyway is not lost"
    assert told.lines == ["started Importing", "ended"]


def test_quiet_work_that_makes_way_is_begun_again_afterwards(jobs):
    begun: list[object] = []
    results: list[object] = []

    def search(progress: Progress) -> str:
        begun.append(len(results))
        return until_cancelled(progress) if len(begun) == 1 else "found"

    jobs.run_quietly(search, results.append)
    wait_until(lambda: begun == [0])
    jobs.run("Importing", lambda _progress: "asked for", results.append)
    wait_until(lambda: not jobs.busy)
    assert results == ["asked for", "found"]
    assert begun == [0, 1]


def test_quiet_work_waits_for_what_a_person_waits_for_and_until_it_is_shown(jobs):
    gate = Gate()
    results: list[Any] = []
    jobs.run("Importing", gate, results.append)
    jobs.ended.connect(lambda: results.append(time.monotonic()))
    jobs.run_quietly(lambda _progress: time.monotonic(), results.append)
    jobs.run_quietly(lambda _progress: "second", results.append)
    gate.open.set()
    wait_until(lambda: not jobs.busy)
    through, ended, first, second = results
    assert (through, second) == ("through", "second")
    assert first - ended > 0.9 * REST / 1000


def test_cancelling_a_job_that_has_not_started_leaves_the_quiet_one_alone(jobs, told):
    gate = Gate("quiet")
    results: list[object] = []
    jobs.run_quietly(gate, results.append)
    jobs.run("Importing", lambda _progress: "asked for", results.append)
    jobs.cancel()
    assert told.lines == ["started Importing", "ended"]
    gate.open.set()
    wait_until(lambda: not jobs.busy)
    assert results == ["quiet"]


def idle(jobs: Jobs) -> bool:
    return not jobs.busy


def test_a_dialog_may_be_forgotten_as_soon_as_its_job_has_ended(qapp):
    class Dialog(QDialog):
        def __init__(self) -> None:
            super().__init__()
            self.jobs = Jobs(self)
            self.jobs.run("Reading", lambda _progress: [1] * 1000, self.take)

        def take(self, _rows: list[int]) -> None:
            self.accept()

        def done(self, result: int) -> None:
            self.jobs.wait()
            super().done(result)

    for _ in range(30):
        dialog = Dialog()
        dialog.show()
        wait_until(partial(idle, dialog.jobs))
        del dialog
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


@pytest.mark.parametrize("quietly", [False, True])
def test_closing_the_window_stops_what_runs_and_starts_nothing_more(tmp_path, qapp, quietly):
    opened = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    club = opened.open(tmp_path / "club.kdc")
    wait_until(lambda: club.jobs.busy)
    wait_until(lambda: not club.jobs.busy)
    results: list[object] = []
    if quietly:
        club.jobs.run_quietly(until_cancelled, results.append)
    else:
        club.jobs.run("Searching", until_cancelled, results.append)
    club.jobs.run_quietly(lambda _progress: "waited", results.append)
    club.close()
    for _ in range(20):
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert results == []


def test_a_job_that_would_end_the_program_ends_itself_and_is_a_bug(jobs, qtbot):
    def work(_progress: Progress) -> None:
        raise SystemExit(3)

    with qtbot.captureExceptions() as bugs:
        jobs.run("Ending", work, lambda _result: None)
        wait_until(lambda: not jobs.busy)
    ((kind, bug, _trace),) = bugs
    assert kind is RuntimeError
    assert isinstance(bug.__cause__, SystemExit)


def test_once_closed_nothing_is_taken_on_any_more(jobs):
    gate, results = Gate("running"), list[object]()
    jobs.run_quietly(gate, results.append)
    jobs.run_quietly(lambda _progress: "waiting", results.append)
    gate.open.set()
    jobs.wait()
    assert not jobs.run("Late", lambda _progress: "late", results.append)
    jobs.run_quietly(lambda _progress: "late", results.append)
    wait_until(lambda: not jobs.busy)
    assert results == []
