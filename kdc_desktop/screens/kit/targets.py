"""Names that people choose for new files."""

from pathlib import Path

from kdc_desktop.domain.kit.text import clean
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _


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


def file_name_of(title: str) -> str:
    """A title as a file name: letters and digits only, so that no title becomes a path."""
    kept = "".join(letter if letter.isalnum() or letter in " -_'" else " " for letter in title)
    return clean(kept)[:80] or _("session")
