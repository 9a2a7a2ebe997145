"""The boards of a session: name them, add one, take an empty one away, move ideas between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, nfillable
from kdc_desktop.model.board import Board, Cluster, Idea, StageBoard
from kdc_desktop.services.board.loading import check_session, idea_or_count
from kdc_desktop.services.board.placing import free_spots, recolour
from kdc_desktop.services.board.rearranging import rearranged
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Database, Edit, Snapshot


@dataclass(frozen=True)
class NamedBoard:
    """One board; the first has no id that notes name."""

    id: int | None
    title: str


def boards(database: Database, session_id: int) -> list[NamedBoard]:
    """The boards of a session in their order; there is one at least."""
    with database.read() as snapshot:
        rows = _rows(snapshot, session_id)
    first = NamedBoard(None, rows[0].title if rows else _("Board"))
    return [first, *(NamedBoard(row.id, row.title) for row in rows[1:])]


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
    """Take a board away that has no notes and no clusters.

    Raises:
        UserError: it has some, also in the trash, or it is gone.
    """
    with database.read() as snapshot:
        title = _one(_rows(snapshot, session_id), board_id).title
    with database.edit(lazy("Removed the board {board}", board=title)) as edit:
        found = _one(_rows(edit, session_id), board_id)
        for entity in (Idea, Cluster):
            there = select(entity.id).where(entity.board_id == board_id).limit(1)
            if edit.scalar(there) is not None:
                raise UserError(
                    _(
                        "There is something on {board}, or in the trash of it. Move its ideas to "
                        "another board first.",
                        board=title,
                    )
                )
        for shown in edit.scalars(select(StageBoard).where(StageBoard.board_id == board_id)):
            edit.delete(shown)
        edit.flush()
        edit.delete(found)


def move_to_board(
    database: Database, session_id: int, idea_ids: Iterable[int], board_id: int | None
) -> None:
    """Hang ideas on another board of their session, in free places; None is the first.

    They leave their clusters, and what is merged into them goes along.

    Raises:
        UserError: none is given, or one, or the board, is gone.
    """
    ids = list(idea_ids)

    def plan(wall: Wall) -> None:
        if board_id is not None:
            _one(_rows(wall.snapshot, session_id), board_id)
        wall.stand_on(board_id)
        given = wall.notes(ids)
        if any(note.session_id != session_id for note in given):
            raise UserError(_("Ideas move between the boards of one session. Select again."))
        notes = [note for note in given if note.board_id != board_id]
        wall.count = len(notes)
        places = free_spots(wall, session_id, len(notes), notes)
        recolour(wall, notes, None)
        for note, place in zip(notes, places, strict=True):
            note.lay(place)
            note.cluster_id, note.board_id = None, board_id
            note.lay_on_top()
        for behind in wall.merged_into([note.id for note in notes]) if notes else ():
            behind.cluster_id, behind.board_id = None, board_id

    one = fillable("Moved the idea “{idea}” to another board")
    many = nfillable("Moved {count} idea to another board", "Moved {count} ideas to another board")
    rearranged(database, idea_or_count(database, ids, one, many), plan, ahead=len(ids) >= MANY)


def board_of_stage(database: Database, stage_id: int) -> int | None:
    """Which board a stage shows; None is the first."""
    with database.read() as snapshot:
        asked = select(StageBoard.board_id).where(StageBoard.stage_id == stage_id)
        return snapshot.scalar(asked)


def show_on_stage(database: Database, stage_id: int, board_id: int | None) -> None:
    """Let a stage of the agenda show this board from now on."""
    if board_of_stage(database, stage_id) == board_id:
        return
    with database.edit(lazy("Chose the board of a stage")) as edit:
        found = edit.scalar(select(StageBoard).where(StageBoard.stage_id == stage_id))
        if board_id is None:
            if found is not None:
                edit.delete(found)
        elif found is None:
            edit.add(StageBoard(stage_id=stage_id, board_id=board_id))
        else:
            found.board_id = board_id


def _rows(snapshot: Snapshot, session_id: int) -> list[Board]:
    return list(
        snapshot.scalars(
            select(Board)
            .where(Board.session_id == session_id)
            .order_by(Board.place_in_order, Board.id)
        )
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
        raise UserError(_("This board is not there any more. Choose another."))
    return found


def _check_title(title: str, others: list[str]) -> None:
    if not title:
        raise UserError(_("Give the board a name first."))
    not_longer(title, LINE, fillable("Shorten the name to {longest} characters; it has {length}."))
    if any(other.casefold() == title.casefold() for other in others):
        raise UserError(_("There is a board {board} already. Choose another name.", board=title))
