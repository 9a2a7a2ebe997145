"""An election as a file has it: what was voted on, the papers, and what they can be counted by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from kdc_desktop.domain.polls.cast import Papers
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

MOST_BYTES = 300_000_000
MOST_OPTIONS = 5_000
MOST_MARKS = 20_000_000
MOST_PAPERS = 10**12
"""However often papers were cast: their sums are still whole numbers for every method."""
MOST_SAID = 10**6
"""No mark says more, up or down."""

Id = str | int
"""What a file calls an option: a number in PrefLib, else text."""


class Marked(Enum):
    """What the marks of a file say."""

    YESES = auto()
    POINTS = auto()
    SCORES = auto()
    RANKS = auto()
    CATEGORIES = auto()  # the number of one, the best is 1
    ANYTHING = auto()  # the file says nothing of it


@dataclass(frozen=True, eq=False)
class Election:
    """Papers with their terms. `ids` are what the file calls the options, in their order.

    `method` is the key of the method that the file says it was, "" where it does not. `lines` has
    the line of the file in which each paper stands. `head` is what else was said in its head, and
    `categories` what their names are where the marks are categories.
    """

    terms: Terms
    papers: Papers
    ids: tuple[Id, ...]
    marked: Marked
    method: str = ""
    lines: "NDArray[int64] | None" = None
    head: Mapping[str, str] = field(default_factory=dict)
    categories: tuple[str, ...] = ()

    def with_total(self, total: Fraction) -> "Election":
        """The same with so much money to spend."""
        grown = lcm(self.terms.unit, total.denominator) // self.terms.unit
        unit = self.terms.unit * grown
        costs = tuple(one._replace(cost=one.cost * grown) for one in self.terms.options)
        terms = replace(self.terms, options=costs, total=int(total * unit), unit=unit)
        return replace(self, terms=terms)


def fault(line: int, sentence: str) -> UserError:
    """What is wrong in a line of a file, which whoever reads the file names."""
    return UserError(_("Line {line}: {sentence}", line=str(line), sentence=sentence))


def whole(text: str) -> int | None:
    """The whole number that is written there, of at most 18 digits; None where it is none."""
    text = text.strip()
    digits = text[1:] if text[:1] in ("-", "+") else text
    if digits.isdecimal() and digits.isascii() and len(digits) <= 18:
        return int(text)
    return None


def places_of(names: Sequence[str], places: Mapping[str, int]) -> list[int]:
    """The place of each name, whatever blanks are around it.

    Raises:
        KeyError: there is no such name.
    """
    try:
        return [places[name] for name in names]
    except KeyError:
        return [places[name.strip()] for name in names]


def times_in(text: str, line: int) -> int:
    """How often a paper was cast."""
    often = whole(text)
    if often is None or often < 0:
        said = _("“{text}” is no number of papers. Write a whole number.", text=text.strip()[:40])
        raise fault(line, said)
    if often > MOST_PAPERS:
        raise too_many_papers()
    return often


def too_many_papers() -> UserError:
    """The sentence for more papers than can be counted."""
    return UserError(
        _("The file has more papers than can be counted: at most {most}.", most=MOST_PAPERS)
    )


def too_many_options() -> UserError:
    """The sentence for more options than can be counted."""
    return UserError(
        _("The file has more options than can be counted: at most {most}.", most=MOST_OPTIONS)
    )


def too_many_marks() -> UserError:
    """The sentence for more marks than memory should be taken for."""
    return UserError(
        _("The file has more marks than can be read: at most {most}.", most=MOST_MARKS)
    )


def cut_short(said: int, found: int) -> UserError:
    """The sentence for a file that ends before its papers do, or has been added to."""
    return UserError(
        _(
            "The file says that it has {said} papers, and there are {found}: a part of it may be "
            "missing. Get it once more.",
            said=said,
            found=found,
        )
    )
