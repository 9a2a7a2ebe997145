"""Name, Enter, numbers, Enter, the next name, in one go: no key is lost or for somebody else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.interests.stages import KINDS
from kdc_desktop.model import Person
from kdc_desktop.screens.kit.line_buttons import LineButton
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.interests.questions import interests
from kdc_desktop.services.sessions import agenda
from kdc_desktop.settings import Settings, ThemeMode
from tests.gui.hands.pressing import press
from tests.gui.test_jobs import wait_until
from tests.gui.window.sample_window import change
from tests.rooms.consortia_room import make_room

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
REFUSED = "Choose at least one winner: press its number."


@pytest.fixture
def evening(tmp_path: Path, qapp: QApplication, theme: object) -> Iterator[Club]:
    """Twenty people, three winners, and the stage that asks who would join them is live."""
    room = make_room(tmp_path / "club.kdc")
    agenda.add_stage(room.database, room.session_id, KINDS[0])
    agenda.go_live(room.database, room.session_id)
    room.database.close()
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    club = program.open(tmp_path / "club.kdc")
    wait_until(lambda: not club.jobs.busy)
    club.window.show()
    QTest.qWaitForWindowActive(club.window)
    club.window.open_session(room.session_id)
    yield club
    club.close()


@pytest.fixture
def screen(evening: Club) -> Any:
    shown: Any = evening.window.screen_shown
    shown.next_person()
    return shown


def given(club: Club) -> list[tuple[str, tuple[int, ...], str]]:
    return sorted((row.name, row.choices, row.role) for row in interests(club.database, 1))


def test_who_types_on_without_a_pause_has_every_wish_kept(evening: Club, screen: Any) -> None:
    press("aino sal", ENTER, "1", ENTER, "eero sal", ENTER, "32", ENTER)
    press("helmi sal", ENTER, "2f", ENTER, "juho sal", ENTER, "3", ENTER)
    assert given(evening) == [
        ("Aino Salmi", (1,), "partner"),
        ("Eero Salmi", (3, 2), "partner"),
        ("Helmi Salmi", (2,), "funder"),
        ("Juho Salmi", (3,), "partner"),
    ]


def test_after_a_refused_entry_the_next_name_is_nobody_elses_role(
    evening: Club, screen: Any, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.problem) as caught:
        press("aino sal", ENTER, "9", ENTER)
    assert caught.args == [REFUSED]
    press("lauri sal", ENTER, "1", ENTER, "oona sal", ENTER, "2", ENTER)
    assert given(evening) == [
        ("Lauri Salmi", (1,), "partner"),
        ("Oona Salmi", (2,), "partner"),
    ]


def test_a_forgotten_number_or_enter_gives_nobody_a_role(evening: Club, screen: Any) -> None:
    press("aino sal", ENTER, "lauri sal", ENTER, "1", "oona sal")
    assert (screen.asked.role.value, screen.person_edit.text()) == ("partner", "lauri sal")
    press(ENTER, "oona sal", ENTER, "2", ENTER)
    assert given(evening) == [
        ("Lauri Salmi", (1,), "partner"),
        ("Oona Salmi", (2,), "partner"),
    ]


def test_a_name_typed_over_somebody_who_is_asked_is_a_new_search(
    evening: Club, screen: Any, qtbot: QtBot
) -> None:
    press("aino sal", ENTER, "1")
    said: list[str] = []
    screen.problem.connect(said.append)
    QTest.mouseClick(screen.person_edit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(screen.person_edit.hasSelectedText)
    press("oona sal")
    assert (screen.person_edit.text(), screen.asked.isVisible()) == ("oona sal", False)
    assert [screen.people_list.item(0).text()[:10], screen.people_list.isVisible()] == [
        "Oona Salmi",
        True,
    ]
    assert said == ["What Aino Salmi would join was not kept: Enter keeps it."]
    press("xx", ENTER)
    assert said[1:] == ["Nobody in this session has that name."]


def test_emptying_the_line_is_typing_it_asks_nobody_and_is_taken_back_first(
    evening: Club, screen: Any
) -> None:
    press("aino sal", ENTER)
    clear = screen.person_edit.findChild(LineButton)
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert (screen.finder.asking, screen.person_edit.hasFocus()) == (False, True)
    press("eero sal")
    change(evening.database, Person, "notes", "Comes late")
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen.person_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.person_edit.text() == "eero sal"
    assert evening.database.next_steps()[1] is None, "and no step of the window"


def test_enter_in_the_line_goes_on_with_who_is_asked(
    evening: Club, screen: Any, qtbot: QtBot
) -> None:
    press("aino sal", ENTER, "1")
    screen.person_edit.setFocus()
    press(ENTER, "2", ENTER)
    assert given(evening) == [("Aino Salmi", (1, 2), "partner")]


def test_enter_in_the_role_keeps_what_is_chosen(evening: Club, screen: Any) -> None:
    press("aino sal", ENTER, "1")
    screen.asked.role_combo.setFocus()
    press(Qt.Key.Key_Home, ENTER, "oona sal", ENTER, "2", ENTER)
    assert given(evening) == [("Aino Salmi", (1,), "lead"), ("Oona Salmi", (2,), "partner")]


def test_at_large_text_the_winners_that_one_may_choose_are_all_in_sight(
    evening: Club, screen: Any, qapp: QApplication, theme: Theme
) -> None:
    theme.apply(qapp, ThemeMode.LIGHT, 2.0)
    evening.window.resize(1440, 880)
    press("aino sal", ENTER, "3")
    for _turn in range(3):
        QCoreApplication.processEvents()
    winners = screen.winners
    seen = winners.viewport().visibleRegion().boundingRect()
    assert all(seen.contains(winners.row_rect(place)) for place in range(3))
    asked = screen.asked
    for words in range(5, 20):  # some of them wrap just here
        screen.asked_label.setText("Aino Salmi " * words)
        for _turn in range(3):
            QCoreApplication.processEvents()
        for part in (asked.role_combo, asked.save_button, asked.offers_edit, asked.needs_edit):
            assert part.height() >= part.sizeHint().height()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)
