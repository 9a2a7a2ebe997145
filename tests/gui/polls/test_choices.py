"""The list of options under the facilitator's keys and pointer."""

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.polls import choices
from kdc_desktop.screens.polls.choices import ChoiceList
from kdc_desktop.services.polls.rows import ChoiceRow

LEFT = Qt.MouseButton.LeftButton


def offered(qtbot: QtBot) -> ChoiceList:
    """A list of 5,000 ideas, two of them ticked."""
    made = ChoiceList()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_choices(
        [ChoiceRow(key, f"Idea {key}", f"Topic {key % 3}") for key in range(1, 5001)], [2, 4]
    )
    return made


@pytest.fixture
def choice_list(qtbot: QtBot) -> ChoiceList:
    return offered(qtbot)


def test_space_ticks_and_double_clicks_take_it_back(choice_list: ChoiceList) -> None:
    told: list[tuple[int, ...]] = []
    choice_list.ticked.connect(lambda: told.append(choice_list.chosen))
    choice_list.setFocus()
    QTest.keyClick(choice_list, Qt.Key.Key_Space)
    assert told == [(1, 2, 4)]
    text = choice_list.visualRect(choice_list.currentIndex()).center()
    QTest.mouseClick(choice_list.viewport(), LEFT, pos=text)
    QTest.mouseDClick(choice_list.viewport(), LEFT, pos=text)
    assert told[1:] == [(2, 4)]


def test_what_is_ticked_stays_so_while_one_searches(choice_list: ChoiceList) -> None:
    choice_list.search("idea 48 topic")
    assert choice_list.found[:2] == (48, 148)
    choice_list.tick({*choice_list.chosen, 148})
    choice_list.search("")
    assert (choice_list.chosen, len(choice_list.found)) == ((2, 4, 148), 5000)


def test_of_thousands_of_options_those_in_sight_are_worded(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    worded: set[int] = set()
    data = choices._Choices.data

    def counted(model: Any, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            worded.add(index.row())
        return data(model, index, role)

    monkeypatch.setattr(choices._Choices, "data", counted)
    choice_list = offered(qtbot)
    choice_list.tick(range(1, 5001))
    choice_list.grab()
    assert 0 < len(worded) < 60


def test_several_options_are_ticked_together_and_copied(choice_list: ChoiceList) -> None:
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    choice_list.activateWindow()
    choice_list.setFocus()
    QTest.keyClick(choice_list, Qt.Key.Key_Down, shift)
    QTest.keyClick(choice_list, Qt.Key.Key_Down, shift)
    QTest.keyClick(choice_list, Qt.Key.Key_Space)
    assert list(choice_list.chosen) == [1, 2, 3, 4]
    QTest.keyClick(choice_list, Qt.Key.Key_C, ctrl)
    assert QGuiApplication.clipboard().text() == "Idea 1\nIdea 2\nIdea 3\n"
    QGuiApplication.clipboard().clear()
    QTest.keyClick(choice_list, Qt.Key.Key_Space)
    assert list(choice_list.chosen) == [4]


def test_alt_and_arrows_order_the_paper(choice_list: ChoiceList) -> None:
    choice_list.tick((1, 2, 3))
    choice_list.setCurrentIndex(choice_list.model().index(2, 0))
    QTest.keyClick(choice_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert choice_list.chosen == (1, 3, 2)
    assert choice_list.currentIndex().row() == 1
    QTest.keyClick(choice_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(choice_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert choice_list.chosen == (3, 1, 2)
    QTest.keyClick(choice_list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert choice_list.chosen == (1, 3, 2)


def test_an_order_that_was_chosen_is_there_again_on_the_places_of_those(
    choice_list: ChoiceList,
) -> None:
    rows = [ChoiceRow(key, f"Idea {key}", "") for key in (1, 2, 3, 4)]
    choice_list.show_choices(rows, (4, 9, 2))
    assert (choice_list.chosen, choice_list.found) == ((4, 2), (1, 4, 3, 2))
    choice_list.show_choices(rows, {4, 2})
    assert (choice_list.chosen, choice_list.found) == ((2, 4), (1, 2, 3, 4))


def test_without_options_it_says_where_they_come_from(qtbot: QtBot) -> None:
    choice_list = offered(qtbot)
    assert choice_list.told == ""
    choice_list.search("nowhere")
    assert choice_list.told == "Nothing here has these words. Try others."
    choice_list.show_choices([], ())
    assert choice_list.told.startswith("There is nothing of this on the board yet.")
