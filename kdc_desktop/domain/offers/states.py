"""The words that the rows of offers are told by in the club file."""

from enum import StrEnum


class OfferKind(StrEnum):
    """Whether somebody has something to give, or looks for something."""

    OFFER = "offer"
    NEED = "need"
