"""What offers and needs, what was said of two of them, and how they ended, are called."""

from kdc_desktop.domain.offers.states import FitState, OfferEnd, OfferKind
from kdc_desktop.i18n import plazy

KIND_WORDS = {
    OfferKind.OFFER: plazy("one of offers and needs", "Offer"),
    OfferKind.NEED: plazy("one of offers and needs", "Need"),
}
FIT_WORDS = {
    FitState.AGREED: plazy("an offer and a need", "They fit"),
    FitState.NO_FIT: plazy("an offer and a need", "They do not fit"),
}
END_WORDS = {
    OfferEnd.CAME_ABOUT: plazy("end of an offer or need", "It came about"),
    OfferEnd.NO_LONGER: plazy("end of an offer or need", "No longer"),
}
