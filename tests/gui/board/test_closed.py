"""A club that is closed while something of its board is still to be shown to the room."""

from kdc_desktop.services.board import ideas as board_ideas
from tests.gui.board.hands import board


def test_a_club_that_is_closed_is_asked_nothing_more_for_the_room(club):
    board(club)
    board_ideas.add_idea(club.database, 1, "One more")
    assert not club.window.feed.is_up_to_date
    club.close()
    assert club.window.feed.is_up_to_date
