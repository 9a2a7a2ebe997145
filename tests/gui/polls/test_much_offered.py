"""A form on thousands of ideas stands there before it has read them, and loses nothing by that."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls import offered
from kdc_desktop.screens.polls.plan_page import PlanPage
from kdc_desktop.services.polls.preparing import PollPlan
from tests.rooms.poll_room import make_room

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def begun() -> dict[int, PollPlan]:
    return {}


@pytest.fixture
def page(
    qtbot: QtBot,
    theme: Theme,
    tmp_path: Path,
    begun: dict[int, PollPlan],
    monkeypatch: pytest.MonkeyPatch,
) -> PlanPage:
    """The form of a poll on three ideas, which are many here."""
    monkeypatch.setattr(offered, "MANY", 3)
    room = make_room(tmp_path / "club.kdc")
    made = PlanPage(theme, room.database, room.session_id, begun)
    qtbot.addWidget(made)
    made.destroyed.connect(room.database.close)
    return made


def begin(page: PlanPage) -> None:
    page.start([1, 2, 3], None)
    page.refresh()
    page.show()


def test_the_ideas_come_a_turn_after_the_form(page: PlanPage, qtbot: QtBot) -> None:
    begin(page)
    assert page.choice_list.chosen == ()
    assert page.choice_list.told == "Reading the list …"
    qtbot.waitUntil(lambda: len(page.choice_list.chosen) == 3)
    assert page.chosen_label.text().startswith("3 of ")


def test_whoever_opens_it_before_that_opens_it_on_all(page: PlanPage, qtbot: QtBot) -> None:
    begin(page)
    page.question_edit.setText("Which first?")
    with qtbot.waitSignal(page.open_wanted) as wanted:
        QTest.mouseClick(page.open_button, LEFT)
    assert len(wanted.args[0].option_ids) == 3


def test_a_form_in_which_nothing_was_typed_is_not_kept(
    page: PlanPage, qtbot: QtBot, begun: dict[int, PollPlan]
) -> None:
    begin(page)
    qtbot.waitUntil(lambda: len(page.choice_list.chosen) == 3)
    page.hide()
    assert begun == {}
    page.show()
    QTest.keyClicks(page.question_edit, "Which")
    assert len(begun[1].option_ids) == 3
