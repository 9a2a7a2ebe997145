"""The ways to what became of an idea, and from its steps to their places."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.chains.chains_screen import ChainsScreen
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from tests.rooms.chains_room import ChainsRoom


def shown(window: Club) -> ChainsScreen:
    screen = window.window.screen_shown
    assert isinstance(screen, ChainsScreen)
    return screen


def trigger(window: Club, name: str) -> None:
    window.window.screen_shown.findChild(QAction, f"act_{name}").trigger()


def open_step(window: Club, qtbot: QtBot, label: str) -> None:
    buttons = shown(window).panel.steps.buttons
    button = next(one for one in buttons if str(one.step.label).startswith(label))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_key_on_the_board_leads_to_what_became_of_the_idea_and_a_step_back(
    window: Club, club: ChainsRoom, qtbot: QtBot
) -> None:
    trams = trams_of(club)
    window.window.open_session(club.room.session_id)
    board = window.window.show_session_screen("board", lambda _screen: None)
    assert isinstance(board, BoardScreen)
    board.view.select([trams])
    board.view.setFocus()
    qtbot.keyClick(board.view, Qt.Key.Key_W)
    assert shown(window).chosen().id == trams
    assert window.window.frame.led_away.isVisible()
    open_step(window, qtbot, "Idea")
    assert window.window.screen_shown is board
    assert board.view.selection == [trams]


def test_each_step_opens_the_place_where_it_is_seen(
    window: Club, club: ChainsRoom, qtbot: QtBot
) -> None:
    for label, name in (
        ("Vote", "PollScreen"),
        ("Chosen", "ConsortiaScreen"),
        ("Consortium", "VisionScreen"),
        ("Vision", "VisionScreen"),
        ("Commitment", "VisionScreen"),
    ):
        window.window.go("chains")
        shown(window).show_idea(trams_of(club))
        open_step(window, qtbot, label)
        assert type(window.window.screen_shown).__name__ == name, label


def trams_of(club: ChainsRoom) -> int:
    return next(row.id for row in club.chains() if row.text == "Trams")


def test_from_a_consortium_one_comes_to_the_ideas_behind_it(
    window: Club, club: ChainsRoom, qtbot: QtBot
) -> None:
    window.window.go("club_consortia")
    screen = window.window.screen_shown
    assert isinstance(screen, ClubScreen)
    screen.table.selectRow(0)
    trigger(window, "ideas_behind")
    assert [row.text for row in shown(window).model.rows] == ["Trams"]
    window.window.go("club_consortia")
    window.window.findChild(QAction, "act_chains").trigger()
    assert len(shown(window).model.rows) == 8, "whoever comes by the menu means all"


def test_the_menu_leads_there_from_everywhere(window: Club, club: ChainsRoom) -> None:
    club.state(1, ConsortiumState.LET_GO)
    window.window.findChild(QAction, "act_chains").trigger()
    assert len(shown(window).rows) == 8
