"""Names of people in texts, found in whatever way they are written there.

Case, composed and decomposed letters, their compatible forms, blanks and marks that nobody sees
make no difference, nor whether the text holds them with the escapes of JSON. A name of several
words is also found where a text was cut in the middle of it, "Aino Lai…", and a part of its first
word where that is written as the person writes it: "Ain…", but not "ain…".
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kdc_desktop.domain.kit.text import clean

# What directs or joins letters and is not seen: a name copied from elsewhere may begin with one.
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_ESCAPED = re.compile(r'(?:\\u[0-9a-fA-F]{4})+|\\["\\/bfnrt]|[^\\]|\\', re.DOTALL)
_CUT = "..."  # what "…" is folded to
_SHORTEST = 3  # letters that tell whose name was cut


def folded(text: str) -> str:
    """The form in which names are the same, also as parts of a longer text."""
    if text.isascii():
        return clean(text.lower())
    return clean(_letters(_UNSEEN.sub("", text)))


def _letters(text: str) -> str:
    # Marks that fold into a letter would move among other marks: they are letters from the start.
    text = text.replace("\u0345", "ι").replace("\u037a", " ι")
    text = unicodedata.normalize("NFKD", text.casefold())
    again = text.casefold()
    return text if again == text else unicodedata.normalize("NFKD", again)


def _bare(text: str) -> str:
    """What is left of the folded text without all that is not ASCII, told much faster."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ẞ", "ss"))
    return text.encode("ascii", "ignore").decode("ascii").lower()


class Names:
    """The names that one person has had; those in which no letter is seen are left out."""

    def __init__(self, names: Iterable[str]) -> None:
        known = {name: folded(name) for name in names}
        self._written = {_written(name) for name in known}
        self._names = sorted({name for name in known.values() if name}, key=len, reverse=True)
        firsts = {name: len(name.split(" ")[0]) for name in self._names}
        self._first_words = {_bare(name[:first]) for name, first in firsts.items()}
        self._first_letters = {
            _bare(name[: min(first, _SHORTEST)]) for name, first in firsts.items()
        }
        self._beginnings = {name[: first + 2] for name, first in firsts.items()} | {
            name[:end] + _CUT
            for name, first in firsts.items()
            for end in range(_SHORTEST, first + 1)
        }

    def is_one(self, text: str) -> bool:
        """Whether the text is one of the names and nothing else."""
        return self.may_be_in(text) and folded(text) in self._names

    def may_be_in(self, text: str) -> bool:
        """False when a text certainly holds none of the names: most do not, and are told fast."""
        return "\\" in text or self._are_begun_in(text)

    def _are_begun_in(self, text: str) -> bool:
        bare = _bare(text)
        begun = self._first_letters if "…" in text else self._first_words
        if not any(letters in bare for letters in begun):
            return False
        text = folded(text)
        return any(part in text for part in self._beginnings)

    def replaced(self, text: str, new: str, *, single: bool = False) -> str:
        """The text with `new` in the place of each name that stands by itself.

        A name of one word may be a word of the language, so it stays. With `single` it goes, too,
        where it is the whole text or is written as the person writes it.
        """
        if self._are_begun_in(text):
            text = self._replaced(text, new, _plain(text), single)
        if "\\" in text:
            letters = list(_unescaped(text))
            if self._are_begun_in("".join(letter for letter, _, _ in letters)):
                text = self._replaced(
                    text, json.dumps(new, ensure_ascii=False)[1:-1], letters, single
                )
        return text

    def _replaced(self, text: str, new: str, letters: Iterable["_Letter"], single: bool) -> str:
        view = _View(letters)
        parts, at = [], 0
        for first, last in sorted(self._found(view), key=lambda span: (span[0], -span[1])):
            start, end = view.source(first, last)
            if start >= at and (
                " " in view.text[first:last]
                or (single and (first, last) == (0, len(view.text)))
                or self._is_written(text[start:end], single, view.text.startswith(_CUT, last))
            ):
                parts += [text[at:start], new]
                at = end
        return "".join((*parts, text[at:]))

    def _is_written(self, word: str, single: bool, cut: bool) -> bool:
        """Whether a word that stands for a person is written as they write it."""
        word = _written(word)
        if cut:
            return any(name.startswith(word) and (single or " " in name) for name in self._written)
        return single and word in self._written

    def _found(self, view: "_View") -> Iterator[tuple[int, int]]:
        """Where names stand in a folded text, also those that were cut there."""
        for name in self._names:
            for at in _places(name, view.text):
                if view.stands_alone(at, at + len(name)):
                    yield at, at + len(name)
        for dots in _places(_CUT, view.text):
            for name in self._names:
                yield from self._cut(name, view, dots)

    def _cut(self, name: str, view: "_View", end: int) -> Iterator[tuple[int, int]]:
        """Where a name begins that breaks off at `end`."""
        for length in range(len(name) - 1, _SHORTEST - 1, -1):
            at = end - length
            if (
                name[length - 1] != " "
                and at >= 0
                and view.text.startswith(name[:length], at)
                and view.begins(at)
            ):
                yield at, end
                return


def _places(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _written(name: str) -> str:
    return clean(unicodedata.normalize("NFKC", name))


_Letter = tuple[str, int, int]  # and where it begins and ends in its text


def _plain(text: str) -> Iterator[_Letter]:
    return ((letter, at, at + 1) for at, letter in enumerate(text))


def _unescaped(text: str) -> Iterator[_Letter]:
    """The letters of a text that holds JSON."""
    for found in _ESCAPED.finditer(text):
        escape = found.group()
        letters = json.loads(f'"{escape}"') if len(escape) > 1 else escape
        size = (found.end() - found.start()) // len(letters)
        for number, letter in enumerate(letters):
            last = number == len(letters) - 1
            start = found.start() + number * size
            yield letter, start, found.end() if last else start + size


class _View:
    """A text folded, and where each of its letters comes from."""

    def __init__(self, letters: Iterable[_Letter]) -> None:
        found: list[_Letter] = []
        for letter, start, end in letters:
            for part in _folded_letter(letter):
                place = len(found)
                rank = unicodedata.combining(part)
                while rank and place and unicodedata.combining(found[place - 1][0]) > rank:
                    place -= 1  # marks stand in the order that Unicode gives them
                if part != " " or (found and found[-1][0] != " "):
                    found.insert(place, (part, start, end))
        self._letters = found
        self.text = "".join(part for part, _, _ in found).rstrip()

    def source(self, first: int, last: int) -> tuple[int, int]:
        """Where in its source a part of the folded text stands."""
        letters = self._letters[first:last]
        return min(start for _, start, _ in letters), max(end for _, _, end in letters)

    def begins(self, at: int) -> bool:
        """Whether no word goes on into what begins here."""
        return not _of_word(self.text[at]) or not _joined(self.text[max(0, at - 2) : at][::-1])

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether what stands there is no part of a longer word or a longer name."""
        ends = not _of_word(self.text[end - 1]) or not _joined(self.text[end : end + 2])
        return ends and self.begins(start)


def _joined(neighbours: str) -> bool:
    """Whether a word goes on in the two letters beside it, at once or after a hyphen."""
    word = [_of_word(letter) for letter in neighbours]
    return word[:1] == [True] or (neighbours[:1] == "-" and word[1:] == [True])


@lru_cache(maxsize=10_000)
def _folded_letter(letter: str) -> str:
    if _UNSEEN.match(letter):
        return ""
    return "".join(" " if part.isspace() else part for part in _letters(letter))


@lru_cache(maxsize=10_000)
def _of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.category(letter)[0] == "M"
