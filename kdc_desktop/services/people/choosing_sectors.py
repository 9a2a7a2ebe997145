"""Say in which sector organisations are, several at once."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, nfillable
from kdc_desktop.model.people import Organisation
from kdc_desktop.storage import Database

_CHOSEN = nfillable(
    "Chose the sector of {count} organisation", "Chose the sector of {count} organisations"
)


def choose_sector(database: Database, organisation_ids: Collection[int], sector: str) -> None:
    """Their people count there from now on.

    Raises:
        UserError: the sector is none of ours.
    """
    if sector not in LETTERS:
        raise UserError(_("Choose the sector of the organisations."))
    with database.edit(_CHOSEN) as edit:
        there = select(Organisation.id).where(Organisation.id.in_(organisation_ids))
        known = edit.scalars(there).all()
        said = {"sector": sector, "sector_guessed": False}
        edit.count = edit.change_rows(Organisation, dict.fromkeys(known, said))
