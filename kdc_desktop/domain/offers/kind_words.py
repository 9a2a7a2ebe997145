"""What offers and needs, and how they ended, are called."""

from kdc_desktop.domain.offers.states import OfferEnd, OfferKind
from kdc_desktop.i18n import plazy

KIND_WORDS = {
    OfferKind.OFFER: plazy("one of offers and needs", "Offer"),
    OfferKind.NEED: plazy("one of offers and needs", "Need"),
}
END_WORDS = {
    OfferEnd.CAME_ABOUT: plazy("end of an offer or need", "It came about"),
    OfferEnd.NO_LONGER: plazy("end of an offer or need", "No longer"),
}
