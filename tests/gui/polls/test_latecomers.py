"""Who comes while a poll is open has no vote in it, and everybody who looks for them is told so."""

from kdc_desktop.services.attendance import door
from tests.gui.polls.stand import MakeKiosk, typed
from tests.gui.polls.watched import Watched
from tests.rooms.poll_room import Room


def test_the_voters_list_names_who_came_after_the_opening(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    assert page.late.isHidden()
    for name in ("Tomi Laine", "Oili Mets"):
        door.walk_in(room.database, room.session_id, name)
    assert page.late.label.text() == (
        "Oili Mets, Tomi Laine came after this poll was opened or were let go,"
        " and have no vote in it."
    )
    page.search_edit.setText("tomi")
    assert page.late.label.text().startswith("Tomi Laine came after this poll")
    assert page.channels_label.text() == "0 of 20 who may vote"


def test_the_kiosk_says_so_to_whoever_types_that_name(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    late = "was not here when this vote was opened, and has no vote"
    for name, organisation in (("Tomi Laine", "Zorg"), ("Tomi Mets", "")):
        door.walk_in(kiosk.room.database, kiosk.room.session_id, name, organisation)
    for typing, told in {
        "tomi l": f"Tomi Laine {late} in it.",
        "tomi": f"Whoever this fits {late}.",
        "zorg": f"Whoever this fits {late}.",
    }.items():
        kiosk.stack.pick.query.clear()
        typed(kiosk, typing)
        assert kiosk.stack.pick.told.text() == told
