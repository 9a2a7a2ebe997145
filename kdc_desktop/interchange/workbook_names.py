"""Makes titles and texts that Excel takes without repairing the file."""

import re
from collections.abc import Iterable

from kdc_desktop.i18n import _

CELL_LIMIT = 32_767  # UTF-16 units, as Excel counts
_CUT = " … (cut)"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CARE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CELL_REFERENCE = re.compile(r"(?i)[a-z]{1,3}\d{1,7}|r\d*c?\d*|c\d*")


_TABLE = "Table"  # untranslated: a name in formulas
_EXCELS, _OURS = "history", "History ·"  # untranslated: a title that Excel keeps for itself


def safe_text(text: str) -> str:
    """`text` as a cell can hold it: no illegal characters, at most 32,767 units with a mark.

    What looks like an escape (`_x0041_`) is escaped, so that it reads back as it was written.
    """
    if _CARE.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _ESCAPE_LIKE.sub("_x005F_", _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text))
    if len(text) > CELL_LIMIT // 2 and _units(text) > CELL_LIMIT:
        text = _cut(text, CELL_LIMIT - len(_CUT)) + _CUT
    return text


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")


def headers(titles: Iterable[str]) -> list[str]:
    """Column titles as a table needs them: filled, on one line, unique whatever the case."""
    return _unique((" ".join(safe_text(title).split())[:200] or _("Column")) for title in titles)


def sheet_titles(titles: Iterable[str]) -> list[str]:
    """Titles of sheets: at most 31 characters, none of `[]:*?/\\`, unique."""
    cleaned = []
    for title in titles:
        plain = " ".join(re.sub(r"[\[\]:*?/\\]", " ", safe_text(title)).split()).strip("' ")
        cleaned.append(plain[:31].strip("' ") or _("Sheet"))
    return _unique((_OURS if t.casefold() == _EXCELS else t for t in cleaned), 31)


def table_names(names: Iterable[str]) -> list[str]:
    """Names of tables: letters, digits and underscores, not like a cell's address, unique."""
    cleaned = []
    for name in names:
        plain = re.sub(r"\W+", "_", name).strip("_")[:200] or _TABLE
        if not plain[0].isalpha() or _CELL_REFERENCE.fullmatch(plain):
            plain = f"T_{plain}"
        cleaned.append(plain)
    return _unique(cleaned, separator="_")


def _unique(names: Iterable[str], limit: int = 255, separator: str = " ") -> list[str]:
    taken: set[str] = set()
    unique = []
    for name in names:
        candidate, number = name, 1
        while candidate.casefold() in taken:
            number += 1
            ending = f"{separator}{number}"
            candidate = name[: limit - len(ending)] + ending
        taken.add(candidate.casefold())
        unique.append(candidate)
    return unique
