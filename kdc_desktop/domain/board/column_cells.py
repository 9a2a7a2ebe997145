"""What the cells of a column look like: numbers, days, addresses, names, answers to a choice."""

import re
import statistics
from collections import Counter
from collections.abc import Callable, Sequence

_NUMBER = re.compile(r"[-+−]?[\d\s.,:/%€$£]*\d[\d\s.,:/%€$£]*|#?\w{0,3}\d+")
_DAY = re.compile(
    r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.{0,20}|\d{1,2}[:.]\d{2}([:.]\d{2})?( ?[ap]\.?m\.?)?"
    r"|\w{3},? \w{3} \d{1,2}.{0,30}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+\.\S+|https?://\S+|www\.\S+|\+?[\d\s()\-]{6,}", re.IGNORECASE)
_CODE = re.compile(r"(?=\S*\d)[\w\-]{6,}|[0-9a-f\-]{12,}", re.IGNORECASE)
_MOSTLY = 0.8
_CHOSEN = 0.5
_SMALL = frozenset(
    ("de", "del", "da", "di", "van", "von", "der", "den", "af", "av", "la", "le", "y")
)


def share(cells: Sequence[str], like: Callable[[str], object]) -> float:
    """How many of the cells are like this, from 0 to 1; 0 where there are none."""
    return sum(bool(like(cell)) for cell in cells) / len(cells) if cells else 0.0


def is_data(cell: str) -> bool:
    """Whether it is a number, a day, an address or a code, which is no idea."""
    return any(one.fullmatch(cell) for one in (_NUMBER, _DAY, _ADDRESS, _CODE))


def is_name(cell: str) -> bool:
    """Whether it looks like somebody's name: two to five words that begin with capitals."""
    words = re.sub(r"[,.'’\-]", " ", cell).split()
    told = [word for word in words if word.casefold() not in _SMALL]
    return (
        2 <= len(words) <= 5
        and len(told) >= 2
        and all(word.isalpha() and word[0].isupper() and not word.isupper() for word in told)
    )


def are_data(cells: Sequence[str]) -> bool:
    """Whether most are numbers, days, addresses or codes, or there are none."""
    return not cells or share(cells, is_data) >= _MOSTLY


def are_names(cells: Sequence[str]) -> bool:
    """Whether most look like names of people."""
    return share(cells, is_name) >= _MOSTLY


def are_chosen(cells: Sequence[str]) -> bool:
    """Whether these are answers that could be chosen: a few that come again and again."""
    return len(cells) >= 4 and len(Counter(cells)) <= _CHOSEN * len(cells)


def usual_length(cells: Sequence[str]) -> float:
    """The average number of characters."""
    return statistics.fmean(map(len, cells)) if cells else 0.0
