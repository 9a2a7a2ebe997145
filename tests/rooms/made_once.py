"""Club files that many tests begin with: made once in a process, then copied."""

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

from kdc_desktop import i18n
from kdc_desktop.instants import laptop_zone
from kdc_desktop.storage.marks import FileMark, put_mark
from kdc_desktop.workplaces import make_private

Told = TypeVar("Told")
_made: dict[Hashable, tuple[bytes, Any]] = {}


def made_once(path: Path, key: Hashable, make: Callable[[Path], Told]) -> Told:
    """A closed club file at a free name, as `make` leaves it; what `make` said of it.

    Args:
        path: where it is wanted.
        key: tells it from all others of this language and time zone.
        make: makes it, the first time. What it says belongs to every copy: nobody changes it.
    """
    key = key, i18n.current(), laptop_zone()
    if key not in _made:
        told = make(path)
        _made[key] = path.read_bytes(), told
        return told
    content, known = _made[key]
    make_private(path)
    path.write_bytes(content)
    put_mark(path, FileMark.CLUB)  # else two clubs would be taken for one
    return known  # type: ignore[no-any-return]
