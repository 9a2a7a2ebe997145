"""What is true of the work in a club file: when it was written last, and since when it is not."""

from typing import NamedTuple

from kdc_desktop.instants import Instant


class Saving(NamedTuple):
    """`at` is when something came onto the disk last, None before the first.

    `refused_since` is when the disk first took nothing, and `why` says it; None while it does.
    """

    at: Instant | None = None
    refused_since: Instant | None = None
    why: str = ""

    def written(self, now: Instant) -> "Saving":
        """After something has come onto the disk."""
        return Saving(now)

    def refused(self, now: Instant, why: str) -> "Saving":
        """After the disk has not taken something."""
        return Saving(self.at, self.refused_since or now, why)
