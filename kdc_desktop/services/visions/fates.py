"""What became of each idea of an evening: it won, was merged into another, or waits."""

from collections.abc import Mapping

from sqlalchemy import select

from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.board import Idea
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.sessions.beginning import IdeaFate
from kdc_desktop.services.visions.club import ConsortiumNow
from kdc_desktop.storage import Snapshot


def fates(
    snapshot: Snapshot, session_id: int, consortia: Mapping[int, ConsortiumNow]
) -> tuple[IdeaFate, ...]:
    """Of every idea of a session that is not in the trash, those that won first."""
    ideas = {
        idea.id: idea
        for idea in snapshot.scalars(
            select(Idea)
            .where(Idea.session_id == session_id, Idea.trashed_at.is_(None))
            .order_by(Idea.id)
        )
    }
    won = _winners(snapshot, session_id, consortia)
    of_idea = {winner.idea_id for winner, _fate in won}
    along = {
        winner.cluster_id: lazy("with “{winner}”: {fate}", winner=winner.title, fate=fate)
        for winner, fate in won
        if winner.cluster_id is not None
    }
    told: tuple[list[IdeaFate], ...] = ([], [], [])
    for idea in ideas.values():
        parent = ideas.get(idea.parent_id or 0)
        if idea.id in of_idea:
            continue
        if parent is not None:
            into = lazy("merged into “{idea}”", idea=shortened(parent.text))
            told[1].append(IdeaFate(idea.text, into))
        elif idea.cluster_id in along:
            told[0].append(IdeaFate(idea.text, along[idea.cluster_id]))
        else:
            told[2].append(IdeaFate(idea.text, lazy("waits")))
    first = (IdeaFate(winner.title, fate) for winner, fate in won)
    return (*first, *(fate for part in told for fate in part))


def _winners(
    snapshot: Snapshot, session_id: int, consortia: Mapping[int, ConsortiumNow]
) -> list[tuple[Winner, Text]]:
    found = snapshot.execute(
        select(Winner, Consortium.id)
        .outerjoin(Consortium, Consortium.winner_id == Winner.id)
        .where(Winner.session_id == session_id)
        .order_by(Winner.place_in_order, Winner.id)
    )
    return [(winner, _became(consortia.get(key))) for winner, key in found]


def _became(consortium: ConsortiumNow | None) -> Text:
    if consortium is None:
        return lazy("won, and has no consortium yet")
    return lazy(
        "won: {consortium}, {state}",
        consortium=consortium.name,
        state=STATE_WORDS[consortium.state],
    )
