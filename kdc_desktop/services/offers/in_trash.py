"""What was said in an evening lies in the trash with it, unless it has met something since."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select

from kdc_desktop.domain.offers.states import FitState
from kdc_desktop.model.offers import Offer, OfferMatch
from kdc_desktop.model.sessions import Session


def match_is_told(state: FitState = FitState.AGREED) -> ColumnElement[bool]:
    """Whether this was said of an offer and a need, in no evening or in one that is not in the
    trash."""
    return and_(OfferMatch.state == state, _is_told(OfferMatch.session_id))


def offer_is_told() -> ColumnElement[bool]:
    """The same of an offer or a need; one that has met something elsewhere lives on."""
    has_met = exists(
        select(OfferMatch.id).where(
            or_(OfferMatch.offer_id == Offer.id, OfferMatch.need_id == Offer.id), match_is_told()
        )
    )
    return or_(_is_told(Offer.session_id), has_met)


def _is_told(session_id: Any) -> ColumnElement[bool]:
    trashed = select(Session.id).where(Session.trashed_at.is_not(None))
    return or_(session_id.is_(None), session_id.not_in(trashed))
