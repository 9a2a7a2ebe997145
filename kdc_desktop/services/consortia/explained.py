"""Why somebody sits where they sit, and which rules are in each other's way; for jobs."""

from collections.abc import Callable, Mapping, Sequence

from kdc_desktop.domain.consortia.suggest_conflict import conflicts
from kdc_desktop.domain.consortia.suggest_conflict_words import conflict_sentences, loosening_text
from kdc_desktop.domain.consortia.suggest_why import why_here
from kdc_desktop.services.consortia.suggestions import bound_problem
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.consortia.wanted import Wanted
from kdc_desktop.storage import Database

__all__ = ["conflict_sentences", "conflicts", "loosening_text", "why_placed"]

ANEW = 1.0  # seconds for placing everybody anew


def why_placed(
    database: Database,
    session_id: int,
    trails: Sequence[ConsortiumTrail],
    wanted: Wanted | None,
    placed: Mapping[int, int],
    person_id: int,
    *,
    suggested: bool,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[str, ...]:
    """Why a person sits there in a placement, in sentences; none where there is nothing to say.

    Args:
        placed: person ids to winner ids.
        suggested: it is a suggestion: then everybody is placed anew to see what it would cost.
        cancelled: nobody wants to know any more.
    """
    if cancelled():
        return ()
    with database.read() as snapshot:
        problem = bound_problem(snapshot, session_id, trails, wanted)
    seconds = ANEW if suggested else 0.0
    return why_here(problem, placed, person_id, seconds=seconds, cancelled=cancelled)
