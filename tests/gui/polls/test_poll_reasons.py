"""What cannot be done with a poll just now is told with what to do first, and nothing is hidden."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.polls.states import Order, PollState, Secrecy
from kdc_desktop.screens.kit.reasons import why_not
from kdc_desktop.screens.polls.poll_actions import ACTIONS
from kdc_desktop.screens.window.command_palette import CommandPalette
from tests.gui.polls.watched import Watched, click, vote
from tests.rooms.poll_room import Room

ALWAYS = {"take_the_temperature", "new_poll"}
HALF_OF_EACH_SECTOR = (*range(5), *range(10, 15))
OTHER_HALF = (*range(5, 10), *range(15, 20))


def possible(screen: Watched) -> set[str]:
    """The actions that do something now; each of the others says why it does not."""
    names = set()
    for name, *_rest in ACTIONS:
        act = screen._acts[name]
        if not why_not(act):
            names.add(name)
            continue
        before = len(screen.problems)
        act.trigger()
        assert screen.problems[before:] == [why_not(act)]
    return names - ALWAYS


def test_without_a_poll_every_action_says_to_prepare_one(screen: Watched) -> None:
    assert possible(screen) == set()
    assert screen.problems[0] == "There is no poll yet. Choose New poll first."


def test_each_state_allows_what_it_allows_and_says_the_rest(screen: Watched, room: Room) -> None:
    screen.show_poll(room.draft(secrecy=Secrecy.SECRET))
    assert possible(screen) == {"open_the_poll", "put_the_poll_into_the_trash", "slips"}
    click(screen.pages.plan_page.open_button)
    open_now = {"start_the_kiosk", "count_a_show_of_hands", "close_the_poll", "find_a_voter"}
    open_now |= {"pause_the_poll", "give_more_time", "raise_the_limit", "slips"}
    assert possible(screen) == open_now
    vote(screen, range(3), 0)
    screen.close_poll()
    closed = {"count_a_show_of_hands", "reveal_the_result", "prepare_another_round"}
    closed |= {"reveal_place_by_place"}
    assert possible(screen) == closed | {"put_the_poll_into_the_trash"}
    screen.revealing.reveal()
    assert possible(screen) == {
        *("mark_as_winner", "take_the_first_as_winners", "prepare_another_round"),
        *("put_the_poll_into_the_trash", "reveal_place_by_place", "declare_the_poll_void"),
    }


def test_the_palette_says_the_reason_and_offers_what_can_be_done_first(
    screen: Watched, room: Room, qtbot: QtBot
) -> None:
    screen.show_poll(room.open_poll())
    screen.show_kiosk(True)
    palette = CommandPalette(screen.theme, screen.actions())
    qtbot.addWidget(palette)
    texts = [palette.list.item(at).text() for at in range(palette.list.count())]
    assert not any("kiosk" in text for text in texts)
    why = texts.index("Reveal the result: Close the poll first, then reveal its result.")
    assert texts.index("Close the poll") < why
    QTest.keyClicks(palette.query, "reveal the")
    palette.do_after_closing()
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert screen.problems == ["Close the poll first, then reveal its result."]


def test_a_new_poll_hides_none_that_is_open(screen: Watched, room: Room) -> None:
    open_one = room.open_poll(secrecy=Secrecy.SECRET)
    screen.show_poll(open_one)
    vote(screen, range(3), 0)
    click(screen.head.new_button)
    assert screen.pages.plan_page.isVisible()
    assert screen.head.rule_label.isVisible()
    assert "is still open: 3 of 20 have voted." in screen.head.rule_label.text()
    assert screen.head.poll_choice.isVisible()
    screen.head.poll_choice.activated.emit(0)
    assert screen.shown.id == open_one
    assert screen.pages.open_page.isVisible()


def test_a_search_that_finds_nobody_does_not_say_that_everybody_has_voted(
    screen: Watched, room: Room
) -> None:
    screen.show_poll(room.open_poll())
    vote(screen, range(8), 0)
    page = screen.pages.open_page
    QTest.keyClicks(page.search_edit, "zzz")
    assert page.table.filter.rowCount() == 0
    assert page.table.told == "Nothing here has these words. Try others."
    page.search_edit.clear()
    vote(screen, range(8, 20), 0)
    assert page.table.told == "Everybody has voted."


def test_a_secret_poll_has_no_column_by_sector_and_is_ranked_by_the_total(
    screen: Watched, room: Room
) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECTOR_ONLY, smallest_group=3))
    vote(screen, HALF_OF_EACH_SECTOR, 2, 2)
    vote(screen, OTHER_HALF, 0)
    screen.close_poll()
    screen.revealing.reveal()
    page = screen.pages.result_page
    page.toggle_order()
    assert _titles(screen)[2] == "By sector"
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECRET))
    vote(screen, range(5), 1)
    screen.close_poll()
    screen.revealing.reveal()
    assert (page.order, page.table.isColumnHidden(4)) == (Order.TOTAL, True)
    assert _titles(screen)[2] == "Compared"
    assert screen.shown.state == PollState.CLOSED


def _titles(screen: Watched) -> list[str]:
    model = screen.pages.result_page.model
    across = Qt.Orientation.Horizontal
    return [model.headerData(at, across) for at in range(model.columnCount())]
