"""Who signed something: names as people write them, with the ways to reach them beside."""

import re
from typing import NamedTuple

from kdc_desktop.domain.kit.text import on_one_line

_EMAIL = re.compile(r"(?:mailto:)?([^\s<>()\[\],;:|/\"]+@[^\s<>()\[\],;:|/\"]+)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w+])\+?\(?\d[\d\s()./\u00a0-]{3,}\d(?!\w)")
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-/.]\s*(?:19|20)\d\d")
_CALLED = re.compile(
    r"\b(?:e-?mail|mail|sähköposti|e-?post|tel|telephone|phone|mobile|puh|puhelin|gsm|tfn|mob)"
    r"\b\s*[.:]*\s*(?=$|[,;|)>\]])",
    re.IGNORECASE,
)
_HOLLOW = re.compile(r"\(\s*[,;|/\s-]*\)|\[\s*[,;|/\s-]*\]|<\s*>|\"\s*\"")
_TRAILING = re.compile(r"(?<=[^\s,;|/])\s*[,;|/-]+\s*(?=[)\]])|(?<=[(\[])\s*[,;|/-]+\s*")
_DOUBLED = re.compile(r"\s*([,;|/])(?:\s*[,;|/])+")
_LOOSE = re.compile(r"\s+(?=[,;])")
_FEWEST = 7  # digits of a telephone number that nothing else tells from another number


class Signature(NamedTuple):
    """A name, and the address beside it where there is exactly one."""

    name: str
    email: str = ""


def signature(written: str) -> Signature:
    """The name in “Ann Lee <ann@club.example>” or “Bob (bob@club.example, +358 40 123)”, with
    the address; neither addresses nor telephone numbers stay in the name."""
    line = on_one_line(written)
    emails = {found.strip(".'").casefold(): found.strip(".'") for found in _EMAIL.findall(line)}
    bare = _NUMBER.sub(_without_number, _EMAIL.sub("", line))
    if bare == line:
        return Signature(line)
    return Signature(_tidy(bare), *emails.values() if len(emails) == 1 else ())


def _without_number(found: re.Match[str]) -> str:
    said = found.group()
    digits = sum(letter.isdigit() for letter in said)
    reached = said[0] == "+" or said.startswith(("0", "(0")) or digits >= _FEWEST
    return said if not reached or _YEARS.fullmatch(said) else _closing(said)


def _closing(said: str) -> str:
    """The closing bracket that stands behind a number and belongs to what is before it."""
    return ")" * max(said.count(")") - said.count("("), 0)


def _tidy(name: str) -> str:
    """Without the brackets and separators that stood around what was taken out."""
    before = None
    while name != before:
        before = name
        for marks, left in ((_CALLED, ""), (_DOUBLED, r" \1"), (_LOOSE, ""), (_TRAILING, "")):
            name = marks.sub(left, name)
        name = _HOLLOW.sub("", name)
        name = on_one_line(name).strip(' ,;:|/<>-·•"')
    return name
