"""Where the program finds its own files and keeps the user's: checkout, wheel or frozen build."""

import os
import sys
from pathlib import Path

CLUB_ENDING = ".kdc"
_NAME = "kdc-desktop"

_PACKAGE = Path(__file__).resolve().parent


def _beside(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """A file that ships with the program, for example ``resource("fonts", "Inter.ttf")``."""
    return _beside("resources").joinpath(*parts)


def form(stem: str) -> Path:
    """The Qt Designer form of a screen, by its stem: “people/person_form”."""
    return _beside("ui") / f"{stem}.ui"


def manual() -> Path:
    """The page for whoever stands in front of the room, which help shows in parts."""
    return _beside("docs") / "facilitating.md"


def data_folder() -> Path:
    """The user's data folder for club files, created when it is missing, for its owner alone."""
    return _made(_data())


def config_folder() -> Path:
    """The user's folder for settings of this laptop, created when it is missing."""
    return _made(_config())


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def xdg_folder(variable: str, *otherwise: str) -> Path:
    """What freedesktop.org's variable names on Linux; without it, a folder in the user's home."""
    given = os.environ.get(variable, "")
    return Path(given) if os.path.isabs(given) else Path.home().joinpath(*otherwise)


if sys.platform in ("win32", "darwin"):

    def _data() -> Path:
        from platformdirs import user_data_path

        return user_data_path(_NAME, appauthor=False)

    def _config() -> Path:
        from platformdirs import user_config_path

        return user_config_path(_NAME, appauthor=False)

else:  # the rule is short, and to read what knows those of all systems costs a start 4 ms

    def _data() -> Path:
        return xdg_folder("XDG_DATA_HOME", ".local", "share") / _NAME

    def _config() -> Path:
        return xdg_folder("XDG_CONFIG_HOME", ".config") / _NAME


def default_database() -> Path:
    """The club file that opens when none is named."""
    return data_folder() / "club.kdc"


def is_club(path: Path) -> bool:
    """Whether a file is called like a club, also in capitals."""
    return path.suffix.lower() == CLUB_ENDING
