"""What cannot be promised of a paper stands on it, and on the page of the open vote."""

from PySide6.QtCore import Qt

from kdc_desktop.domain.polls.states import Secrecy
from tests.gui.polls.stand import MakeKiosk, shown_words, typed
from tests.gui.polls.watched import Watched
from tests.rooms.poll_room import Room

RANKED = "A full ranking can be recognised by whoever knows how somebody ranks."


def test_the_kiosk_says_so_before_anything_is_chosen(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk((1280, 720), method="ranking", marks_each=0, secrecy=Secrecy.SECRET)
    typed(kiosk, "aino eer", Qt.Key.Key_Return)
    assert RANKED in shown_words(kiosk)


def test_a_paper_with_a_name_promises_nothing(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(method="ranking", marks_each=0, secrecy=Secrecy.NAMED)
    typed(kiosk, "aino eer", Qt.Key.Key_Return)
    assert RANKED not in shown_words(kiosk)


def test_the_page_of_the_open_vote_says_what_voters_are_told(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(method="ranking", marks_each=0, secrecy=Secrecy.SECRET))
    assert screen.pages.open_page.hint.accessibleDescription().endswith(RANKED)
