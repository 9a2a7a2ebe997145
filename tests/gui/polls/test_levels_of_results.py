"""What levels say of options is whole on the facilitator's page, whatever was shown before."""

import pytest
from PySide6.QtCore import Qt

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


@pytest.mark.parametrize(
    ("key", "rule", "title"),
    [
        ("score", "", "Mean"),
        ("majority_judgment", "", "Median grade"),
        ("ranking", "borda", "Points"),
        ("ranking", "irv", "Votes in its last round"),
        ("dots", "", "Votes"),
    ],
)
def test_what_a_number_is_stands_whole_above_it(
    room: Room, screen: Watched, key: str, rule: str, title: str
) -> None:
    screen.show_poll(hold(room, method_of(key), Secrecy.NAMED, rule))
    table = screen.pages.result_page.table
    across = Qt.Orientation.Horizontal
    assert table.model().headerData(TOTAL, across) == title
    assert table.columnWidth(TOTAL) > table.horizontalHeader().fontMetrics().horizontalAdvance(
        title
    )
