"""Reads “Name <address>” lists, as they are copied from the line of a mail program."""

import re

from kdc_desktop.interchange.grids import CellGrid
from kdc_desktop.interchange.header_words import speaks

_MAILED = re.compile(r"<\s*(?:mailto:)?([^\s<>@]+@[^\s<>@]+)\s*>")
_BARE = re.compile(r"[^\s<>@;,\"]+@[^\s<>@;,\"]+\.[^\s<>@;,\"]+")
_LINE = re.compile(
    r"^\s*(?:to|cc|bcc|from|an|kopie|vastaanottaja|kopio|till|kopia|til|aan|à|para)\s*:", re.I
)
_CELLS = re.compile(r"\t|,\S|,.*,.*,")  # what is between cells, not in names
_HEADERS = ("Name", "Email")  # untranslated: recognised
_LONGEST = 2_000_000
_LONGEST_NAME = 2_000


def address_grid(text: str) -> CellGrid | None:
    """The people of such a list, numbered as they come; None where the text is no such list.

    All of the text has to read so: a column of such addresses beside others is a sheet.
    """
    if "@" not in text[:20_000] or len(text) > _LONGEST:
        return None
    if not _MAILED.search(text) and not _of_addresses(text):
        return None
    rows: list[list[str]] = []
    at = 0
    text = "\n".join(_LINE.sub("", line) for line in text.splitlines())
    for found in _MAILED.finditer(text):
        if found.start() - at > _LONGEST_NAME:
            return None
        *before, name = _entries(text[at : found.start()])
        rows.extend(map(_row, before))
        rows.append([_bare(name), found[1]])
        at = found.end()
    if len(text) - at > _LONGEST_NAME and at:
        return None
    rows.extend(map(_row, _entries(text[at:])))
    rows = [row for row in rows if any(row)]
    if len(rows) > 1 and not rows[0][1] and speaks(rows[0][0]) in (2, 0.5):
        rows[0] = ["", ""]  # “Participants”
    return CellGrid(rows, headers=_HEADERS) if _reads_so(rows) else None


def _of_addresses(text: str) -> bool:
    parts = [part for part in re.split(r"[;,\s]+", text) if part]
    several = any(separator in text.strip() for separator in ";,")
    return several and all(map(_BARE.fullmatch, parts))


def _entries(text: str) -> list[str]:
    """What stands before an address: other people, then the name that belongs to it."""
    parts = [part.strip(" \t,") for part in re.split(r"[;\n\r]+|,(?=\s*[^\s,;<>@]+@)", text)]
    last = parts[-1]
    addresses = list(_BARE.finditer(last))
    if addresses:  # bare addresses before the name: “a@b.example, Aino Laine <…”
        end = addresses[-1].end()
        parts[-1:] = [*(one[0] for one in addresses), last[end:].strip(" \t,")]
    halves = [half.strip() for half in parts[-1].split(",")]
    if len(halves) > 1 and '"' not in parts[-1] and all(" " in half for half in halves):
        parts[-1:] = halves
    return parts


def _row(entry: str) -> list[str]:
    return ["", entry] if _BARE.fullmatch(entry) else [_bare(entry), ""]


def _bare(name: str) -> str:
    return name.strip(" \t,;").strip("\"'").replace('\\"', '"').strip()


def _reads_so(rows: list[list[str]]) -> bool:
    """Whether nearly all have an address, and names are as short as names are."""
    mailed = sum(bool(address) for _, address in rows)
    plain = all(len(name) <= 120 and not _CELLS.search(name) for name, _ in rows)
    return bool(rows) and plain and mailed >= 0.6 * sum(map(any, rows))
