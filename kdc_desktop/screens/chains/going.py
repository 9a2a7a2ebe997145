"""From a step of a chain to the place where it is seen."""

from functools import partial

from kdc_desktop.screens.board.wiring import BOARD
from kdc_desktop.screens.consortia.wiring import CONSORTIA
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.screens.polls.wiring import POLL
from kdc_desktop.screens.visions.wiring import look_at
from kdc_desktop.services.chains.places import where_it_hangs
from kdc_desktop.services.chains.rows import StepKind, StepPlace

_ON_BOARD = (StepKind.WRITTEN, StepKind.MERGED)


def go_to_stop(desk: Desk, stop: StepPlace) -> None:
    """Show it there; the session in which it is seen is opened, where another one is open."""
    if stop.kind in _ON_BOARD:
        _open(desk, stop)
        _select_note(desk, stop.of_id, desk.window.show_session_screen(BOARD))
    elif stop.kind is StepKind.VOTED:
        _open(desk, stop)
        desk.window.show_session_screen(POLL, partial(_show_poll, stop.of_id))
    elif stop.kind is StepKind.CHOSEN:
        _open(desk, stop)
        desk.window.show_session_screen(CONSORTIA)
    else:
        look_at(desk, stop.of_id, stop.session_id, None)


def _open(desk: Desk, stop: StepPlace) -> None:
    session = desk.window.session
    if stop.session_id is not None and (session is None or session.id != stop.session_id):
        desk.window.open_session(stop.session_id)


def _select_note(desk: Desk, idea_id: int, screen: Screen) -> None:
    """Select the note, once the board is seen; of a merged idea, the one that it lies behind."""
    from kdc_desktop.screens.board.board_screen import BoardScreen
    from kdc_desktop.screens.board.pointing import point_at_rows

    assert isinstance(screen, BoardScreen)
    note_id, board_id = where_it_hangs(desk.database, idea_id)
    point_at_rows(screen, {"idea": {note_id: {"board_id": board_id}}})


def _show_poll(poll_id: int, screen: Screen) -> None:
    from kdc_desktop.screens.polls.poll_screen import PollScreen

    assert isinstance(screen, PollScreen)
    screen.catch_up()
    screen.show_poll(poll_id)
