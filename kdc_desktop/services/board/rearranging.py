"""Rearrange the board: what takes long to work out is planned before the write."""

from collections.abc import Callable
from typing import TypeVar

from kdc_desktop.i18n import Fillable, Text
from kdc_desktop.services.board.loading import BOARD, SESSION, gone_board, gone_session
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.storage import Database, Edit, Snapshot

T = TypeVar("T")


def see_session(wall: Wall, session_id: int) -> None:
    """See that there is this session.

    Raises:
        UserError: it is gone.
    """
    if not wall.look(SESSION, session=session_id):
        raise gone_session()


def see_board(wall: Wall, session_id: int, board_id: int | None) -> None:
    """See that there is this board; the first one, None, is there always.

    Raises:
        UserError: it is gone.
    """
    if board_id is not None and not wall.look(BOARD, board=board_id, session=session_id):
        raise gone_board()


def rearranged(
    database: Database,
    label: Text | Fillable,
    plan: Callable[[Wall], T],
    *,
    ahead: bool = False,
    before_writing: Callable[[], object] = lambda: None,
    beside: Callable[[Edit], object] = lambda _edit: None,
) -> T:
    """Rearrange the board in one edit; returns what `plan` does.

    `ahead`: it is planned before the write, which then only sees whether what the plan goes out
    from is still so, and plans anew where it is not. `before_writing` is called between the two,
    and `beside` does in the edit what nouns above have to do with it.
    """
    planned, written = None, database.written
    if ahead:
        with database.read() as snapshot:
            planned = _planned(snapshot, plan)
    before_writing()
    with database.edit(label) as edit:
        if planned is None or not planned[0].holds(edit, written, database.written):
            planned = _planned(edit, plan)
        wall, answer = planned
        edit.count = wall.count
        beside(edit)
        wall.write(edit)
    return answer


def _planned(snapshot: Snapshot, plan: Callable[[Wall], T]) -> tuple[Wall, T]:
    wall = Wall(snapshot)
    answer = plan(wall)
    wall.settle()
    return wall, answer
