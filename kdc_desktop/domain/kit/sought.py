"""Find what is written in another way than it is looked for; every finder and filter asks here.

Case, accents, the order of words and what stands between them do not count: "obrien" finds
O'Brien, "annamaija" Anna-Maija, "vanderberg" van der Berg, "mueller" and "muller" Müller.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from kdc_desktop.domain.kit.remembering import remembered
from kdc_desktop.domain.kit.text import fold

T = TypeVar("T")
_WIDE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ə": "a"})
_NARROW = "(?<=[aou])e|(?<=a)a"
_LIKE_A_NAME = 5  # words at most: of longer texts nobody writes all as one word
_FEW = 3
_LONG = 5  # letters from which on "ue" may stand for "ü" in what is looked for


@remembered(50_000)
def in_every_spelling(text: str) -> str:
    """What a text is found by: its words, each after a blank; on a second line other spellings."""
    plain = fold(text)
    words = plain.split(" ")
    if text.isascii() and len(words) < _FEW:  # most names are such, and thousands are asked for
        return f" {plain}\n {''.join(words)}" if len(words) > 1 else f" {plain}"
    others = dict.fromkeys(_joined(text, words))
    if not text.isascii():
        wide = _wide(text).split(" ")
        others.update(dict.fromkeys(w for w in (*wide, *_joined(text, wide)) if w not in words))
    joined = " ".join(others)  # untranslated: only compared
    return f" {plain}\n {joined}" if others else f" {plain}"


def together(*spelled: str) -> str:
    """Several texts in every spelling as one."""
    parts = [text.partition("\n") for text in spelled]
    plain = "".join([part[0] for part in parts])
    others = "".join([part[2] for part in parts])
    return f"{plain}\n{others}" if others else plain


def _joined(text: str, words: Sequence[str]) -> Iterator[str]:
    """Words written as one, from each of them on: of a short text, or where no blank parts them."""
    if 1 < len(words) <= _LIKE_A_NAME:
        yield from _as_one(words)
    elif len(words) > len(text.split()):
        for part in text.split():
            yield from _as_one(fold(part).split(" "))


def _as_one(words: Sequence[str]) -> Iterator[str]:
    return ("".join(words[at:]) for at in range(len(words) - 1))


def _wide(text: str) -> str:
    return fold(unicodedata.normalize("NFC", text.casefold()).translate(_WIDE))


class Sought:
    """What somebody looks for; false when it holds no word. `there` is in every spelling."""

    def __init__(self, text: str) -> None:
        self.text = fold(text)
        self._words = [options for part in text.split() if (options := _options(part))]
        self._as_one = f" {self.text.replace(' ', '')}" if " " in self.text else ""

    def __bool__(self) -> bool:
        return bool(self._words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sought) and self._words == other._words

    def __hash__(self) -> int:
        return hash(self.text)

    def is_in(self, there: str) -> bool:
        """Whether every word occurs, in the middle of others too."""
        plain, _line, others = there.partition("\n")
        for options in self._words:
            for words in options:
                if all(word in plain or f" {word}" in others for word in words):
                    break
            else:
                return False
        return True

    def begins_in(self, there: str) -> bool:
        """Whether every word begins one that is there, or all of them together do."""
        for options in self._words:
            for words in options:
                if all(f" {word}" in there for word in words):
                    break
            else:
                return bool(self._as_one) and self._as_one in there
        return True

    def likely(self, rows: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
        """The rows of what is there that may be found; of thousands most are left out fast."""
        found = list(rows)
        for options in self._words:
            heads = tuple({words[0] for words in options})
            if len(heads) == 1:
                (head,) = heads
                found = [row for row in found if head in row[0]]
            else:
                found = [row for row in found if any(head in row[0] for head in heads)]
        return found

    @property
    def pattern(self) -> str:
        """A regular expression for `is_in`."""
        every = "".join(
            f"(?:{'|'.join(''.join(map(_ahead, words)) for words in options)})"
            for options in self._words
        )
        return f"^{every}" if every else ""


def _options(part: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a part between blanks may be meant: as words of its own, or as one."""
    folded = fold(part)
    if not folded:
        return ()
    words = folded.split(" ")
    options = [tuple(words)]
    if len(words) > 1:
        options.append(("".join(words),))
    if not part.isascii():
        options.append(tuple(_wide(part).split(" ")))
    options.append(
        tuple(re.sub(_NARROW, "", word) if len(word) >= _LONG else word for word in words)
    )
    return tuple(dict.fromkeys(options))


def _ahead(word: str) -> str:
    word = re.escape(word)
    return f"(?=.*{word}|.*\\n.* {word})"
