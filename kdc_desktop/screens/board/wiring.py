"""What the board brings to the window: the wall of ideas, and their import."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.domain.kit.list_kinds import ListKind
from kdc_desktop.i18n import _, lazy
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, MenuEntry, Wiring

if TYPE_CHECKING:
    from kdc_desktop.services.board.joins import BoardJoins

BOARD = "board"


def bring_board(
    desk: Desk,
    plan_poll: Callable[[Sequence[int]], object],
    joins: Callable[[], "BoardJoins"],
    show_chain: Callable[[Desk, int], object],
) -> Wiring:
    """The board of a session; `plan_poll` is asked for a poll over ideas, by their ids.

    `show_chain` leads to what became of one, by its id. `joins` is asked once a board is opened for
    what the nouns above know of its notes.
    """

    def board(session_id: int) -> Screen:
        from kdc_desktop.screens.board.board_screen import BoardScreen
        from kdc_desktop.screens.board.pointing import point_at_rows

        screen = BoardScreen(desk.theme, desk.database, session_id, desk.jobs, joins())
        screen.lead_to = partial(point_at_rows, screen)
        screen.poll_wanted.connect(plan_poll)
        screen.chain_wanted.connect(partial(show_chain, desk))
        return screen

    bring_in = partial(_import_ideas, desk)
    return Wiring(
        screens={BOARD: board},
        menu=((MenuEntry("import_ideas", lazy("Import ideas…"), bring_in, "import"),),),
        seen_at=dict.fromkeys(("board", "cluster", "idea", "stage_board"), (BOARD,)),
        calls=(_calls,),
        takes={ListKind.IDEAS: bring_in},
    )


def _import_ideas(desk: Desk, file: Path | None = None) -> None:
    from kdc_desktop.screens.board.board_screen import BoardScreen

    if desk.window.session is None:
        desk.window.warn(_("Ideas belong to a session: open one first."))
        return
    screen = desk.window.show_session_screen(BOARD)
    assert isinstance(screen, BoardScreen)
    if file is None:
        screen.idea_import.choose()
    else:
        screen.idea_import.look_at(file)


def _calls() -> Calls:
    from kdc_desktop.screens.board.called import CALLS

    return CALLS
