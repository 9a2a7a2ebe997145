"""Bring text into the forms in which it is compared and searched."""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from kdc_desktop.domain.kit.remembering import remembered

_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | {"ħ": "h", "ŋ": "n", "ə": "e", "ŧ": "t"}
)
_BETWEEN_WORDS = re.compile(r"[\W_\u02b9-\u02bf\u02c8]+")  # such apostrophes count as letters
_JOINERS = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # are not seen, and part no words

UNSEEN = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
"""Characters that cannot be shown; no text of a club file holds them."""

_SEEN_ONLY = {ord(one): " " if one.isspace() else None for one in UNSEEN}


def clean(text: str) -> str:
    """The text with blanks collapsed and trimmed; letters as they were."""
    return " ".join(text.split())


# Are not seen, and may turn a line around; those that join letters are of a language.
_MARKS = (
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_JOINING_NOTHING = r"(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\S)"


def trimmed(text: str) -> str:
    """The text without blanks around it, and without what cannot be shown."""
    if text.isprintable():
        return text.strip()
    shown = re.sub(_MARKS, "", text.translate(_SEEN_ONLY))
    return re.sub(_JOINING_NOTHING, "", shown).strip()


def on_one_line(text: str) -> str:
    """What somebody has written on one line, as it is kept: without marks that nobody sees."""
    return clean(trimmed(text))


def normalise(text: str) -> str:
    """The form in which names are the same: NFKC, case folded, blanks collapsed."""
    if text.isascii():
        return clean(text.lower())
    folded = unicodedata.normalize("NFKC", text).casefold()
    return clean(unicodedata.normalize("NFKC", folded))


@remembered(50_000)
def fold(text: str) -> str:
    """The form for finding: case folded, without diacritics, words of letters and digits only."""
    plain = text.casefold()
    if not plain.isascii():  # most names are; thousands are folded at once
        parts = unicodedata.normalize("NFKD", _JOINERS.sub("", plain))
        plain = "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS)
    return _BETWEEN_WORDS.sub(" ", plain).strip()


def in_order(name: str) -> str:
    """The form by which names are sorted; most need no folding, which is slow for thousands."""
    return name.lower() if name.isascii() else fold(name)


def several_names(text: str) -> list[str]:
    """The names in a line, as people paste them: one a line, or with semicolons between them.

    A comma may be part of a name, as in “City, Transport”.
    """
    names = (on_one_line(part) for part in re.split(r"[;\r\n\u2028\u2029]", text))
    return list(dict.fromkeys(name for name in names if name))


_QUOTATION_MARKS = frozenset('“”„«»"')
_SAYS_SOMETHING = 5  # letters of what is quoted


def shortened_within(text: str, fits: Callable[[str], bool]) -> str:
    """The text, cut within what it quotes until it fits, or without the quotation at its end where
    nothing of that would be known; as short as that makes it where it never fits. So what is said
    of a name is read to its end, and no quotation mark stands alone."""
    if fits(text):
        return text
    marks = [at for at, sign in enumerate(text) if sign in _QUOTATION_MARKS]
    if len(marks) < 2:
        return text
    inner = max(pairwise(marks), key=lambda pair: pair[1] - pair[0])
    cut = text
    for begin, end in (inner, (marks[0], marks[-1])):
        next_mark = next(at for at in marks if at > begin)
        for last in range(next_mark, begin + _SAYS_SOMETHING, -1):
            cut = text[:last].rstrip() + "…" + text[end:]
            if fits(cut):
                return cut
    said = text[: marks[0]].rstrip()
    return said if said and marks[-1] == len(text) - 1 else cut


def shortened(text: str, length: int = 60) -> str:
    """The text on one line of at most `length` characters, with an ellipsis where it is cut."""
    text = on_one_line(text)
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
