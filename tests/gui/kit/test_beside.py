"""Reading beside the window, with real threads."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread

from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.beside import Beside
from tests.gui.test_jobs import Told, until_cancelled, wait_until


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.stop()


def test_it_reads_while_a_job_runs_and_hands_over_here(jobs):
    jobs.run("Exporting", until_cancelled, lambda _answer: None)
    answers: list[object] = []
    Beside(jobs, jobs).read(QThread.currentThread, answers.append)
    wait_until(lambda: bool(answers))
    assert answers[0] is not QThread.currentThread()
    assert jobs.asked_for == "Exporting"


def test_the_newest_question_counts(jobs):
    answers: list[str] = []
    beside = Beside(jobs, jobs)
    beside.read(lambda: "old", answers.append)
    beside.read(lambda: "new", answers.append)
    wait_until(lambda: bool(answers))
    assert answers == ["new"]


def test_nothing_is_shown_that_nobody_wants_any_more(jobs):
    answers: list[str] = []
    beside = Beside(jobs, jobs)
    beside.read(lambda: "late", answers.append)
    beside.want_nothing()
    after = Beside(jobs, jobs)
    after.read(lambda: "after", answers.append)
    wait_until(lambda: bool(answers))
    assert answers == ["after"]


def test_a_refusal_is_told_by_the_window(jobs):
    told = Told(jobs)

    def refuse() -> None:
        raise UserError("It was hidden again.")

    Beside(jobs, jobs).read(refuse, lambda _answer: None)
    wait_until(lambda: bool(told.lines))
    assert told.lines == ["problem It was hidden again."]


def test_closing_waits_for_what_is_read(jobs):
    read: list[str] = []
    Beside(QObject(jobs), jobs).read(lambda: read.append("read"), lambda _answer: None)
    jobs.stop()
    assert read == ["read"]


def test_a_window_is_busy_while_something_is_read_beside_it(jobs):
    go = threading.Event()
    Beside(jobs, jobs).read(lambda: go.wait(10), lambda _answer: None)
    assert jobs.busy
    go.set()
    wait_until(lambda: not jobs.busy)
