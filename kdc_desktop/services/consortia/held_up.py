"""What the noun above knows of what holds consortia back, for the list of the whole club."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kdc_desktop.domain.kit.ages import AgeBand, band_of
from kdc_desktop.i18n import Text
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.storage import Snapshot


class HeldUp(NamedTuple):
    """What holds one consortium back: how many obstacles are open, and the oldest of them.

    That has the words of its `kind`, the name of an icon, the days that it has lasted, and who
    takes care of it, empty for nobody.
    """

    open: int
    kind: Text
    icon: str
    age_days: int
    owner: str
    text: str

    @property
    def band(self) -> AgeBand:
        """How old the oldest is."""
        return band_of(self.age_days)


ReadHeldUp = Callable[[Snapshot, Sequence[int], Instant, Zone], Mapping[int, HeldUp]]


class ObstaclesBadge(NamedTuple):
    """What holds consortia back, by consortium; one that nothing does is not among them.

    `tables` are those that it is read from.
    """

    tables: frozenset[str]
    of: ReadHeldUp


NOT_ASKED = ObstaclesBadge(frozenset(), lambda _snapshot, _ids, _now, _zone: {})
"""Where nobody has to know what holds consortia back."""
