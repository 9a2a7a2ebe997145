"""Keep what was offered and needed with interests beyond the evening."""

from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.domain.kit.text import several_names
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.interests import Interest, OrganisationInterest
from kdc_desktop.services.offers.noting import SaidOffer, how_many_are_new, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.storage import Database, Snapshot


def keep_offers(database: Database, session_id: int) -> int:
    """Keep what people and organisations offer and need by their interests; how much was new.

    Raises:
        UserError: all of it is kept already.
    """
    with database.read() as snapshot:
        said = list(_said(snapshot, session_id))
        if not how_many_are_new(snapshot, said):
            raise UserError(_("What was offered and needed here is kept already."))
    return len(note_all(database, said, session_id))


def _said(snapshot: Snapshot, session_id: int) -> Iterator[SaidOffer]:
    """In the order in which it was said; what is between semicolons is one offer or need each."""
    of_people = select(Interest.person_id, Interest.offers, Interest.needs).where(
        Interest.session_id == session_id
    )
    for person_id, offers, needs in snapshot.execute(of_people.order_by(Interest.id)):
        yield from _parts(Holder(person_id), offers, needs)
    wish = OrganisationInterest
    of_organisations = select(wish.organisation_id, wish.department_id, wish.offers, wish.needs)
    query = of_organisations.where(wish.session_id == session_id).order_by(wish.id)
    for at, part, offers, needs in snapshot.execute(query):
        yield from _parts(Holder(None, at, part), offers, needs)


def _parts(holder: Holder, offers: str, needs: str) -> Iterator[SaidOffer]:
    for kind, text in ((OfferKind.OFFER, offers), (OfferKind.NEED, needs)):
        for part in several_names(text):
            yield SaidOffer(kind, part, holder)
