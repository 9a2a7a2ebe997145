"""Say in which sector organisations are, several at once."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, nfillable
from kdc_desktop.model.people import Organisation
from kdc_desktop.services.people.guessed_sectors import keep_guessed, sectors_guessed
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
        known = set(edit.scalars(there))
        others = set(edit.scalars(there.where(Organisation.sector != sector)))
        edit.count = len(others | (sectors_guessed(edit) & known))
        keep_guessed(edit, said=known)
        edit.change_rows(Organisation, {key: {"sector": sector} for key in known})
