"""On which board something hangs, said where two boards have something of one name."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from kdc_desktop.domain.kit.text import normalise, shortened
from kdc_desktop.i18n import _
from kdc_desktop.model.board import Board, Cluster
from kdc_desktop.storage import Snapshot

_WITHOUT_AN_END = 10_000


def titles_of(snapshot: Snapshot, session_id: int) -> dict[int | None, str]:
    """The titles of the boards of a session by their ids, in their order; none where there is one.

    The first one has no id that notes name.
    """
    found = snapshot.execute(
        select(Board.id, Board.title)
        .where(Board.session_id == session_id)
        .order_by(Board.place_in_order, Board.id)
    ).all()
    titles: dict[int | None, str] = {}
    for board_id, title in found if len(found) > 1 else ():
        titles[board_id if titles else None] = title
    return titles


def told_apart(
    snapshot: Snapshot,
    session_id: int,
    rows: Iterable[tuple[int, str, int | None]],
    longest: int = _WITHOUT_AN_END,
) -> dict[int, str]:
    """Names by id, with their board where another board of the session has that name too.

    Each row says an id, a name and a board. No name gets longer than that.
    """
    titles, rows = titles_of(snapshot, session_id), list(rows)
    names = {key: name for key, name, _board_id in rows}
    if not titles:
        return {key: shortened(name, longest) for key, name in names.items()}
    boards: dict[str, set[int | None]] = defaultdict(set)
    for _key, name, board_id in rows:
        boards[normalise(name)].add(board_id)
    for key, name, board_id in rows:
        there = titles.get(board_id, "") if len(boards[normalise(name)]) > 1 else ""
        names[key] = _with_board(name, there, longest)
    return names


def _with_board(name: str, board: str, longest: int) -> str:
    if not board:
        return shortened(name, longest)
    board = shortened(board)
    room = longest - len(_("{name} ({board})", name="", board=board))
    return _("{name} ({board})", name=shortened(name, room), board=board)


def cluster_names(snapshot: Snapshot, session_id: int) -> dict[int, str]:
    """The names of all clusters of a session, by board and number, told apart."""
    rows = snapshot.execute(
        select(Cluster.id, Cluster.name, Cluster.board_id)
        .where(Cluster.session_id == session_id)
        .order_by(Cluster.number, Cluster.id)
    ).all()
    order = {board_id: at for at, board_id in enumerate(titles_of(snapshot, session_id))}
    in_order = sorted(rows, key=lambda row: order.get(row.board_id, 0))
    return told_apart(snapshot, session_id, [(row.id, row.name, row.board_id) for row in in_order])
