"""What kind of thing stands in a cell, as far as it tells columns and headers apart."""

import re
from enum import Enum
from functools import lru_cache


class CellKind(Enum):
    """What a cell holds."""

    NOTHING = 0
    WORDS = 1
    FIGURES = 2
    ADDRESS = 3
    LINK = 4
    TICK = 5


def words_of(text: str) -> frozenset[str]:
    """The words of a text, to look others up in."""
    return frozenset(text.split())


_ADDRESS = re.compile(r"(?:[^@<>]+<)?<?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FIGURES = re.compile(
    r"(?=.*\d)[\d\s.,:/+\-–%€$£()#]+(?:T[\d:.]+)?(?:\s?(?:[ap]\.?m\.?|utc|gmt|z|h|min))?"
    r"(?:\s?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_TICKS = words_of("yes no true false x ✓ ✔ ☑ kyllä ei ja nej nein nei oui non sí si jah nee")
_NAME_PART = re.compile(r"[^\W\d_][\w'’.-]*")
_PARTICLES = words_of("von van der den de del della di da la le af av el al bin ten ter zu y")


@lru_cache(maxsize=16_384)
def cell_kind(text: str) -> CellKind:
    """The kind of a cell's text; marks without a letter or figure are nothing."""
    if text.casefold() in _TICKS:
        return CellKind.TICK
    if not any(map(str.isalnum, text)):
        return CellKind.NOTHING
    if len(text) > 320:
        return CellKind.WORDS
    if _ADDRESS.fullmatch(text):
        return CellKind.ADDRESS
    if _LINK.fullmatch(text):
        return CellKind.LINK
    return CellKind.FIGURES if _FIGURES.fullmatch(text) else CellKind.WORDS


def name_like(text: str) -> bool:
    """Whether this could be the name of a person: “Aino Laine”, “Laine, Aino”."""
    parts = text.replace(",", " ").split()
    if not 2 <= len(parts) <= 6 or len(text) > 80:
        return False
    capital = [part for part in parts if part.casefold() not in _PARTICLES]
    return len(capital) >= 2 and all(
        _NAME_PART.fullmatch(part) and part[0].isupper() for part in capital
    )
