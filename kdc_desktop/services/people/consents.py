"""What people allow: being contacted, being photographed. The newest word counts, all are kept."""

from sqlalchemy import select

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.people import Consent
from kdc_desktop.services.people.joins import LooseTrail
from kdc_desktop.storage import Edit, Snapshot

CONSENT_TITLES: dict[ConsentKind, Text] = {
    ConsentKind.CONTACT: lazy("May be contacted"),
    ConsentKind.PHOTOGRAPH: lazy("May be photographed"),
}


def _keeps_nobody(_snapshot: Snapshot, _person_id: int) -> bool:
    return False


def _take_along(edit: Edit, person_id: int) -> None:
    edit.remove_rows(
        Consent, list(edit.scalars(select(Consent.id).where(Consent.person_id == person_id)))
    )


OF_CONSENTS = LooseTrail(Consent.__tablename__, _keeps_nobody, _take_along)
"""What somebody allowed goes with them, and keeps nobody."""
