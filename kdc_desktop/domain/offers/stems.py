"""What a text is about: its telling words, each without the endings of its language."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations, islice
from types import MappingProxyType

from kdc_desktop.domain.kit.remembering import remembered
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.offers.common_words import SAY_LITTLE

MOST_WORDS = 24
"""Telling words of one text, the first ones: who needs more of them tells a story."""

_WORD = re.compile(r"[^\W_]+")
_LONGEST_TEXT, _LOOKED_AT, _LONGEST_WORD = 2000, 120, 32
_FEW_CAPITALS = 3  # words in capitals, up to which nobody shouts
_LEAST = 4  # letters that an ending leaves
_LEAST_OF_ONE = 3  # the same of a single s, as in “labs”
_LEAST_OF_VOWEL = 5
_PASSES = 2
_ENDINGS = tuple(
    sorted(
        (
            # English
            *("ations", "ation", "ings", "ing", "ments", "ment", "ers", "er", "ed", "es", "ial"),
            *("ity", "ly", "s"),
            # Swedish
            *("ningarna", "ningar", "ningen", "ning", "ering", "arna", "erna", "orna", "ar", "or"),
            *("en", "et", "heter", "het"),
            # Finnish
            *("misen", "minen", "miseen", "ointi", "oinnin", "taja", "tajia", "issa", "ista"),
            *("illa", "ille", "ilta", "iin", "jen", "ien"),
            *("ssa", "sta", "lla", "lta", "lle", "ksi", "ita", "ta", "na", "ja", "ia"),
            *("an", "in", "on", "un", "n", "t"),
            # Of either
            *("a", "e", "i", "o"),
        ),
        key=lambda ending: (-len(ending), ending),
    )
)
_OF_US = re.compile("[uy](?:s|ks[ei][a-z]{0,5}|sta|tta)$")
"""How words in -us end in Finnish: “rahoitus”, “rahoituksen”, “rahoitusta”."""
_KIN_FROM = 5  # letters that two stems share where they are not the same
_KIN_SHARE = 0.8  # of the longer one
_KIN, _PART = 0.8, 0.7
"""How much a word counts that is nearly the same, and one that is a part of the other."""
_CROWD = 60  # stems that begin alike, among which nobody looks for nearly the same


@remembered(8192)
def stems_of(text: str) -> Mapping[str, str]:
    """The stems of the telling words of a text, each with the word as it was written there.

    Words that everybody says are left out, and so are numbers.
    """
    found: dict[str, str] = {}
    shouts = text.isupper() and len(text.split()) > _FEW_CAPITALS
    for one in islice(_WORD.finditer(text[:_LONGEST_TEXT]), _LOOKED_AT):
        word = one.group()
        key = fold(word)
        if _tells(key, word, shouts=shouts):
            found.setdefault(_stem(key[:_LONGEST_WORD]), word)
            if len(found) == MOST_WORDS:
                break
    return MappingProxyType(found)


def _tells(key: str, word: str, *, shouts: bool) -> bool:
    """Whether it means something: two letters do where they alone are capitals, as in “AI”."""
    if key.isdigit() or not key or " " in key:
        return False
    if len(key) == 2 and word.isupper() and not shouts:
        return True
    return len(key) > 2 - (not key.isalpha()) and key not in SAY_LITTLE


def _stem(word: str) -> str:
    finnish = _OF_US.sub("", word)
    if finnish != word and len(finnish) >= _LEAST:
        return finnish
    for _pass in range(_PASSES):
        shorter = _without_ending(word)
        if shorter == word:
            break
        word = shorter
    return word


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending):
            left = word[: -len(ending)]
            if len(left) >= _least_before(ending):
                return left[:-1] if left[-1] == left[-2] and len(left) > _LEAST else left
    return word


def _least_before(ending: str) -> int:
    if ending == "s":
        return _LEAST_OF_ONE
    return _LEAST_OF_VOWEL if ending in "aeiou" else _LEAST


def kin_of(stems: Collection[str]) -> dict[str, dict[str, float]]:
    """For each stem those that mean it, too, itself among them, and how much they count, 0 to 1.

    Nearly the same, as in “kaupunki” and “kaupungin”; or a part at its beginning or end, as Finnish
    and Swedish join words. Whoever is kin to another has it as kin.
    """
    kin: dict[str, dict[str, float]] = {stem: {stem: 1.0} for stem in stems}
    for one, other in _nearly_the_same(kin):
        kin[one][other] = kin[other][one] = _KIN
    for stem in kin:
        for part in _parts(stem):
            if part in kin and part not in kin[stem]:
                kin[stem][part] = kin[part][stem] = _PART
    return kin


def _nearly_the_same(stems: Iterable[str]) -> Iterator[tuple[str, str]]:
    begin_alike: dict[str, list[str]] = {}
    for stem in sorted(stems):
        if len(stem) >= _KIN_FROM:
            begin_alike.setdefault(stem[:_KIN_FROM], []).append(stem)
    for alike in begin_alike.values():
        if len(alike) <= _CROWD:
            yield from (pair for pair in combinations(alike, 2) if _is_nearly(*pair))


def _is_nearly(one: str, other: str) -> bool:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _KIN_SHARE * max(len(one), len(other))


def _parts(stem: str) -> set[str]:
    """Beginnings and ends of a long stem that may be words themselves."""
    cuts = range(_KIN_FROM, len(stem) - 2)
    return {stem[:cut] for cut in cuts} | {stem[-cut:] for cut in cuts}
