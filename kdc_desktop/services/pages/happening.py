"""One thing that happened, as pages tell it."""

from dataclasses import dataclass

from kdc_desktop.instants import Instant


@dataclass(frozen=True)
class Happening:
    """A sentence about what happened at a moment."""

    at: Instant
    sentence: str
