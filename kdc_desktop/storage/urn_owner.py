"""Whose an urn is: of the copies of a club file on one laptop one has it, the others are told.

A file is known by its path and by its place on the disk (device and inode). Moving and renaming
keep the place; a migration, or a backup put back, keeps the path; a copy has neither.
"""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kdc_desktop.storage.descriptors import FileKey, key_of


class Claimant(Enum):
    """What a club file is to an urn whose key it keeps."""

    OWNER = auto()
    HEIR = auto()  # the owner is gone from its place: it was moved, or this is what is left of it
    COPY = auto()  # the owner is there
    UNKNOWN = auto()  # the disk or folder of the owner is not there, to look into


@dataclass(frozen=True)
class Owner:
    """The club file that an urn belongs to, as the urn keeps it."""

    path: str
    place: str

    @staticmethod
    def of(club: Path, key: FileKey | None = None) -> "Owner":
        """What tells this club file from its copies; one that is open is told by its `key`."""
        device, number = key_of(club.stat()) if key is None else key
        return Owner(str(club.resolve()), f"{device}:{number}")

    def as_seen_by(self, now: "Owner") -> Claimant:
        """What a club file is, of which this was told while it lay there."""
        known = Path(self.path)
        if now.path == self.path or now.place == self.place:
            return Claimant.OWNER
        if known.exists():
            return Claimant.COPY
        try:
            device = known.parent.stat().st_dev
        except OSError:
            return Claimant.UNKNOWN
        return Claimant.HEIR if self.place.startswith(f"{device}:") else Claimant.UNKNOWN
