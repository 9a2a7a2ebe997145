"""Whether two names at one address are the same, or so near that somebody should say."""

import re
from difflib import SequenceMatcher

from kdc_desktop.domain.kit.remembering import remembered
from kdc_desktop.domain.kit.text import fold, normalise
from kdc_desktop.domain.people.greeting import in_speaking_order

_UMLAUTS = re.compile(r"(?<=[aou])e|(?<=a)a")
_NEARLY = 0.84  # of what is written alike: "Korhonen" and "Korohnen" are, "Kirsi" and "Pekka" not


@remembered(20_000)
def said_as(name: str) -> str:
    """The form in which names are written alike, with or without a comma."""
    return normalise(in_speaking_order(name))


@remembered(20_000)
def parts_of(name: str) -> tuple[str, ...]:
    """The form in which names are the same: their words in any order."""
    return tuple(sorted(normalise(name.replace(",", " ")).split()))


@remembered(20_000)
def nearly_as(name: str) -> tuple[str, ...]:
    """The form in which names are the same without accents and initials, in any order: “Liisa Mäki”
    and “Maki, Liisa”, “Müller” and “Mueller”."""
    words = fold(name).split()
    whole = [word for word in words if len(word) > 1] or words
    return ("~", *sorted(_UMLAUTS.sub("", word) for word in whole))


def nearly_the_same(one: str, other: str) -> bool:
    """Whether a name may be another spelling of the other: a middle name, an initial, a slip."""
    shorter, longer = sorted((fold(one).split(), fold(other).split()), key=len)
    if shorter and _fits_into(shorter, longer):
        return True
    first, second = "".join(sorted(shorter)), "".join(sorted(longer))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _NEARLY


def _fits_into(shorter: list[str], longer: list[str]) -> bool:
    """Whether each word is one of the longer name, or its initial; each is taken once."""
    left = sorted(longer, key=len)
    for word in sorted(shorter, key=len, reverse=True):
        fitting = next((other for other in left if _is_same_word(word, other)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return True


def _is_same_word(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return word == other
