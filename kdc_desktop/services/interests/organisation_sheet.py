"""What organisations, and departments of them, would join: a sheet beside that of people."""

from sqlalchemy import select

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.interests import OrganisationInterest
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.winners.sheets import OF_WINNER

_INTERESTS = (
    key_of("Interest of an organisation"),
    *OF_WINNER,
    id_of("Organisation"),
    Column(lazy("Organisation"), head=True, filled=True, means=lazy("Who would join.")),
    id_of("Department"),
    Column(lazy("Department"), means=lazy("The part of it that would, where it is one.")),
    Column(lazy("Sector"), words=SECTOR_WORDS, means=lazy("The sector it counts in.")),
    Column(lazy("Choice"), Kind.NUMBER, filled=True, means=lazy("1 for what it wants most.")),
    Column(
        lazy("Role"),
        words=tuple(ROLE_WORDS.items()),
        filled=True,
        means=lazy("As what it would join."),
    ),
    Column(lazy("Offers"), means=lazy("What it would bring.")),
    Column(lazy("Needs"), means=lazy("What it looks for.")),
)


def organisation_interests(source: Source) -> Table:
    """Which organisation would join what, as first to third choice."""
    rows: list[Line] = [
        (
            wish.session_id,
            wish.id,
            wish.winner_id,
            title,
            wish.organisation_id,
            name,
            wish.department_id,
            part,
            sector or None,
            wish.choice,
            wish.role,
            wish.offers,
            wish.needs,
        )
        for wish, title, name, part, sector in source.snapshot.execute(
            select(
                OrganisationInterest,
                Winner.title,
                Organisation.name,
                Department.name,
                Organisation.sector,
            )
            .join(Winner, Winner.id == OrganisationInterest.winner_id)
            .join(Organisation, Organisation.id == OrganisationInterest.organisation_id)
            .outerjoin(Department, Department.id == OrganisationInterest.department_id)
            .where(source.of(OrganisationInterest.session_id))
            .order_by(Winner.place_in_order, Winner.id, OrganisationInterest.choice)
            .order_by(OrganisationInterest.id)
        )
    ]
    purpose = lazy("Which organisation would join which winner, whoever of it was there.")
    notes = (_("Choice: 1 is what it wants most."),)
    name = lazy("Interests of organisations")
    table, stays = "Organisation_interests", True
    return source.table(table, name, _INTERESTS, rows, notes, purpose=purpose, stays=stays)
