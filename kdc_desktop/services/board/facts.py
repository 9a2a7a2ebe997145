"""What the board tells of a session."""

from sqlalchemy import func, select

from kdc_desktop.i18n import _, ngettext
from kdc_desktop.model.board import Idea
from kdc_desktop.services.board.loading import ON_BOARD
from kdc_desktop.services.sessions.joins import SessionFact
from kdc_desktop.storage import Database


def _on_the_board(database: Database, session_id: int) -> str:
    count = select(func.count()).where(Idea.session_id == session_id, *ON_BOARD)
    with database.read() as snapshot:
        ideas = snapshot.scalar(count) or 0
    if not ideas:
        return _("No idea on the board yet.")
    return ngettext("{count} idea on the board.", "{count} ideas on the board.", ideas)


IDEAS = SessionFact(frozenset({"idea"}), _on_the_board)
