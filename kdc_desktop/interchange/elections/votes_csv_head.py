"""The head of a table of ballot papers: lines that begin with #, each a row of its own.

“# option,3,Bike lane,500” says what an option is called and costs. Without a head, options are what
the papers name. What stands behind its first word is the separator: a spreadsheet that saves the
table with other ones does so here, too.
"""

import csv
from collections.abc import Sequence
from fractions import Fraction

from kdc_desktop.domain.polls.methods import KEYS
from kdc_desktop.domain.polls.terms import CriterionTerms
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange.elections.amounts import amount_in
from kdc_desktop.interchange.elections.election import (
    MOST_OPTIONS,
    fault,
    too_many_options,
    whole,
)
from kdc_desktop.interchange.formulas import unarmed

SEPARATORS = ",;\t"


class VotesHead:
    """What the head says of the method, its limits, the options and the criteria."""

    def __init__(self) -> None:
        self.method = ""
        self.scale: tuple[int, int] | None = None
        self.total = Fraction(0)
        self.marks_each = self.most_on_one = 0
        self.options: dict[str, tuple[str, Fraction]] = {}
        self.criteria: list[CriterionTerms] = []
        self.said: dict[str, str] = {}

    def take(self, row: str, line: int) -> None:
        """A line of the head, without its #."""
        behind = next((letter for letter in row if letter in SEPARATORS), ",")
        read = next(csv.reader([row], delimiter=behind), [])
        cells = [unarmed(cell.strip()) for cell in read]
        key, *values = [*cells, *[""] * 4]
        match key.lower():
            case "method":
                self.method = _method(values[0], line)
            case "scale":
                self.scale = _number(values[0], line), _number(values[1], line)
            case "total":
                self.total = amount_in(values[0], line)
            case "marks each":  # untranslated: as the file calls it
                self.marks_each = _number(values[0], line)
            case "most on one":  # untranslated: the same
                self.most_on_one = _number(values[0], line)
            case "option":
                self._option(values, line)
            case "criterion":
                self._criterion(values, line)
            case other if other:
                self.said[key] = values[0]

    def _option(self, values: Sequence[str], line: int) -> None:
        key, title, cost = values[:3]
        if not key or key in self.options:
            raise fault(line, _("each option needs an id of its own."))
        self.options[key] = title or key, amount_in(cost, line) if cost else Fraction(0)
        if len(self.options) > MOST_OPTIONS:
            raise too_many_options()

    def _criterion(self, values: Sequence[str], line: int) -> None:
        number, weight = _number(values[0], line), whole(values[2])
        if number in [one.number for one in self.criteria] or weight is None or weight < 0:
            said = _("each criterion has a number of its own, a name, and a weight from 0 on.")
            raise fault(line, said)
        self.criteria.append(CriterionTerms(number, values[1] or str(number), weight))


def _method(key: str, line: int) -> str:
    if key not in KEYS:
        said = _("“{text}” is no method; these are: {keys}.", text=key[:40], keys=listed(KEYS))
        raise fault(line, said)
    return key


def _number(text: str, line: int) -> int:
    number = whole(text)
    if number is None:
        raise fault(line, _("“{text}” is no whole number.", text=text[:40]))
    return number
