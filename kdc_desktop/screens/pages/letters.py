"""Letters on paper: a picture that no font has is named, and a file says what was written."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache

from PySide6.QtGui import QFont, QRawFont, QTextLayout

_FIRST_SIGN = "\u2190"  # below it there are letters only
_FLAG = "REGIONAL INDICATOR SYMBOL LETTER "  # untranslated: part of a name in Unicode
_JOINS = frozenset(map(chr, (0x200D, 0xFE0E, 0xFE0F, 0x20E3, *range(0x1F3FB, 0x1F400))))
"""What changes the sign before it: there is none to change any more."""
_NOTED = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_LETTERS = re.compile(rb"\[[^\]]*\]")
_LETTER = re.compile(rb"<([0-9A-F]{4})>")
_FORMS = ((chr(0xFB00), chr(0xFDFF)), (chr(0xFE70), chr(0xFEFF)))
"""Shapes that letters take beside others, which Unicode has as letters of their own."""


def legible(text: str, font: QFont) -> str:
    """The text with signs in words that no font of this laptop has: “(bicycle)”, and no empty box.

    The words are those of Unicode, in whatever language the rest is.
    """
    if not text or max(text) < _FIRST_SIGN:
        return text
    found: list[str] = []
    named = False
    for letter in text:
        if letter in _JOINS and (named or _is_missing(letter, font.family())):
            continue
        named = letter >= _FIRST_SIGN and _is_a_missing_sign(letter, font.family())
        found.append(_named(letter) if named else letter)
    return "".join(found)


def _is_a_missing_sign(letter: str, family: str) -> bool:
    return unicodedata.category(letter) == "So" and _is_missing(letter, family)


@cache
def _is_missing(letter: str, family: str) -> bool:
    """Whether neither this font nor any other has it."""
    layout = QTextLayout(letter, QFont(family))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def _named(letter: str) -> str:
    name = unicodedata.name(letter, "")
    if name.startswith(_FLAG):
        return name.removeprefix(_FLAG)
    return f"({name.lower()})" if name else letter


def as_written(pdf: bytes, written: Collection[str], font: QFont) -> bytes:
    """The file with the letters that were written, for who searches it or copies from it.

    Of letters that share a shape in a font, Qt notes the first one; and of a letter that changes
    beside others, the shape.
    """
    glyphs = QRawFont.fromFont(font)
    meant = {glyphs.glyphIndexesForString(letter)[0]: letter for letter in written}
    meant.pop(0, None)  # which the font has not

    def letter_meant(noted: re.Match[bytes]) -> bytes:
        letter = chr(int(noted[1], 16))
        if letter in written:
            return noted[0]
        if any(first <= letter <= last for first, last in _FORMS):
            told = unicodedata.normalize("NFKC", letter)
        else:
            told = meant.get(glyphs.glyphIndexesForString(letter)[0], letter)
        return b"<%s>" % told.encode("utf-16-be").hex().upper().encode()

    def in_lists(noted: re.Match[bytes]) -> bytes:
        return _LETTERS.sub(lambda letters: _LETTER.sub(letter_meant, letters[0]), noted[0])

    return _NOTED.sub(in_lists, pdf)
