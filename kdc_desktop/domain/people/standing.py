"""Whether somebody on a list is coming, in the words of ten languages."""

from enum import StrEnum

from kdc_desktop.domain.kit.text import fold


class Standing(StrEnum):
    """Whether somebody on a list is coming, as far as the list says."""

    COMING = "coming"
    NOT_COMING = "not_coming"
    UNSURE = "unsure"


_NOT_COMING = frozenset(("cancelled", "canceled", "declined", "not attending", "void", "refunded"))
_UNSURE = frozenset(("waitlisted", "waitlist", "pending", "maybe"))
_COMING = frozenset(("coming", "attending", "confirmed"))


def standing_said(words: str) -> Standing | None:
    """What the words of a status column say; None where they say nothing of who comes."""
    said = fold(words)
    if said in _NOT_COMING:
        return Standing.NOT_COMING
    if said in _UNSURE:
        return Standing.UNSURE
    return Standing.COMING if said in _COMING else None
