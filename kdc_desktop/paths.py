"""Where the program finds its own files and keeps the user's: checkout, wheel or frozen build."""

from pathlib import Path

CLUB_ENDING = ".kdc"

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
    from platformdirs import user_data_path

    folder = user_data_path("kdc-desktop", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def config_folder() -> Path:
    """The user's folder for settings of this laptop, created when it is missing."""
    from platformdirs import user_config_path

    folder = user_config_path("kdc-desktop", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def default_database() -> Path:
    """The club file that opens when none is named."""
    return data_folder() / "club.kdc"


def is_club(path: Path) -> bool:
    """Whether a file is called like a club, also in capitals."""
    return path.suffix.lower() == CLUB_ENDING
