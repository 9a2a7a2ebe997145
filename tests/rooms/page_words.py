"""Everything that a document says, as it is read; and what its file holds."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any


def words_in(value: Any) -> list[str]:
    """Every text in a document or a part of it, in its order."""
    return list(_words(value))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _words(getattr(value, each.name))


def pages_in(path: Path) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def has_its_fonts(path: Path) -> bool:
    """Whether a PDF brings the letters that it is set in."""
    return b"/FontFile" in path.read_bytes()
