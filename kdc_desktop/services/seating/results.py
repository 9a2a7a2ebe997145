"""What a table worked out comes onto the board, under its table."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.kit.letters import letter_of
from kdc_desktop.domain.kit.text import normalise, shortened
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.model.board import Cluster
from kdc_desktop.model.seating import SeatingRound, SeatingTable
from kdc_desktop.services.board.cluster_names import LONGEST_NAME
from kdc_desktop.services.board.ideas import checked_text
from kdc_desktop.services.board.importing import place_ideas
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.storage import Database, Edit


def put_on_board(
    database: Database, table_id: int, lines: Sequence[str], board_id: int | None = None
) -> None:
    """Put what a table says on the board, an idea a line, in the cluster of the table.

    The cluster is made with the first of them, on this board; None is the first one. No person is
    their author: the table is.

    Raises:
        UserError: there is nothing in the lines, or one is too long; or the table is gone.
    """
    texts = [checked_text(line) for line in lines if line.strip()]
    if not texts:
        raise UserError(_("Write what the table worked out first."))
    label = nfillable(
        "Put {count} idea of a table on the board", "Put {count} ideas of a table on the board"
    )
    with database.edit(label) as edit:
        edit.count = len(texts)
        table = edit.get(SeatingTable, table_id)
        if table is None:
            raise UserError(_("This table is not there any more. Choose another one."))
        session_id = edit.get_one(SeatingRound, table.round_id).session_id
        cluster = None if table.cluster_id is None else edit.get(Cluster, table.cluster_id)
        wall = Wall(edit)
        wall.stand_on(cluster.board_id if cluster is not None else board_id)
        name = cluster.name if cluster is not None else _name(edit, table, session_id)
        ideas = [(name, _said(text, table, database.now())) for text in texts]
        place_ideas(wall, session_id, ideas)
        wall.settle()
        wall.write(edit)
        table.cluster_id = next(
            one.id for one in wall.clusters(session_id) if normalise(one.name) == normalise(name)
        )


def _said(text: str, table: SeatingTable, now: Instant) -> dict[str, Any]:
    by = _("Table {table}", table=letter_of(table.place_in_order))
    return {"text": text, "author_text": by, "sector": None, "created_at": now}


def _name(edit: Edit, table: SeatingTable, session_id: int) -> str:
    """“Table A · its topic”, with a number where another table has put something under that."""
    letter = letter_of(table.place_in_order)
    name = _("Table {table}", table=letter)
    if table.topic:
        name = _("Table {table} · {topic}", table=letter, topic=table.topic)
    others = (
        select(Cluster.name)
        .join(SeatingTable, SeatingTable.cluster_id == Cluster.id)
        .where(Cluster.session_id == session_id)
    )
    taken, number, found = {normalise(one) for one in edit.scalars(others)}, 1, name
    while normalise(found := shortened(found, LONGEST_NAME)) in taken:
        number += 1
        found = _("{name} ({number})", name=shortened(name, LONGEST_NAME - 6), number=number)
    return found
