"""Jobs that write: called off before, never in the middle, not lost when the window closes."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from kdc_desktop.app import Club
from kdc_desktop.i18n import lazy
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.model import Person
from kdc_desktop.storage import open_database
from tests.gui.test_jobs import Gate, Told, wait_until
from tests.rooms.empty_club import EVENING
from tests.rooms.known_people import everybody


@pytest.fixture
def jobs(qapp) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()
    QCoreApplication.processEvents()


class Writing:
    """Work that prepares until it is let through, then writes until it is let through again."""

    def __init__(self) -> None:
        self.prepared, self.written = threading.Event(), threading.Event()
        self.begun, self.reached = threading.Event(), threading.Event()

    def __call__(self, progress: Progress) -> str:
        self.reached.set()
        assert self.prepared.wait(10)
        progress.begin_writing()
        self.begun.set()
        assert self.written.wait(10)
        return "written"


def test_a_job_that_is_cancelled_before_it_writes_does_not_write(jobs):
    told, work = Told(jobs), Writing()
    results: list[object] = []
    jobs.run("Importing", work, results.append, writes=True)
    wait_until(work.reached.is_set)
    jobs.cancel()
    work.prepared.set()
    wait_until(lambda: not jobs.busy)
    assert (work.begun.is_set(), results) == (False, [])
    assert told.lines == ["started Importing", "ended"]


def test_a_job_that_writes_already_is_not_cancelled_and_its_result_counts(jobs):
    work = Writing()
    results: list[object] = []
    jobs.run("Importing", work, results.append, writes=True)
    work.prepared.set()
    wait_until(work.begun.is_set)
    jobs.cancel()
    work.written.set()
    wait_until(lambda: not jobs.busy)
    assert results == ["written"]


def test_cancel_is_offered_until_a_job_writes(club):
    work = Writing()
    club.jobs.run("Importing", work, lambda _result: None, writes=True)
    button = club.window.findChild(QPushButton, "cancel_job")
    assert button.isVisible()
    work.prepared.set()
    wait_until(work.begun.is_set)
    wait_until(lambda: not button.isVisible())
    work.written.set()
    wait_until(lambda: not club.jobs.busy)


def write_aino(club: Club) -> None:
    with club.database.edit(lazy("Added Aino Laine")) as edit:
        edit.add(Person(name="Aino Laine", created_at=EVENING))


@pytest.mark.parametrize("behind_a_quiet_one", [False, True])
def test_closing_the_window_waits_for_what_is_being_written(club, behind_a_quiet_one):
    gate = Gate()
    if behind_a_quiet_one:
        club.jobs.run_quietly(gate)
        wait_until(gate.reached.is_set)

    def work(progress: Progress) -> None:
        progress.begin_writing()
        write_aino(club)

    results: list[object] = []
    club.jobs.run("Importing", work, results.append, writes=True)
    gate.open.set()
    club.close()
    QCoreApplication.processEvents()
    assert results == []
    again = open_database(club.database.path)
    assert [row.name for row in everybody(again)] == ["Aino Laine"]
    again.close()
