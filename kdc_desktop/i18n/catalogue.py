"""Which language is spoken, and where its words are found."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop import paths

if TYPE_CHECKING:
    from gettext import GNUTranslations
    from typing import Protocol

    class Catalogue(Protocol):
        """The words of one language, asked for by the English ones."""

        def gettext(self, message: str, /) -> str:
            """The translation, or the message itself."""

        def pgettext(self, context: str, message: str, /) -> str:
            """The translation in this context, or the message itself."""

        def ngettext(self, one: str, many: str, n: int, /) -> str:
            """The translation that goes with `n`, or the one of the two that does."""

        def npgettext(self, context: str, one: str, many: str, n: int, /) -> str:
            """The translation in this context that goes with `n`."""


ENGLISH = "en"
PSEUDO = "en-XA"  # for those who look for texts that were missed; see pseudo.py
DOMAIN = "kdc-desktop"
_CODE = re.compile(r"[A-Za-z]{2,3}(_[A-Za-z0-9]{2,8})*")


class _Spoken:
    """The language in use. Jobs read it from other threads, so it is changed in one assignment."""

    now: "tuple[str, Catalogue | None]" = (ENGLISH, None)


def use(language: str) -> None:
    """Speak this language from now on; English where there is no catalogue of it."""
    wanted = language.replace("-", "_")
    if language == PSEUDO:
        from kdc_desktop.i18n.pseudo import Pseudo

        _Spoken.now = (PSEUDO, Pseudo())
        return
    for code in (wanted, wanted.partition("_")[0]) if _CODE.fullmatch(wanted) else ():
        file = _file(code)
        if code != ENGLISH and file.is_file():
            _Spoken.now = (code, _read(file))
            return
    _Spoken.now = (ENGLISH, None)


def current() -> str:
    """The code of the language in use, such as ``en``, ``fi`` or ``pt_BR``."""
    return _Spoken.now[0]


def languages() -> dict[str, str]:
    """The languages there are, by their codes: the name of each in itself, English first.

    The pseudo-language is not among them: it is for those who look for texts that were missed.
    """
    found = sorted(file.parent.parent.name for file in _folder().glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return {ENGLISH: _own_name(None)} | {code: _own_name(_read(_file(code))) for code in found}


def pseudo_language() -> str:
    """What the pseudo-language calls itself."""
    from kdc_desktop.i18n.pseudo import Pseudo

    return _own_name(Pseudo())


def translate(message: str, context: str | None = None) -> str:
    """A message that is not written in a call, such as one of a form; not to be filled in."""
    return lookup(message, None, context, 0) if message else ""


def lookup(message: str, plural: str | None, context: str | None, n: int) -> str:
    """The template of a message in the language in use."""
    catalogue = _Spoken.now[1]
    if catalogue is None:
        return message if plural is None or n == 1 else plural
    if plural is None:
        if context is None:
            return catalogue.gettext(message)
        return catalogue.pgettext(context, message)
    if context is None:
        return catalogue.ngettext(message, plural, n)
    return catalogue.npgettext(context, message, plural, n)


def _own_name(catalogue: "Catalogue | None") -> str:
    pgettext: Callable[[str, str], str] = (
        (lambda _context, message: message) if catalogue is None else catalogue.pgettext
    )
    return pgettext("the name of this language in itself", "English")


def _folder() -> Path:
    return paths.resource("translations")


def _file(code: str) -> Path:
    return _folder() / code / "LC_MESSAGES" / f"{DOMAIN}.mo"


def _read(file: Path) -> "GNUTranslations":
    # Only here, so that the start in English does not pay for it.
    from gettext import GNUTranslations

    with file.open("rb") as stream:
        return GNUTranslations(stream)
