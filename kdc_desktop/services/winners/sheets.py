"""What a session takes further."""

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.polls import Option, Poll
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.kit.source import Columns, Source, id_of, key_of

OF_WINNER = (
    id_of("Winner"),
    Column(lazy("Winner"), means=lazy("The title of what won.")),
)
_WINNERS = (
    key_of("Winner"),
    Column(
        lazy("Place"),
        Kind.NUMBER,
        head=True,
        filled=True,
        means=lazy("Its place among the winners."),
    ),
    Column(lazy("Winner"), head=True, filled=True, means=lazy("The title of what won.")),
    id_of("Idea"),
    id_of("Cluster"),
    id_of("Option"),
    Column(
        lazy("Result void"),
        Kind.BOOL,
        aside=True,
        filled=True,
        means=lazy("Whether the result by which it was chosen was declared void afterwards."),
    ),
)


def _void_options(source: Source) -> frozenset[int]:
    """The options that were chosen by a result which does not hold."""
    found = (
        select(Option.id)
        .join(Poll, Poll.id == Option.poll_id)
        .where(source.of(Poll.session_id), Poll.voided_at.is_not(None))
    )
    return frozenset(source.snapshot.scalars(found))


def winners(more: Columns, source: Source) -> Table:
    """What the session takes further; `more` by the id of a winner."""
    of_winner, void = more.read(source), source.once(_void_options)
    rows = [
        (
            winner.session_id,
            winner.id,
            winner.place_in_order,
            winner.title,
            winner.idea_id,
            winner.cluster_id,
            winner.option_id,
            winner.option_id in void,
            *of_winner(winner.id),
        )
        for winner in source.snapshot.scalars(
            select(Winner)
            .where(source.of(Winner.session_id))
            .order_by(Winner.place_in_order, Winner.id)
        )
    ]
    return source.table(
        name="Winners",
        title=lazy("Winners"),
        columns=(*_WINNERS, *more.columns),
        rows=rows,
        purpose=lazy("What is taken further, and how many wish to join it."),
    )
