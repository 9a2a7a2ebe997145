"""With large letters on a small laptop a facilitator sees what the step at hand needs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.poll_pages import PollPages
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.settings import Settings, ThemeMode
from tests.gui.sizes.in_sight import is_whole, let_it_lie_down, rows_in_sight
from tests.rooms.poll_room import Room

SIZES = [
    pytest.param(QSize(1280, 720), 150, id="150 %"),
    pytest.param(QSize(1440, 900), 200, id="200 %"),
]


@pytest.fixture
def polls(
    qapp: QApplication, theme: Theme, room: Room, qtbot: QtBot, window: QSize, text: int
) -> Iterator[PollScreen]:
    """The poll screen of a window in which a poll is open."""
    room.open_poll(secrecy=Secrecy.SECTOR_ONLY)
    settings = Settings(room.database.path.with_suffix(".ini"))
    settings.motion, settings.text_size = False, text
    theme.apply(qapp, ThemeMode.LIGHT, text / 100)
    club = Club(room.database, theme, settings, lambda *_asked: None, lambda _window: None)
    club.window.resize(window)
    club.window.show()
    qtbot.waitExposed(club.window)
    club.window.activateWindow()
    club.window.open_session(room.session_id)
    shown = club.window.show_session_screen("poll")
    assert isinstance(shown, PollScreen)
    club.window.frame.led_away.forget()  # one goes there by the strip, and was not led
    let_it_lie_down()
    yield shown
    club.close()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)


def _papers(pages: PollPages) -> list[QWidget]:
    return [one for one in pages.open_page.paper.paper.findChildren(QWidget) if _is_option(one)]


def _is_option(widget: QWidget) -> bool:
    return widget.objectName().startswith("option_") and is_whole(widget)


@pytest.mark.parametrize(("window", "text"), SIZES)
def test_what_a_step_needs_is_in_sight(room: Room, polls: PollScreen) -> None:
    page = polls.pages.open_page
    assert is_whole(polls.head.close_button)
    assert is_whole(page.search_edit)
    assert rows_in_sight(page.table) >= 1
    page.enter_paper(page.model.row(0))
    assert is_whole(page.paper.cast_button)
    assert len(_papers(polls.pages)) >= 2
    page.paper.cancel_button.click()
    polls.count_hands()
    assert is_whole(page.hands.save_button)
    assert is_whole(page.hands.people_spin)
    page.hands.back_button.click()
    assert is_whole(page.search_edit)
    polls.close_poll()
    assert is_whole(polls.pages.closed_page.button)
    polls.revealing.reveal()
    assert rows_in_sight(polls.pages.result_page.table) >= 2
    assert is_whole(polls.pages.result_page.further.first_button)


@pytest.mark.parametrize(("window", "text"), SIZES)
def test_what_is_opened_and_how_it_votes_is_in_sight_while_a_poll_is_prepared(
    polls: PollScreen,
) -> None:
    polls.new_poll()
    page = polls.pages.plan_page
    for needed in (page.question_edit, page.open_button, page.voters_label):
        assert is_whole(needed)
    said = "Dots, Secret, 6 of 6 chosen  ·  20 people present may vote now."
    assert page.voters_label.text() == said
    page.rule_fields.method_combo.setCurrentIndex(0)
    page.none_button.click()
    said = "Approval, Secret, 0 of 6 chosen  ·  20 people present may vote now."
    assert page.voters_label.text() == said
    page.question_edit.setText("What shall we start?")
    page.open_button.click()
    assert page.search_edit.hasFocus()
    assert is_whole(page.search_edit)


@pytest.mark.parametrize(("window", "text"), SIZES)
def test_what_has_no_room_for_a_button_is_offered_under_more(polls: PollScreen) -> None:
    head = polls.head
    assert [head.new_button.isVisible(), head.pause_button.isVisible()] == [False, False]
    assert offered(polls)[:3] == [
        "New poll",
        "Take the temperature",
        "Pause the poll, or let it go on",
    ]
    polls._acts["pause_the_poll"].trigger()
    assert is_whole(head.pause_button)
    assert head.pause_button.text() == "Let it go on"
    assert "Pause the poll, or let it go on" not in offered(polls)
    polls.new_poll()
    assert not head.more_button.isVisible()


def offered(polls: PollScreen) -> list[str]:
    """What the menu *More …* has, which is closed again."""
    polls.head.more_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [act.text() for act in menu.actions()]
    menu.close()
    return texts
