"""What people say in lists that they offer and need, noted as they come in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select

from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.instants import Instant
from kdc_desktop.model.offers import Offer
from kdc_desktop.services.offers.in_trash import offer_is_told
from kdc_desktop.services.offers.noting import SaidOffer, add_offers
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.people.joins import SayingsTrail
from kdc_desktop.services.people.sayings import Saying
from kdc_desktop.storage import Edit, Snapshot
from kdc_desktop.storage.fast import Quick

_FIELDS = {OfferKind.OFFER: PersonField.OFFERS, OfferKind.NEED: PersonField.NEEDS}
_KINDS = {field: kind for kind, field in _FIELDS.items()}
# Quick, because it runs while nobody else can write.
_SAID = Quick(
    select(Offer.person_id, Offer.kind, Offer.text).where(
        Offer.person_id.is_not(None), offer_is_told()
    )
)


def _said_before(snapshot: Snapshot) -> Mapping[int, frozenset[Saying]]:
    """Also what has ended: a list that is read again does not begin it anew."""
    found: dict[int, set[Saying]] = defaultdict(set)
    for person_id, kind, text in _SAID.rows(snapshot):
        found[person_id].add(Saying(_FIELDS[kind], text).compared)
    return {person_id: frozenset(said) for person_id, said in found.items()}


def _keep(
    edit: Edit, said: Mapping[int, Sequence[Saying]], session_id: int | None, now: Instant
) -> None:
    new: dict[tuple[int, Saying], SaidOffer] = {}
    for person_id, all_said in said.items():
        for one in all_said:
            offer = SaidOffer(_KINDS[one.field], one.text, Holder(person_id))
            new.setdefault((person_id, one.compared), offer)
    add_offers(edit, list(new.values()), session_id, now)


FROM_LISTS = SayingsTrail(_said_before, _keep)
"""What people have said before stays as it is; what is new is noted."""
