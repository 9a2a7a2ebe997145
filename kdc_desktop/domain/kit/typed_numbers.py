"""Numbers as people type them: with spaces, points or commas, whichever way round they write."""

import re

_SPACES = re.compile(r"\s+")  # no-break spaces too
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})*")


def typed_number(text: str) -> float | None:
    """The number that a text is; None where it is none.

    A sign before exactly three digits, and no others, parts thousands: “1,150” is more than a
    thousand, and “6,5” is six and a half.
    """
    said = _SPACES.sub("", text).replace("\N{MINUS SIGN}", "-")
    if _THOUSANDS.fullmatch(said):
        said = re.sub(r"[.,'’]", "", said)
    try:
        found = float(said.replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) < float("inf") else None
