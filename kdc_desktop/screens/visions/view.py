"""What the vision screen looks at, and in which way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from kdc_desktop.instants import Instant, Zone, laptop_zone
from kdc_desktop.services.visions.rows import VersionRow, VisionPage


class UnderVision(StrEnum):
    """What stands under the statement; each is the key of its pill."""

    POSITIONS = "positions"
    READINGS = "readings"
    LEDGER = "ledger"
    PULSE = "pulse"
    STAKES = "stakes"
    LIFE = "life"
    OBSTACLES = "obstacles"


def _nothing() -> None:
    """Nobody has to know."""


@dataclass
class VisionView:
    """One consortium at a time; its parts show this, and its verbs act on it.

    `closed_at` is when the evening ended of which it is seen, where that is over; days are those of
    the `zone` of the club.
    `version_id` is the version that was picked, None for the latest. `compares` shows what went
    out since the version `against` which it is held, None for the one before. `look` is what stands
    under the statement, `tells_sectors` lets the room see whose a position is. `revealed` says of
    versions whether the room sees where the members stand, once their answers are revealed, or how
    many have answered; `learned` is called where the room saw it before.
    """

    consortium_id: int = 0
    version_id: int | None = None
    page: VisionPage | None = None
    closed_at: Instant | None = None
    zone: Zone = field(default_factory=laptop_zone)
    compares: bool = False
    against: int | None = None
    look: UnderVision = UnderVision.POSITIONS
    tells_sectors: bool = True
    revealed: dict[int, bool] = field(default_factory=dict)
    learned: Callable[[], object] = _nothing

    def look_at(self, consortium_id: int) -> None:
        """Turn to a consortium, and to the latest version of its vision."""
        self.consortium_id, self.version_id, self.against = consortium_id, None, None

    @property
    def reveals(self) -> bool:
        """Whether the room sees where the members stand on the version that is shown."""
        version, page = self.version, self.page
        if version is None or page is None or not page.is_revealed(version.id):
            return False
        return self.revealed.get(version.id, False)

    def shows(self, version_id: int, *, in_room: int) -> bool:
        """Whether the room sees the positions on a version, which it may have seen already.

        `in_room` is the version on which it did, in a window whose place this one has taken.
        """
        if version_id == in_room and version_id not in self.revealed:
            self.revealed[version_id] = True
            self.learned()
        return self.revealed.get(version_id, False)

    @property
    def version(self) -> VersionRow | None:
        """The version whose words are shown."""
        if self.page is None:
            return None
        for version in self.page.versions:
            if version.id == self.version_id:
                return version
        return self.page.latest

    @property
    def earlier(self) -> tuple[VersionRow, ...]:
        """The versions with which the one that is shown can be compared, the nearest last."""
        page, shown = self.page, self.version
        if page is None or shown is None:
            return ()
        return tuple(version for version in page.versions if version.number < shown.number)

    @property
    def compared_with(self) -> VersionRow | None:
        """The version with which the one that is shown is compared; None for the first."""
        earlier = self.earlier
        chosen = next((one for one in earlier if one.id == self.against), None)
        if chosen is not None and self.compares:
            return chosen
        return earlier[-1] if earlier else None
