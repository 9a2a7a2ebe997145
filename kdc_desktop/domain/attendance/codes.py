"""What is typed or scanned at the door and is a code, or an address, and nobody's name."""

from kdc_desktop.domain.kit.text import clean, fold

_VOWELS = frozenset("aeiouy")
_CODE_PART = 4  # characters at most of a part of a code that has no digit
_LIKE_A_CODE = 4  # letters from which on a word without a vowel is none
_WITHOUT_SHIFT = str.maketrans("&é\"'(-è_çà", "1234567890")
"""What the keys of digits give on an AZERTY keyboard when they are pressed alone."""


def badge_key(badge: str) -> str:
    """The form in which badge codes are the same."""
    return fold(badge).replace(" ", "")


def badge_keys(typed: str) -> set[str]:
    """The badge codes that may be meant, as `badge_key` gives them, also typed without Shift."""
    return {badge_key(typed), badge_key(typed.translate(_WITHOUT_SHIFT))} - {""}


def is_a_number(typed: str) -> bool:
    """Whether digits alone were typed, or meant where Shift was not held."""
    return typed.strip().translate(_WITHOUT_SHIFT).isdecimal()


def is_no_name(text: str) -> bool:
    """Whether it can be nobody's name: a code with digits, an address, signs alone."""
    words = clean(text).split()
    if not words:
        return False
    if not any(letter.isalpha() for letter in text) or "://" in text:
        return True
    if len(words) == 1:
        return _has_digit(text) or "@" in text
    return _has_digit(text) and all(
        _has_digit(word) or (len(word) <= _CODE_PART and word.isupper()) for word in words
    )


def may_be_code(text: str) -> bool:
    """Whether it is more likely a code than a name: one word in capitals, or without a vowel."""
    word = clean(text)
    if is_no_name(word):
        return True
    if " " in word or len(word) <= 2:
        return False
    plain = fold(word)
    mute = plain.isascii() and len(plain) >= _LIKE_A_CODE and not _VOWELS.intersection(plain)
    return word.isupper() or mute


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
