"""Names that people choose for new files."""

from collections.abc import Collection
from pathlib import Path

from kdc_desktop.domain.kit.text import clean
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, paired

_MANY = 10_000


def target_named(chosen: str | Path, ending: str) -> Path:
    """The file to write for a name from a file dialog; `ending` (".xlsx") is put on if missing.

    Raises:
        UserError: the name with its ending exists, and the dialog has only asked about the other.
    """
    path = Path(chosen)
    if path.suffix.lower() == ending:
        return path
    path = path.with_name(path.name + ending)
    if path.exists():
        raise UserError(
            _("{file} exists already and was left alone. Choose another name.", file=path.name)
        )
    return path


def free_target(folder: Path, title: str, ending: str, taken: Collection[Path] = ()) -> Path:
    """The file of this title in a folder; with a number behind it where there is one, or one of
    those `taken`, of that name already."""
    stem = file_name_of(title)
    names = (stem, *(paired(stem, str(number)) for number in range(2, _MANY)))
    found = (folder / f"{name}{ending}" for name in names)
    return next(path for path in found if path not in taken and not path.exists())


def file_name_of(title: str) -> str:
    """A title as a file name: letters and digits only, so that no title becomes a path."""
    kept = "".join(letter if letter.isalnum() or letter in " -_'" else " " for letter in title)
    return clean(kept)[:80] or _("session")
