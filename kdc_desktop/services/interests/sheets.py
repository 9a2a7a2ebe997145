"""Who would join what: a sheet of its own, and columns beside the winners."""

from collections import Counter
from collections.abc import Callable

from sqlalchemy import select

from kdc_desktop.domain.interests.choices import CHOICES
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of
from kdc_desktop.services.winners.sheets import OF_WINNER

_PERSON = (id_of("Person"), Column(lazy("Person"), head=True))
_INTERESTS = (
    key_of("Interest"),
    *OF_WINNER,
    *_PERSON,
    Column(lazy("Organisation")),
    Column(lazy("Sector")),
    Column(lazy("Choice"), Kind.NUMBER),
    Column(lazy("Role")),
    Column(lazy("Offers")),
    Column(lazy("Needs")),
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
                str(ROLE_WORDS[interest.role]),
                interest.offers,
                interest.needs,
            )
        )
    purpose = lazy("Who would join which winner, and what they bring and look for.")
    return source.table("Interests", lazy("Interests"), _INTERESTS, rows, purpose=purpose)


def _choices(source: Source) -> Callable[[int], Line]:
    wishes = Counter(
        (winner_id, choice)
        for winner_id, choice in source.snapshot.execute(
            select(Interest.winner_id, Interest.choice).where(source.of(Interest.session_id))
        )
    )
    return lambda winner_id: tuple(wishes[winner_id, at] for at in range(1, CHOICES + 1))


BESIDE_WINNERS = Columns(
    (
        Column(lazy("First choices"), Kind.NUMBER),
        Column(lazy("Second choices"), Kind.NUMBER),
        Column(lazy("Third choices"), Kind.NUMBER),
    ),
    _choices,
)
"""Beside a winner: how many wish to join it, by choice."""
