"""Be where one was, if it is the same club: in a file that was kept, or in another language."""

from collections.abc import Iterator
from functools import partial

from kdc_desktop.screens.window.main_window import MainWindow
from kdc_desktop.screens.window.whereabouts import get_ready_for, go_on_at


def is_there_too(there: MainWindow, here: MainWindow) -> bool:
    """Whether the session that is open in one window is in the club of the other, too."""
    session = there.walk.session
    return session is not None and here.walk.has(session)


def go_on_in_turns(there: MainWindow, here: MainWindow) -> Iterator[None]:
    """Go to the place of another window; after each part that one may have its turn."""
    if not is_there_too(there, here):
        return
    spot, in_room = there.whereabouts.spot, there.feed.running
    here.unfinished |= there.unfinished
    yield from get_ready_for(here.whereabouts, there.whereabouts)
    another = in_room is not None and not there.walk.is_open(in_room.session.id)
    if in_room is not None and another and here.walk.has(in_room.session):
        here.whereabouts.open_session(in_room.session.id)
        yield
    yield from go_on_at(here.whereabouts, spot)
    here.feed.go_on_like(there.feed, partial(here.whereabouts.like, other=there.whereabouts))
    here.frame.room.message.go_on_like(there.frame.room.message)
