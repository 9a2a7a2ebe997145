"""The boards of a session: name them, add one, take an empty one away, choose that of a stage."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from kdc_desktop.domain.board.stages import CLUSTER, IDEAS
from kdc_desktop.domain.kit.lengths import HEADING, not_longer
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, ngettext
from kdc_desktop.model.board import Board, Cluster, Idea, StageBoard
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.board.loading import ON_BOARD, check_board, check_session, gone_board
from kdc_desktop.services.board.questions import EVERY_BOARD
from kdc_desktop.services.sessions.questions import agenda_of
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.fast import Quick, value

AT_A_BOARD = (IDEAS.key, CLUSTER.key)
"""The kinds of stage at which one stands before a board."""


_IN_ORDER = Board.place_in_order, Board.id
_NAMED = Quick(  # read whenever a board is opened
    select(Board.id, Board.title).where(Board.session_id == value("session")).order_by(*_IN_ORDER)
)


@dataclass(frozen=True)
class NamedBoard:
    """One board; the first has no id that notes name."""

    id: int | None
    title: str


def boards(database: Database, session_id: int) -> list[NamedBoard]:
    """The boards of a session in their order; there is one at least."""
    with database.read() as snapshot:
        rows = _NAMED.rows(snapshot, session=session_id)
    first = NamedBoard(None, rows[0][1] if rows else _("Board"))
    return [first, *(NamedBoard(key, title) for key, title in rows[1:])]


def add_board(database: Database, session_id: int, title: str) -> int:
    """One more board for a session; its id.

    Raises:
        UserError: the title is empty, too long or taken, or the session is gone.
    """
    title = on_one_line(title)
    with database.edit(lazy("Added the board {board}", board=title)) as edit:
        check_session(edit, session_id)
        rows = _with_the_first(edit, session_id)
        _check_title(title, [row.title for row in rows])
        place = max(row.place_in_order for row in rows) + 1
        added = Board(session_id=session_id, title=title, place_in_order=place)
        edit.add(added)
        edit.flush()
        return added.id


def rename_board(database: Database, session_id: int, board_id: int | None, title: str) -> None:
    """Give a board of a session another title; None is the first.

    Raises:
        UserError: the title is empty, too long or taken, or the board is gone.
    """
    title = on_one_line(title)
    with database.edit(lazy("Renamed a board to {board}", board=title)) as edit:
        rows = _with_the_first(edit, session_id)
        found = rows[0] if board_id is None else _one(rows, board_id)
        _check_title(title, [row.title for row in rows if row is not found])
        found.title = title


def remove_board(database: Database, session_id: int, board_id: int) -> None:
    """Take a board away on which nothing lies; its trash goes to the first one.

    Raises:
        UserError: an idea or a cluster lies on it, or it is gone.
    """
    with database.read() as snapshot:
        title = _one(_rows(snapshot, session_id), board_id).title
    with database.edit(lazy("Removed the board {board}", board=title)) as edit:
        found = _one(_rows(edit, session_id), board_id)
        _see_that_it_is_empty(edit, found)
        of_it = {"board_id": None, "cluster_id": None}
        left = edit.scalars(select(Idea.id).where(Idea.board_id == board_id)).all()
        edit.change_rows(Idea, {idea_id: dict(of_it) for idea_id in left})
        for shown in edit.scalars(select(StageBoard).where(StageBoard.board_id == board_id)):
            edit.delete(shown)
        edit.flush()
        edit.delete(found)


def _see_that_it_is_empty(snapshot: Snapshot, board: Board) -> None:
    def number(entity: type[Idea | Cluster], *which: ColumnElement[bool]) -> int:
        there = select(func.count()).where(entity.board_id == board.id, *which)
        return snapshot.scalar(there) or 0

    if ideas := number(Idea, *ON_BOARD):
        raise UserError(
            ngettext(
                "{count} idea lies on {board}. Move it to another board first.",
                "{count} ideas lie on {board}. Move them to another board first.",
                ideas,
                board=board.title,
            )
        )
    if clusters := number(Cluster):
        raise UserError(
            ngettext(
                "{count} cluster is on {board}. Move or remove it first.",
                "{count} clusters are on {board}. Move or remove them first.",
                clusters,
                board=board.title,
            )
        )


def board_of_stage(database: Database, stage_id: int) -> int | None:
    """Which board a stage shows; None is the first."""
    with database.read() as snapshot:
        asked = select(StageBoard.board_id).where(StageBoard.stage_id == stage_id)
        return snapshot.scalar(asked)


def show_on_stage(database: Database, stage_id: int, board_id: int | None) -> None:
    """Let a stage of the agenda show this board from now on.

    Raises:
        UserError: the stage, or the board, is gone.
    """
    if board_of_stage(database, stage_id) == board_id:
        return
    with database.edit(lazy("Chose the board of a stage")) as edit:
        stage = edit.get(Stage, stage_id)
        if stage is None:
            raise UserError(_("This stage is not there any more. Choose another."))
        check_board(edit, stage.session_id, board_id)
        found = edit.scalar(select(StageBoard).where(StageBoard.stage_id == stage_id))
        if board_id is None:
            if found is not None:
                edit.delete(found)
        elif found is None:
            edit.add(StageBoard(stage_id=stage_id, board_id=board_id))
        else:
            found.board_id = board_id


def boards_of_stages(database: Database, session_id: int) -> dict[int, int]:
    """The boards of those stages of a session that show another one than the first."""
    with database.read() as snapshot:
        found = snapshot.execute(
            select(StageBoard.stage_id, StageBoard.board_id)
            .join(Board, Board.id == StageBoard.board_id)
            .where(Board.session_id == session_id)
        )
        return {row.stage_id: row.board_id for row in found}


def board_asked_about(database: Database, session_id: int, stage_id: int | None) -> int | None:
    """The board that a stage of voting is about: its own, or that of the last stage at a board.

    `EVERY_BOARD` where no stage of the session has a board of its own, or there is no such stage.
    """
    of_stages = boards_of_stages(database, session_id)
    if not of_stages:
        return EVERY_BOARD
    with database.read() as snapshot:
        agenda = agenda_of(snapshot, session_id)
    until = next((at for at, stage in enumerate(agenda) if stage.id == stage_id), None)
    if until is None:
        return EVERY_BOARD
    before = [one for one in agenda[: until + 1] if one.kind in AT_A_BOARD or one.id in of_stages]
    return of_stages.get(before[-1].id) if before else EVERY_BOARD


def leave_board(edit: Edit, stage: Stage) -> None:
    """A stage goes out of its agenda, and shows no board any more."""
    for shown in edit.scalars(select(StageBoard).where(StageBoard.stage_id == stage.id)):
        edit.delete(shown)
    edit.flush()


def _rows(snapshot: Snapshot, session_id: int) -> list[Board]:
    return list(
        snapshot.scalars(select(Board).where(Board.session_id == session_id).order_by(*_IN_ORDER))
    )


def _with_the_first(edit: Edit, session_id: int) -> list[Board]:
    """All rows; the first board gets its own now, to have a title beside others."""
    rows = _rows(edit, session_id)
    if not rows:
        first = Board(session_id=session_id, title=_("Board"), place_in_order=0)
        edit.add(first)
        edit.flush()
        rows = [first]
    return rows


def _one(rows: list[Board], board_id: int) -> Board:
    found = next((row for row in rows[1:] if row.id == board_id), None)
    if found is None:
        raise gone_board()
    return found


def _check_title(title: str, others: list[str]) -> None:
    if not title:
        raise UserError(_("Give the board a name first."))
    not_longer(
        title, HEADING, fillable("Shorten the name to {longest} characters; it has {length}.")
    )
    if any(other.casefold() == title.casefold() for other in others):
        raise UserError(_("There is a board {board} already. Choose another name.", board=title))
