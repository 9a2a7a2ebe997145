"""What levels say of options is whole on the facilitator's page, whatever was shown before."""

from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.screens.polls.level_table import levels_said
from kdc_desktop.screens.polls.result_page import BAR_COLUMN
from tests.gui.polls.watched import Watched
from tests.rooms.any_method import hold
from tests.rooms.poll_room import Room

TOTAL = BAR_COLUMN + 1


def test_the_word_of_a_level_is_whole_after_a_result_of_numbers(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(hold(room, method_of("score"), Secrecy.NAMED))
    page = screen.pages.result_page
    narrow = page.table.columnWidth(TOTAL)
    screen.show_poll(hold(room, method_of("majority_judgment"), Secrecy.NAMED))
    letters = page.table.fontMetrics()
    longest = max(letters.horizontalAdvance(row.written) for row in page.model.rows)
    assert page.table.columnWidth(TOTAL) > max(longest, narrow)


def test_who_hears_the_page_hears_how_many_said_what(room: Room, screen: Watched) -> None:
    screen.show_poll(hold(room, method_of("majority_judgment"), Secrecy.SECTOR_ONLY))
    page = screen.pages.result_page
    row = page.model.rows[0]
    heard = page.model.columns[BAR_COLUMN].heard(row)
    assert heard.startswith(levels_said(row.spread, page._bars.levels))
    assert page.model.columns[BAR_COLUMN].title == "What was said"
    assert levels_said((2, 0, 1), ("Poor", "Good", "Very good")) == "“Poor”: 2, “Very good”: 1"
