"""What a session takes further."""

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.kit.source import ID, Columns, Source

OF_WINNER = (Column(lazy("Winner id"), Kind.ID), Column(lazy("Winner")))
_WINNERS = (
    ID,
    Column(lazy("Place"), Kind.NUMBER),
    Column(lazy("Winner")),
    Column(lazy("Idea id"), Kind.ID),
    Column(lazy("Cluster id"), Kind.ID),
    Column(lazy("Option id"), Kind.ID),
)


def winners(more: Columns, source: Source) -> Table:
    """What the session takes further; `more` by the id of a winner."""
    of_winner = more.read(source)
    rows = [
        (
            winner.session_id,
            winner.id,
            winner.place_in_order,
            winner.title,
            winner.idea_id,
            winner.cluster_id,
            winner.option_id,
            *of_winner(winner.id),
        )
        for winner in source.snapshot.scalars(
            select(Winner)
            .where(source.of(Winner.session_id))
            .order_by(Winner.place_in_order, Winner.id)
        )
    ]
    return source.table(
        name="Winners", title=lazy("Winners"), columns=(*_WINNERS, *more.columns), rows=rows
    )
