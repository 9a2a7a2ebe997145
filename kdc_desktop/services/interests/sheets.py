"""Who would join what: a sheet of its own, and columns beside the winners."""

from collections import Counter
from collections.abc import Callable

from sqlalchemy import select

from kdc_desktop.domain.interests.choices import CHOICES
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.winners.sheets import OF_WINNER

_INTERESTS = (
    key_of("Interest"),
    *OF_WINNER,
    id_of("Person"),
    Column(lazy("Person"), head=True, filled=True, means=lazy("Who would join.")),
    Column(lazy("Organisation"), means=lazy("For whom they speak.")),
    Column(lazy("Sector"), words=SECTOR_WORDS, means=lazy("The sector they count in.")),
    Column(lazy("Choice"), Kind.NUMBER, filled=True, means=lazy("1 for what they want most.")),
    Column(
        lazy("Role"),
        words=tuple(ROLE_WORDS.items()),
        filled=True,
        means=lazy("As what they would join."),
    ),
    Column(lazy("Offers"), means=lazy("What they would bring.")),
    Column(lazy("Needs"), means=lazy("What they look for.")),
)
_WISHED = lazy("How many people wish to join it, as their first, second or third choice.")


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
                who.letter or None,
                interest.choice,
                interest.role,
                interest.offers,
                interest.needs,
            )
        )
    purpose = lazy("Who would join which winner, and what they bring and look for.")
    notes = (_("Choice: 1 is what somebody wants most."),)
    name = lazy("Interests")
    return source.table("Interests", name, _INTERESTS, rows, notes, purpose=purpose, stays=True)


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
        Column(lazy("First choices"), Kind.NUMBER, filled=True, means=_WISHED),
        Column(lazy("Second choices"), Kind.NUMBER, filled=True, means=_WISHED),
        Column(lazy("Third choices"), Kind.NUMBER, filled=True, means=_WISHED),
    ),
    _choices,
)
"""Beside a winner: how many wish to join it, by choice."""
