"""Undo and redo while something is written: in the open, and just the step that was named."""

import threading
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kdc_desktop.app import Club
from kdc_desktop.domain.kit.actors import Actor, ActorKind
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.jobs import Progress
from kdc_desktop.model import Person
from kdc_desktop.screens.window import undoing
from kdc_desktop.services.people import people
from kdc_desktop.storage.acting import acting
from tests.gui.test_jobs import wait_until
from tests.rooms.known_people import everybody

STARTS = datetime(2026, 11, 3, 18, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def club(club: Club) -> Club:
    QTest.qWaitForWindowActive(club.window)
    return club


class Import:
    """A job that is about to write somebody, and does when it is let through."""

    def __init__(self, club: Club, name: str = "Imported") -> None:
        self._club, self._name = club, name
        self.begun, self.open = threading.Event(), threading.Event()
        club.jobs.run("Importing people", self, lambda _result: None, writes=True)
        wait_until(self.begun.is_set)

    def __call__(self, progress: Progress) -> None:
        progress.begin_writing()
        self.begun.set()
        assert self.open.wait(10)
        with self._club.database.edit(lazy("Imported people")) as edit:
            edit.add(Person(name=self._name, created_at=EVENING))

    def end(self) -> None:
        self.open.set()
        wait_until(lambda: not self._club.jobs.busy)


def press(club: Club, *, shift: bool = False) -> None:
    QTest.keyClick(club.window, Qt.Key.Key_Z, CTRL | SHIFT if shift else CTRL)


def said(club: Club) -> str:
    return club.window.frame.quiet.text


def names(club: Club) -> list[str]:
    return [row.name for row in everybody(club.database)]


def test_undo_waits_in_the_open_and_never_takes_the_job_back(club):
    job = Import(club)
    people.add_person(club.database, "Aino Laine")
    press(club)
    assert said(club) == (
        "This waits until “Importing people” has ended, then it is undone: Added Aino Laine"
    )
    assert names(club) == ["Aino Laine"]
    job.end()
    assert (names(club), said(club)) == (["Imported"], "Undone: Added Aino Laine")
    press(club)
    assert (names(club), said(club)) == ([], "Undone: Imported people")


def test_the_step_that_was_named_is_taken_though_another_was_made_meanwhile(club):
    job = Import(club)
    people.add_person(club.database, "Aino Laine")
    press(club)
    people.add_person(club.database, "Eino Aho")
    job.end()
    assert names(club) == ["Eino Aho", "Imported"]


def test_pressed_right_after_a_job_began_it_means_the_job_and_takes_nothing_older(club):
    people.add_person(club.database, "Aino Laine")
    job = Import(club)
    press(club)
    assert said(club) == (
        "“Importing people” is still under way. When it has ended, Ctrl+Z undoes it."
    )
    job.end()
    assert (names(club), said(club)) == (["Aino Laine", "Imported"], "Imported people")
    assert club.window.frame.quiet.undo_button.isVisible()
    press(club)
    assert names(club) == ["Aino Laine"]


def test_what_waits_is_taken_when_the_window_is_closed(club):
    job = Import(club)
    people.add_person(club.database, "Aino Laine")
    press(club)
    job.open.set()
    club.window.let_go()
    assert names(club) == ["Imported"]


def test_what_waits_is_called_off_by_escape(club):
    job = Import(club)
    people.add_person(club.database, "Aino Laine")
    press(club)
    QTest.keyClick(club.window, Qt.Key.Key_Escape)
    assert said(club) == "The undo is called off. “Importing people” goes on."
    job.end()
    assert names(club) == ["Aino Laine", "Imported"]


def test_what_waits_is_called_off_by_its_button_which_is_there_only_then(club):
    job = Import(club)
    people.add_person(club.database, "Aino Laine")
    quiet = club.window.frame.quiet
    assert not quiet.call_off_button.isVisible()
    press(club)
    QTest.mouseClick(quiet.call_off_button, Qt.MouseButton.LeftButton)
    job.end()
    assert (names(club), quiet.call_off_button.isVisible()) == (["Aino Laine", "Imported"], False)


def test_pressing_again_while_one_step_waits_is_told_and_adds_nothing(club):
    job = Import(club)
    people.add_person(club.database, "Aino Laine")
    people.add_person(club.database, "Eino Aho")
    press(club)
    press(club)
    press(club, shift=True)
    assert said(club) == "One step at a time: “Added Eino Aho” waits already. Esc calls it off."
    job.end()
    assert names(club) == ["Aino Laine", "Imported"]


def test_what_waits_is_said_again_after_another_line(club):
    job = Import(club)
    people.add_person(club.database, "Aino Laine")
    press(club)
    club.window.warn("Choose another file.")
    club.window.frame.quiet.fade()
    assert said(club).startswith("This waits until")
    job.end()


def test_a_step_that_the_job_has_built_upon_is_told_and_stays(club):
    job = Import(club)
    aino = people.add_person(club.database, "Aino Laine")
    press(club)
    people.change_person(
        *(club.database, aino),
        name="Aino Salmi",
        email="",
        notes="",
        organisation_id=None,
        department_id=None,
    )
    job.end()
    assert names(club) == ["Aino Salmi", "Imported"]
    assert said(club) == (
        "“Added Aino Laine” stays for now: undo “Imported people” first, which came after it."
    )
    for _ in range(3):
        press(club)
    assert names(club) == []


def test_redo_waits_too_and_says_where_it_cannot_be_any_more(club):
    people.add_person(club.database, "Aino Laine")
    press(club)
    job = Import(club)
    press(club, shift=True)
    job.end()
    assert (names(club), said(club)) == (
        ["Imported"],
        "“Added Aino Laine” cannot be done again any more, because of what was done since.",
    )


def test_with_nothing_to_redo_a_job_is_not_waited_for(club):
    job = Import(club)
    press(club, shift=True)
    assert said(club) == "There is nothing to redo."
    job.end()
    assert names(club) == ["Imported"]


def test_escape_in_a_line_that_is_typed_calls_off_what_waits(club):
    job = Import(club)
    people.add_person(club.database, "Aino Laine")
    press(club)
    line = QLineEdit(club.window)
    line.show()
    line.setFocus()
    QTest.keyClick(QApplication.focusWidget() or line, Qt.Key.Key_Escape)
    job.end()
    assert names(club) == ["Aino Laine", "Imported"]


def three(club: Club) -> None:
    with club.database.edit(lazy("Added three people")) as edit:
        edit.add_all(Person(name=name, created_at=EVENING) for name in ("Aino", "Eino", "Liisa"))


def test_a_step_of_many_rows_is_undone_and_done_again_in_a_job(club, monkeypatch):
    monkeypatch.setattr(undoing, "MANY", 3)
    three(club)
    titles: list[str] = []
    club.jobs.started.connect(titles.append)
    press(club)
    press(club)
    assert said(club) == "“Added three people” is still under way. The next step follows it."
    wait_until(lambda: said(club) == "Undone: Added three people" and not club.jobs.busy)
    assert names(club) == []
    press(club, shift=True)
    wait_until(lambda: said(club) == "Done again: Added three people")
    assert len(names(club)) == 3
    assert titles == ["Undoing", "Redoing"]


def test_what_is_pressed_while_a_step_is_under_way_follows_it(club, monkeypatch):
    monkeypatch.setattr(undoing, "MANY", 3)
    people.add_person(club.database, "Zoe")
    three(club)
    press(club)
    press(club)
    wait_until(lambda: names(club) == [] and not club.jobs.busy)
    for _time in range(2):
        press(club, shift=True)
    wait_until(lambda: len(names(club)) == 4 and not club.jobs.busy)


def test_a_small_step_does_not_wait_for_a_job_that_only_reads(club, monkeypatch):
    monkeypatch.setattr(undoing, "MANY", 3)
    three(club)
    people.add_person(club.database, "Zoe")
    gate = threading.Event()
    club.jobs.run("Exporting", lambda _progress: gate.wait(10), lambda _result: None)
    press(club)
    assert said(club) == "Undone: Added Zoe"
    press(club)
    assert said(club).startswith("This waits until “Exporting” has ended")
    gate.set()
    wait_until(lambda: not club.jobs.busy)
    assert names(club) == []


def test_a_step_of_many_rows_that_cannot_be_taken_is_told_and_the_one_before_is_named(
    club, monkeypatch
):
    monkeypatch.setattr(undoing, "MANY", 3)
    people.add_person(club.database, "Zoe")
    job = Import(club)
    three(club)
    press(club)
    aino = everybody(club.database)[0].id
    with club.database.edit(lazy("Renamed Aino"), undoable=False) as edit:
        edit.get_one(Person, aino).name = "Aino Salmi"
    job.end()
    wait_until(lambda: not club.jobs.busy)
    assert len(names(club)) == 5
    assert "any more" in said(club)
    press(club)
    assert said(club) == "Undone: Imported people"


def test_the_refusal_of_a_step_of_many_rows_stays_where_no_other_step_is_left(club, monkeypatch):
    monkeypatch.setattr(undoing, "MANY", 3)
    three(club)
    with acting(Actor(ActorKind.HELPER, 7)), club.database.edit(lazy("Renamed Aino")) as edit:
        edit.get_one(Person, 1).name = "Aino Salmi"
    press(club)
    wait_until(lambda: not club.jobs.busy)
    assert said(club).startswith("“Added three people” stays, because a helper has changed")
    assert club.database.next_steps() == (None, None)
    assert club.window.undoing.action is not None
    assert not club.window.undoing.action.isEnabled()
