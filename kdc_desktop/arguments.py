"""What may be given to the command, and what is said where it may not."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

from kdc_desktop import i18n
from kdc_desktop.i18n import _

_SMALLEST, _LARGEST = (640, 480), (7680, 4320)  # windows that people have


class AnyOrder(ArgumentParser):
    """Words and options may stand in any order, also of a command that takes several words."""

    _mixing = False

    def parse_known_args(
        self, args: Iterable[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """What was given, and what is not known; the options first, then all words at once."""
        if self._mixing:
            return super().parse_known_args(args, namespace)
        self._mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._mixing = False


def file(text: str) -> Path:
    """A file that is there, or could be."""
    path = folder(text)
    if not path.name:
        raise ArgumentTypeError(_("the name of a file"))
    return path


def folder(text: str) -> Path:
    """The same of a folder, which may be the one we are in."""
    path = Path(text)
    try:
        something_else = path.resolve().exists() and not (path.is_file() or path.is_dir())
    except (OSError, RuntimeError) as error:  # too long, or a link in a circle
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise ArgumentTypeError(_("no such file can be: {reason}", reason=reason)) from error
    if something_else:  # such as a device, which a file must not replace
        raise ArgumentTypeError(_("{file} is no file", file=text))
    return path


def languages() -> tuple[str, ...]:
    """The languages that can be spoken."""
    return (*i18n.languages(), i18n.PSEUDO)


def language(text: str) -> str:
    """One of them."""
    if text not in languages():
        raise ArgumentTypeError(_("one of {codes}", codes=i18n.listed(languages())))
    return text


def people(text: str) -> int:
    """How many people play."""
    if not (text.isdecimal() and len(text) <= 4 and 5 <= int(text) <= 2000):
        raise ArgumentTypeError(_("a whole number between 5 and 2000"))
    return int(text)


def evenings(text: str) -> int:
    """How many evenings of a club are played."""
    if text not in ("1", "2", "3", "4", "5", "6"):
        raise ArgumentTypeError(_("a whole number between 1 and 6"))
    return int(text)


def whole(text: str) -> int:
    """A number that a club file can keep."""
    if not (text.removeprefix("-").isdecimal() and len(text) <= 18):
        raise ArgumentTypeError(_("a whole number of at most 18 digits"))
    return int(text)


def amount(text: str) -> Fraction:
    """An amount of money: 1250 or 99.50."""
    if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", text):
        raise ArgumentTypeError(_("an amount such as 1250 or 99.50"))
    return Fraction(text)


def size(text: str) -> tuple[int, int]:
    """Width and height of a window."""
    width, _by, height = text.partition("x")
    if all(side.isdecimal() and len(side) <= 4 for side in (width, height)):
        wanted = int(width), int(height)
        if _SMALLEST[0] <= wanted[0] <= _LARGEST[0] and _SMALLEST[1] <= wanted[1] <= _LARGEST[1]:
            return wanted
    raise ArgumentTypeError(
        _("a width and a height from 640x480 to 7680x4320, for example 1280x800")
    )
