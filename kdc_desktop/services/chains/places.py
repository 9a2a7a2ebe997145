"""Where on the boards an idea is seen."""

from sqlalchemy import select

from kdc_desktop.domain.chains.lines import line_of
from kdc_desktop.model.board import Idea
from kdc_desktop.services.chains.facts import hung_in
from kdc_desktop.storage import Database


def where_it_hangs(database: Database, idea_id: int) -> tuple[int, int | None]:
    """The note on which it is seen, which of a merged idea is another one, and that one's board.

    Itself, where it is in the trash or gone.
    """
    with database.read() as snapshot:
        session_id = snapshot.scalar(select(Idea.session_id).where(Idea.id == idea_id))
        line = line_of(idea_id, hung_in(snapshot, session_id or 0))
        note_id = idea_id if line is None else line.ideas[-1]
        return note_id, snapshot.scalar(select(Idea.board_id).where(Idea.id == note_id))
