"""Few rows are written at once, many in a job of the window; both are told in the same way."""

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit import doing
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.screen import Screen
from tests.gui.test_jobs import Told, wait_until


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def screen(theme, qtbot):
    made = Screen(theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture(autouse=True)
def _three_are_many(monkeypatch):
    monkeypatch.setattr(doing, "MANY", 3)


def test_few_rows_are_done_at_once(jobs, screen):
    answers: list[object] = []
    assert Doing(screen, jobs).do(2, "Moving ideas", lambda: "moved", answers.append)
    assert (answers, jobs.busy) == (["moved"], False)


def test_many_rows_are_a_job_that_can_be_seen(jobs, screen):
    told = Told(jobs)
    answers: list[object] = []
    assert Doing(screen, jobs).do(3, "Moving ideas", lambda: "moved", answers.append)
    assert (answers, jobs.writes) == ([], True)
    wait_until(lambda: not jobs.busy)
    assert (answers, told.lines) == (["moved"], ["started Moving ideas", "ended"])


@pytest.mark.parametrize("rows", [2, 3])
def test_a_refusal_is_a_sentence_either_way(jobs, screen, rows):
    problems: list[str] = []
    screen.problem.connect(problems.append)
    jobs.problem.connect(problems.append)

    def refuse() -> None:
        raise UserError("Select again.")

    Doing(screen, jobs).do(rows, "Moving ideas", refuse, lambda _answer: problems.append("done"))
    wait_until(lambda: not jobs.busy)
    assert problems == ["Select again."]


def test_a_second_job_is_refused_in_the_open(jobs, screen):
    told, does = Told(jobs), Doing(screen, jobs)
    assert does.do(3, "Moving ideas", lambda: 1)
    assert not does.do(3, "Colouring ideas", str)
    assert told.lines[1].startswith("problem One thing at a time")
    wait_until(lambda: not jobs.busy)


def test_what_takes_long_is_a_job_whatever_number_of_rows_it_writes(jobs, screen):
    told = Told(jobs)
    answers: list[object] = []
    assert Doing(screen, jobs).in_job("Replacing a name", lambda: "replaced", answers.append)
    assert (answers, jobs.writes) == ([], True)
    wait_until(lambda: not jobs.busy)
    assert (answers, told.lines) == (["replaced"], ["started Replacing a name", "ended"])
