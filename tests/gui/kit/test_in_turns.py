"""Long work of a screen in parts: the window has its turn, and whoever needs it can have it now."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.in_turns import InTurns
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme) -> Screen:
    made = Screen(theme)
    qtbot.addWidget(made)
    return made


def test_the_window_has_its_turn_after_each_part(screen, qtbot):
    done: list[str] = []
    beat = QTimer()
    beat.timeout.connect(lambda: done.append("the window"))
    beat.start(0)
    turns = InTurns(screen)
    turns.start(lambda: done.append("read"), lambda: done.append("shown"))
    assert (done, turns.under_way) == ([], True)
    qtbot.waitUntil(lambda: not turns.under_way)
    beat.stop()
    at = done.index("read")
    assert done[at + 1 : done.index("shown")] != []
    assert done.index("shown") > at


def test_what_is_left_can_be_had_at_once_and_is_not_done_again(screen, qtbot):
    done: list[str] = []
    turns = InTurns(screen)
    turns.start(lambda: done.append("read"), lambda: done.append("shown"))
    turns.finish()
    assert done == ["read", "shown"]
    qtbot.wait(30)
    assert done == ["read", "shown"]


def test_what_was_dropped_is_not_done(screen, qtbot):
    done: list[str] = []
    turns = InTurns(screen)
    turns.start(lambda: done.append("read"))
    turns.drop()
    qtbot.wait(30)
    QApplication.processEvents()
    assert (done, turns.under_way) == ([], False)


def test_a_part_that_is_refused_says_so_and_ends_the_work(screen, qtbot):
    def refuse() -> None:
        raise UserError("Close the other program first.")

    done: list[str] = []
    turns = InTurns(screen)
    turns.start(refuse, lambda: done.append("shown"))
    with qtbot.waitSignal(screen.problem) as told:
        pass
    assert told.args == ["Close the other program first."]
    qtbot.wait(30)
    assert (done, turns.under_way) == ([], False)


def test_a_part_that_goes_on_in_steps_lets_the_window_in_between_them(screen, qtbot):
    done: list[str] = []

    def steps() -> Iterator[None]:
        for number in range(3):
            done.append(f"step {number}")
            yield

    beat = QTimer()
    beat.timeout.connect(lambda: done.append("the window"))
    beat.start(0)
    turns = InTurns(screen)
    turns.start(steps, lambda: done.append("shown"))
    qtbot.waitUntil(lambda: not turns.under_way)
    beat.stop()
    own = [one for one in done if one != "the window"]
    assert own == ["step 0", "step 1", "step 2", "shown"]
    assert "the window" in done[done.index("step 1") : done.index("step 2")]
    done.clear()
    turns.start(steps, lambda: done.append("shown"))
    turns.finish()
    assert done == own
