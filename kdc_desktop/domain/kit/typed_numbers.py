"""Numbers as people type them: with spaces, points or commas, whichever way round they write."""

import re

_SPACES = re.compile(r"\s+")  # no-break spaces too
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:([.,'’])\d{3})(?:\1\d{3})*")


def typed_number(text: str) -> float | None:
    """The number that a text is; None where it is none.

    A sign before exactly three digits, and no others, parts thousands: “1,150” is more than a
    thousand, “6,5” is six and a half, and “0,125” an eighth, for no thousands begin with nothing.
    """
    said = _SPACES.sub("", text).replace("\N{MINUS SIGN}", "-")
    if _THOUSANDS.fullmatch(said):
        said = re.sub(r"[.,'’]", "", said)
    if "_" in said:
        return None  # Python would skip it
    try:
        found = float(said.replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) < float("inf") else None
