"""Who would join what."""

from sqlalchemy import select

from kdc_desktop.interchange.workbook import Column, Table
from kdc_desktop.model import Interest, Winner
from kdc_desktop.services.kit.source import ID, Line, Source

_WINNER = (Column("Winner id", "id"), Column("Winner"))
_PERSON = (Column("Person id", "id"), Column("Person"))
_INTERESTS = (
    ID,
    *_WINNER,
    *_PERSON,
    Column("Organisation"),
    Column("Sector"),
    Column("Choice", "number"),
    Column("Role"),
    Column("Offers"),
    Column("Needs"),
)


def interests(source: Source) -> Table:
    """Who would join what, as first to third choice."""
    rows: list[Line] = []
    for interest, title in source.snapshot.execute(
        select(Interest, Winner.title)
        .join(Winner, Winner.id == Interest.winner_id)
        .where(source.of(Interest.session_id))
        .order_by(Winner.place_in_order, Winner.id, Interest.choice, Interest.id)
    ):
        who = source.people[interest.person_id]
        rows.append(
            (
                interest.session_id,
                interest.id,
                interest.winner_id,
                title,
                interest.person_id,
                who.name,
                who.organisation,
                who.sector,
                interest.choice,
                interest.role,
                interest.offers,
                interest.needs,
            )
        )
    return source.table("Interests", "Interests", _INTERESTS, rows)
