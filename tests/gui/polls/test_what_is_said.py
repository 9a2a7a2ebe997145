"""What is said of a poll was looked at first: what is over, and what is known of sectors."""

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.screens.kit.reasons import why_not
from tests.gui.polls.watched import Watched, vote
from tests.rooms.poll_room import Room


def _why_no_hands(screen: Watched) -> str:
    return why_not(screen._acts["count_a_show_of_hands"])


def test_a_closed_poll_is_not_said_to_be_settled(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.NAMED))
    vote(screen, range(3), 0)
    screen.close_poll()
    assert _why_no_hands(screen) == "Reopen the poll to count hands."
    screen.revealing.reveal()
    assert _why_no_hands(screen).startswith("The result is revealed, so hands are no longer")


def test_bars_of_sectors_too_small_to_show_are_not_said_to_tell_sectors(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECTOR_ONLY, smallest_group=5))
    vote(screen, range(4), 0)
    screen.close_poll()
    screen.revealing.reveal()
    model = screen.pages.result_page.model
    assert [column.title for column in model.columns][2] == "Compared"
