"""The urns of a club file, which keeps no more of them than their keys.

They lie in the user's data folder and never beside the club file, from where copies, backups and
sync clients take things. Once all is in, an urn is poured into the club file in an order that
tells nothing, and destroyed.
"""

import os
import re
import sqlite3
import threading
import time
from contextlib import closing, suppress
from enum import Enum, auto
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.storage import files, urn
from kdc_desktop.storage.descriptors import FileKey
from kdc_desktop.storage.urn import Urn
from kdc_desktop.storage.urn_owner import Claimant, Owner

JUST_MADE_SECONDS = 3600
FORSAKEN_SECONDS = 365 * 24 * 3600
_KEPT = "SELECT 1 FROM poll_urn WHERE key = ?"
_KEY = re.compile(r"[0-9a-f]{32}")


class Missing(Enum):
    """Why a club file has no urn under a key that it keeps."""

    NOT_HERE = auto()  # it was poured, or lies on another laptop
    OF_ANOTHER = auto()  # of a club file that is there
    PERHAPS_OF_ANOTHER = auto()  # of one that cannot be looked for
    DAMAGED = auto()


class NoUrnError(Exception):
    """There is no urn to use; `file` is whose it is, or what is damaged."""

    def __init__(self, why: Missing, file: str = "") -> None:
        super().__init__(why)
        self.why, self.file = why, file


class Urns:
    """The urns of one club file; any thread may use them.

    Of one that is open, `key` says which: it may have been moved since.
    """

    def __init__(self, club: Path, key: FileKey | None = None) -> None:
        self._me = Owner.of(club, key)
        self._guard = threading.RLock()
        self._open: dict[str, Urn] = {}
        self._owned: set[str] = set()
        self._made: list[str] = []

    def make(self) -> str:
        """Set up an empty one; its key.

        Raises:
            UserError: the data folder cannot be written.
        """
        key = os.urandom(16).hex()
        with urn.told_in_words(_path(key)):
            urn.make(_path(key), self._me)
        self._made.append(key)
        return key

    def take_back(self) -> None:
        """Destroy those that were made here, because what was to keep their keys has failed."""
        for key in self._made:
            self.destroy(key)

    def find(self, key: str, *, to_write: bool = False) -> Urn:
        """The urn with this key.

        Where its club file is gone from its place, others may read it, and who writes to it first
        has it from then on: a look at a backup takes nothing from a club that was moved.

        Raises:
            NoUrnError: this club file has none.
        """
        with self._guard:
            known = self._open.get(key)
            if known is None or (to_write and key not in self._owned):
                return self._opened(key, take=to_write)
            if known.is_there():
                return known
            if not _path(key).exists():
                return self._made_anew(key, known)
            return self._opened(key, take=to_write)

    def _made_anew(self, key: str, known: Urn) -> Urn:
        """Put an urn back that was removed while it was open here, which POSIX allows."""
        path = _path(key)
        with urn.told_in_words(path):
            urn.make_anew(path, self._me, known)
            again = Urn(path)
        known.close()
        self._open[key] = again
        self._owned.add(key)
        return again

    def _opened(self, key: str, *, take: bool, take_unseen: bool = False) -> Urn:
        try:
            found = Urn(_path(key))
        except FileNotFoundError:
            raise NoUrnError(Missing.NOT_HERE) from None
        except (OSError, sqlite3.Error) as error:
            raise NoUrnError(Missing.DAMAGED, str(_path(key))) from error
        try:
            with urn.told_in_words(_path(key)):
                self._claim(found, key, take, take_unseen)
        except BaseException:
            found.close()
            raise
        before = self._open.pop(key, None)
        if before is not None:
            before.close()
        self._open[key] = found
        return found

    def _claim(self, found: Urn, key: str, take: bool, take_unseen: bool) -> None:
        """See that it is this club file's, or may be taken."""
        owner, me = found.owner, self._me
        claimant = owner.as_seen_by(me)
        if claimant is Claimant.COPY and not _keeps(owner, key):
            claimant = Claimant.HEIR  # what lies there by now is another club, or an older one
        if claimant is Claimant.COPY:
            raise NoUrnError(Missing.OF_ANOTHER, owner.path)
        if claimant is Claimant.UNKNOWN and not take_unseen:
            raise NoUrnError(Missing.PERHAPS_OF_ANOTHER, owner.path)
        if claimant is Claimant.OWNER or take:
            self._owned.add(key)
            if owner != me:
                found.belong_to(me)

    def take_over(self, key: str) -> None:
        """Have the urn of a club file that cannot be looked for, and is this one.

        Raises:
            NoUrnError: there is none, or its club file is there.
        """
        with self._guard:
            self._opened(key, take=True, take_unseen=True)

    def destroy(self, key: str) -> bool:
        """Do away with an urn that was poured, or that nobody needs; whether it is gone.

        That of another club file stays, and counts as gone.
        """
        try:
            return self.find(key, to_write=True).destroy()
        except NoUrnError as missing:
            return missing.why is not Missing.DAMAGED or urn.wipe(_path(key))

    def move_to(self, club: Path) -> None:
        """Be the urns of the file in which all of this club is kept, because its own is lost."""
        now = Owner.of(club)
        for path in folder().glob("*.urn"):
            with suppress(OSError, sqlite3.Error, UserError), closing(Urn(path)) as found:
                if found.owner == self._me:
                    found.belong_to(now)
        self._me = now

    def sweep(self, known: set[str]) -> None:
        """Remove what was left by programs that were killed, and by clubs gone for a year.

        `known` are the keys that the club file keeps.
        """
        with suppress(OSError):
            for path in folder().glob("*.urn"):
                if path.stem not in known and self._is_forsaken(path):
                    urn.wipe(path)

    def _is_forsaken(self, path: Path) -> bool:
        untouched = time.time() - max(map(_touched, (path, urn.log_of(path))))
        if untouched < JUST_MADE_SECONDS:
            return False
        try:
            with closing(Urn(path)) as left:
                owner, is_empty = left.owner, not left.entries()
        except (OSError, sqlite3.Error, UserError):
            return untouched > FORSAKEN_SECONDS
        mine = owner.as_seen_by(self._me) is Claimant.OWNER
        if untouched > FORSAKEN_SECONDS:
            return mine or not Path(owner.path).exists()
        return mine and is_empty

    def close(self) -> None:
        """Let all of them go."""
        with self._guard:
            while self._open:
                self._open.popitem()[1].close()


def folder() -> Path:
    """Where the urns of this user lie."""
    return paths.data_folder() / "urns"


def _keeps(owner: Owner, key: str) -> bool:
    """Whether the file where the owner was is the owner, or a copy that knows the vote."""
    path = Path(owner.path)
    with suppress(OSError):
        if Owner.of(path).place == owner.place:
            return True
    try:
        with closing(files.look_into(path)) as connection:
            return connection.execute(_KEPT, (key,)).fetchone() is not None
    except sqlite3.OperationalError as error:
        return files.is_busy(error)
    except sqlite3.Error:
        return False


def _touched(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


def _path(key: str) -> Path:
    if not _KEY.fullmatch(key):  # a club file may come from anywhere
        raise NoUrnError(Missing.NOT_HERE)
    return folder() / f"{key}.urn"
