"""What methods share in which yeses, dots or votes are given to options and added up."""

from abc import ABC
from fractions import Fraction

from kdc_desktop.domain.polls.cast import Cast, Marks, Spot, Tally
from kdc_desktop.domain.polls.method import (
    Count,
    HandsKind,
    Method,
    PaperKind,
    Placed,
    Rule,
)
from kdc_desktop.domain.polls.placing import blank_of, placed
from kdc_desktop.domain.polls.sums import WholePaper
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.i18n import _, lazy, ngettext, plazy


class Giving(Method, ABC):
    """A method in which the marks and hands of everybody are added up."""

    paper = PaperKind.MARKS
    hands = HandsKind.OPTIONS
    adds_up = True
    settings = frozenset({PollSetting.MARKS_EACH})

    def kept(self, _terms: Terms, marks: Marks) -> dict[Spot, int]:
        """The marks that are given: none is the same as nothing."""
        return {spot: value for spot, value in marks.items() if value}

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """Ranked by the sum of marks and hands."""
        tally = cast.tally
        rows = [
            Placed(key, 0, False, False, total(tally, key), supporters(tally, key))
            for key in terms.ids
        ]
        chosen = any(row.value for row in rows)  # where nobody gave anything, nothing is chosen
        ranked = placed(rows, lambda row: row.value, chosen=chosen)
        return Count(rule, tally.cast, blank_of(tally), ranked)

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """The part of the papers that gives an option something."""
        of_all = max(1, cast.tally.cast)
        return {key: Fraction(n, of_all) for key, n in self.supporters(cast, terms).items()}

    def supporters(self, cast: Cast, terms: Terms) -> dict[int, int]:
        """How many papers give an option something."""
        return {key: supporters(cast.tally, key) for key in terms.ids}

    def one_paper(self, terms: Terms) -> WholePaper:
        """What one paper can give: one to an option, unless more may be given."""
        return WholePaper(terms.marks_each, 1)


class Yeses(Giving, ABC):
    """A method in which an option is given a yes or none."""

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        """One yes an option, and no more than may be said."""
        if problem := less_than_nothing(marks):
            return problem
        if any(value > 1 for value in marks.values()):
            return _("Give each option at most one yes.")
        given = self.spent(marks)
        if terms.marks_each and given > terms.marks_each:
            return ngettext(
                "You may pick {count} and picked {given}: take {excess} back.",
                "You may pick {count} and picked {given}: take {excess} back.",
                terms.marks_each,
                given=given,
                excess=given - terms.marks_each,
            )
        return None

    def said(self, _terms: Terms, value: int) -> str:
        """“chosen”."""
        return _("chosen") if value else _("not chosen")

    def signs(self, _terms: Terms, _value: int) -> str:
        """A tick."""
        return "✓"


def total(tally: Tally, option_id: int, *, hands: bool = True) -> int:
    """Marks and, where wanted, hands of everybody for an option."""
    levels = tally.levels(Spot(option_id), hands=hands)
    return sum(value * count for value, count in levels.items())


def supporters(tally: Tally, option_id: int) -> int:
    """Papers that gave an option something."""
    levels = tally.levels(Spot(option_id), hands=False)
    return sum(count for value, count in levels.items() if value > 0)


def less_than_nothing(marks: Marks) -> str | None:
    """What is wrong where a mark takes something away."""
    if any(value < 0 for value in marks.values()):
        return _("A mark cannot be less than nothing: start again.")
    return None


BY_TOTAL = lazy("Ranked by the total.")
VOTES = plazy("above what options are ranked by", "Votes")
