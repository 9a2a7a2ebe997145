"""The words that the rows of offers are told by in the club file."""

from enum import StrEnum


class OfferKind(StrEnum):
    """Whether somebody has something to give, or looks for something."""

    OFFER = "offer"
    NEED = "need"


class FitState(StrEnum):
    """What was said of an offer and a need: their people talk, or they do not fit."""

    AGREED = "agreed"
    NO_FIT = "no fit"


class OfferEnd(StrEnum):
    """What became of an offer or a need that has ended."""

    CAME_ABOUT = "came about"
    NO_LONGER = "no longer"
