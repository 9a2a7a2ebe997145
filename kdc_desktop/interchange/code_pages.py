"""Reads text of one byte a letter: which program's letters they are is told from the words."""

import re

_USUAL = "cp1252"
_OTHERS = ("cp850", "cp437", "mac_roman", "cp1250")
_OFTEN = frozenset("åäöæøéüßóÅÄÖÆØÉÜÓąćęłńśźżőűčšžřěůĄĆĘŁŃŚŹŻŐŰČŠŽŘĚŮáíúýÁÍÚÝ’‘“”–—…€")
_WORDS = re.compile(rb"[^\s;,|]*[\x80-\xff][^\s;,|]*")
_ENOUGH = 4000  # different words by which it is told

_LETTER = r"[^\W\d_]"
_MARK = r"[^\w\s\x00-\x7f’‘´–—·\xad\xa0]"
_NO_TEXT = re.compile(r"[\x80-\x9f\ufffd]")
_ODD = re.compile(
    rf"(?<={_LETTER}){_MARK}(?={_LETTER})"  # a sign within a word
    rf"|(?<={_LETTER})[„‚ˆ†‡‰¢¥¤¯¨˜¿¡£]|ƒ"  # behind a letter
    rf"|[™€£¥¢¤¯¬¦¨¹²³‰†‡¸˛ˇ](?={_LETTER})"  # before one
)
_CLOSING = re.compile(rf"(?<={_LETTER})”")
_OPENING = re.compile(rf"[“„”](?={_LETTER})")
_PAIRS = re.compile(rf"{_LETTER}(?={_LETTER})")


def read_by_page(data: bytes) -> str:
    """The text as the page of letters gives it by which its words are words the most.

    Western European where nothing speaks against it; bytes that are no letter there are marked by
    the sign for what cannot be read.
    """
    words = dict.fromkeys(found.group() for found in _WORDS.finditer(data))
    sample = b"\n".join(list(words)[:_ENOUGH])
    page = min((_USUAL, *_OTHERS), key=lambda one: _unlikely(sample, one))
    return data.decode(page, "replace")


def _unlikely(sample: bytes, page: str) -> int:
    """How much speaks against a page: an unusual one has to have letters of many names, too."""
    text = sample.decode(page, "replace")
    odd = 2 * _oddness(text)
    if page == _USUAL:
        return odd
    return odd + 1 + sum(not letter.isascii() and letter not in _OFTEN for letter in text)


def _oddness(text: str) -> int:
    """How often something stands in words that stands in none."""
    unread = 2 * len(_NO_TEXT.findall(text))
    alone = max(len(_CLOSING.findall(text)) - len(_OPENING.findall(text)), 0)
    return unread + alone + len(_ODD.findall(text)) + sum(map(_turns_large, _PAIRS.finditer(text)))


def _turns_large(found: re.Match[str]) -> bool:
    """Whether a capital that is not in ASCII, or behind a letter that is not, is in small ones."""
    before, after = found.string[found.start()], found.string[found.end()]
    return before.islower() and after.isupper() and not (before + after).isascii()
