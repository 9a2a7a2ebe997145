"""The pseudo-language: English that is told apart at a glance, and as long as German.

Each text becomes ``⟦Šåṽéð åñð ĉļöšéð ~~~~~⟧``. What stands on the screen without the brackets was
missed; what is cut off has no room for a translation. Placeholders, mnemonics, lines, tags and
file patterns stay what they are.
"""

import math
import re

LONGER = 0.4
LONG_WORD = 20  # letters; what is longer still wraps

_ACCENTS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
)
_KEPT = re.compile(
    r"""
      \{[a-z_][a-z0-9_]*\}   # a placeholder
    | %(?:L?\d+|n)           # a placeholder of Qt
    | &[A-Za-z]+;            # an entity
    | &\w                    # a mnemonic and its key
    | </?[A-Za-z][^<>]*>     # a tag
    | \(\*[^()]*\)           # file patterns
    """,
    re.VERBOSE,
)


def disguised(message: str) -> str:
    """The message in the pseudo-language; one without any letter is the same in all languages."""
    if not re.search(r"[^\W\d_]", _KEPT.sub("", message)):
        return message
    return "⟦" + "\n".join(_line(line) for line in message.split("\n")) + "⟧"


def _line(line: str) -> str:
    at, parts = 0, []
    for kept in _KEPT.finditer(line):
        parts += [line[at : kept.start()].translate(_ACCENTS), kept.group()]
        at = kept.end()
    parts.append(line[at:].translate(_ACCENTS))
    length = len(_KEPT.sub("", line).strip())
    more = "~" * math.ceil(LONGER * length)
    words = [more[start : start + LONG_WORD] for start in range(0, len(more), LONG_WORD)]
    return " ".join(("".join(parts), *words))  # untranslated: a text in words


class Pseudo:
    """A catalogue that needs no file."""

    def gettext(self, message: str, /) -> str:
        """The message, disguised."""
        return disguised(message)

    def pgettext(self, _context: str, message: str, /) -> str:
        """The same in every context."""
        return disguised(message)

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        """English has one form for 1 and one for all else."""
        return disguised(one if n == 1 else many)

    def npgettext(self, _context: str, one: str, many: str, n: int, /) -> str:
        """The same in every context."""
        return disguised(one if n == 1 else many)
