"""What a session takes further."""

from collections import Counter

from sqlalchemy import select

from kdc_desktop.interchange.workbook import Column, Table
from kdc_desktop.model import Interest, Winner
from kdc_desktop.services.kit.source import ID, Source

_WINNERS = (
    ID,
    Column("Place", "number"),
    Column("Winner"),
    Column("Idea id", "id"),
    Column("Cluster id", "id"),
    Column("Option id", "id"),
    Column("First choices", "number"),
    Column("Second choices", "number"),
    Column("Third choices", "number"),
)


def winners(source: Source) -> Table:
    """What the session takes further, and how many wish to join it."""
    wishes = Counter(
        (winner_id, choice)
        for winner_id, choice in source.snapshot.execute(
            select(Interest.winner_id, Interest.choice).where(source.of(Interest.session_id))
        )
    )
    rows = [
        (
            winner.session_id,
            winner.id,
            winner.place_in_order,
            winner.title,
            winner.idea_id,
            winner.cluster_id,
            winner.option_id,
            *(wishes[winner.id, choice] for choice in (1, 2, 3)),
        )
        for winner in source.snapshot.scalars(
            select(Winner)
            .where(source.of(Winner.session_id))
            .order_by(Winner.place_in_order, Winner.id)
        )
    ]
    return source.table("Winners", "Winners", _WINNERS, rows)
