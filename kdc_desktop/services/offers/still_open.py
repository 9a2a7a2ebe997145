"""What is offered and needed still, for an evening that begins."""

from sqlalchemy import func, select

from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.i18n import Text, nlazy
from kdc_desktop.model.offers import Offer
from kdc_desktop.services.offers.in_trash import offer_is_told
from kdc_desktop.storage import Snapshot


def still_offered(snapshot: Snapshot) -> tuple[Text, ...]:
    """How many offers and needs of before stand on the next wall, in words; none of nothing."""
    counted = (
        select(Offer.kind, func.count())
        .where(Offer.ended_at.is_(None), offer_is_told())
        .group_by(Offer.kind)
    )
    counts = dict(snapshot.execute(counted).all())
    offers, needs = counts.get(OfferKind.OFFER, 0), counts.get(OfferKind.NEED, 0)
    told = (
        (offers, nlazy("{count} offer goes along", "{count} offers go along", offers)),
        (needs, nlazy("{count} need goes along", "{count} needs go along", needs)),
    )
    return tuple(text for count, text in told if count)
