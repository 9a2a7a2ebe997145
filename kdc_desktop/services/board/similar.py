"""Ideas of a session that possibly say the same, without those that somebody looked at already."""

from collections.abc import Callable

from sqlalchemy import select

from kdc_desktop.domain.board.similar import similar_pairs
from kdc_desktop.i18n import lazy
from kdc_desktop.model.board import Idea
from kdc_desktop.services.board.loading import ON_BOARD
from kdc_desktop.services.board.rows import SimilarPair
from kdc_desktop.services.club.settings import remember, setting
from kdc_desktop.storage import Database

MOST_PAIRS = 200


def similar_ideas(
    database: Database, session_id: int, cancelled: Callable[[], bool] = lambda: False
) -> list[SimilarPair]:
    """Pairs to look at, the most alike first. Takes a second for thousands of ideas."""
    with database.read() as snapshot:
        found = select(Idea.id, Idea.text).where(Idea.session_id == session_id, *ON_BOARD)
        texts = {row.id: row.text for row in snapshot.execute(found)}
    different = _different(database, session_id)
    pairs = (sorted(pair[:2]) for pair in similar_pairs(texts, cancelled=cancelled))
    return [
        SimilarPair((first, second), (texts[first], texts[second]))
        for first, second in pairs
        if (first, second) not in different
    ][:MOST_PAIRS]


def tell_apart(database: Database, session_id: int, ids: tuple[int, int]) -> None:
    """Remember that two ideas are not the same, so that nobody is asked again."""
    first, second = sorted(ids)
    known = _different(database, session_id) | {(first, second)}
    pairs = sorted(list(pair) for pair in known)
    remember(database, _name(session_id), pairs, lazy("Told two ideas apart"))


def _different(database: Database, session_id: int) -> set[tuple[int, int]]:
    kept = setting(database, _name(session_id), [])
    return {(pair[0], pair[1]) for pair in kept if isinstance(pair, list) and len(pair) == 2}


def _name(session_id: int) -> str:
    return f"ideas told apart in session {session_id}"  # untranslated: its name on disk
