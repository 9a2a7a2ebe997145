"""What the vision screen looks at, and in which way."""

from dataclasses import dataclass, field

from kdc_desktop.services.visions.rows import VersionRow, VisionPage


@dataclass
class VisionView:
    """One consortium at a time; its parts show this, and its verbs act on it.

    `version_id` is the version that was picked, None for the latest. `compares` shows what went
    out since the version before, `reads` the readings in place of the positions, `tells_sectors`
    lets the room see whose a position is. `revealed` are the versions on which the room sees where
    the members stand: while they are asked it sees how many have answered.
    """

    consortium_id: int = 0
    version_id: int | None = None
    page: VisionPage | None = None
    compares: bool = False
    reads: bool = False
    tells_sectors: bool = False
    revealed: set[int] = field(default_factory=set)

    def look_at(self, consortium_id: int) -> None:
        """Turn to a consortium, and to the latest version of its vision."""
        self.consortium_id, self.version_id = consortium_id, None

    @property
    def reveals(self) -> bool:
        """Whether the room sees where the members stand on the version that is shown."""
        return self.version is not None and self.version.id in self.revealed

    @property
    def version(self) -> VersionRow | None:
        """The version whose words are shown."""
        if self.page is None:
            return None
        for version in self.page.versions:
            if version.id == self.version_id:
                return version
        return self.page.latest
