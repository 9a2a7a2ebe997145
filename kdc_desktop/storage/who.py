"""Who has a club file open: told in a side file that sync clients bring to other laptops."""

import json
import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from kdc_desktop import paths
from kdc_desktop.i18n import moment_text

SIGN_SECONDS = 300  # between two signs that somebody is still there
_FRESH = timedelta(seconds=3 * SIGN_SECONDS)
_LONGEST = 4096  # bytes
_NAME = 60  # letters


class LaptopSign(NamedTuple):
    """A laptop that has a file open; `key` tells it from others of the same name."""

    laptop: str
    key: str
    since: datetime
    sign: datetime

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is another laptop than this one."""
        return self.key != _key_here()

    @property
    def is_there(self) -> bool:
        """Whether its last sign is fresh; clocks of laptops differ, so no sign is from too late."""
        return abs(datetime.now(UTC) - self.sign) < _FRESH

    def now(self) -> "LaptopSign":
        """The same, with a sign of this moment."""
        return self._replace(sign=datetime.now(UTC))

    def since_in_words(self) -> str:
        """Since when, as the clock here said."""
        return moment_text(self.since.astimezone().replace(tzinfo=None))

    def told(self) -> bytes:
        """As it stands in the side file."""
        said = {
            "laptop": self.laptop,
            "key": self.key,
            "since": self.since.isoformat(timespec="seconds"),
            "sign": self.sign.isoformat(timespec="seconds"),
        }
        return json.dumps(said).encode()


def who_here() -> LaptopSign:
    """This laptop, from now on."""
    now = datetime.now(UTC)
    return LaptopSign(_laptop()[:_NAME], _key_here(), now, now)


def read_who(side: Path) -> LaptopSign | None:
    """What a side file says; None where it says nothing that can be understood."""
    with suppress(OSError, ValueError, KeyError, TypeError, OverflowError):
        with side.open("rb") as file:
            said = json.loads(file.read(_LONGEST))
        since, sign = (datetime.fromisoformat(said[name]) for name in ("since", "sign"))
        brought = datetime.fromtimestamp(side.stat().st_mtime, UTC)
        if abs(time.time() - brought.timestamp()) < abs(time.time() - sign.timestamp()):
            sign = brought  # the clocks differ
        name = "".join(letter for letter in str(said["laptop"]) if letter.isprintable())
        return LaptopSign(
            name[:_NAME], str(said["key"]), since.astimezone(UTC), sign.astimezone(UTC)
        )
    return None


def _key_here() -> str:
    """What this laptop is known by; a number that says nothing of it."""
    with suppress(OSError):
        kept = paths.data_folder() / "laptop"  # untranslated: a file's name
        with suppress(FileNotFoundError):
            if said := kept.read_text(encoding="ascii", errors="replace").strip():
                return said
        kept.write_text(os.urandom(16).hex(), encoding="ascii")
        return kept.read_text(encoding="ascii").strip()
    return _laptop()


if sys.platform == "win32":

    def _laptop() -> str:
        import platform

        return platform.node()

else:

    def _laptop() -> str:
        return os.uname().nodename
