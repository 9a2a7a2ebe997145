"""Cells that are filled and still blank: a dash, “n/a”, “none”, whatever the column holds."""

import unicodedata

from kdc_desktop.domain.kit.text import fold

_BLANK = frozenset({"n a", "none"})  # not “NA”, as somebody may be called


def is_left_blank(cell: str) -> bool:
    """Whether signs alone stand there, or that there is nothing: no name that somebody bears."""
    if any(map(str.isalnum, cell)):
        return fold(cell) in _BLANK
    return bool(cell.strip()) and all(map(_is_mark, cell))


def _is_mark(sign: str) -> bool:
    """Whether it is a dash, a stop or the like; a picture of something may be an idea."""
    return unicodedata.category(sign)[0] in "PZC" or sign in "+=~^|<>`´¨"
