"""Quadratic: credits for everybody; a first vote for an option costs 1, two cost 4, three cost 9.

Votes against are refused: whoever sits here with an idea should hear how much it is wanted, and
credits spent against others tell nothing of what one would do oneself.
"""

from collections.abc import Sequence
from math import isqrt
from typing import ClassVar

from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.giving import VOTES, Giving
from kdc_desktop.domain.polls.method import HandsKind, Rule
from kdc_desktop.domain.polls.sums import WholePaper
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import _, lazy, ngettext, number_text


class _Quadratic(Giving):
    key, order = "quadratic", 7
    name = lazy("Quadratic")
    sentence = lazy("Buy votes with your credits: 1 vote costs 1, 2 cost 4, 3 cost 9, 4 cost 16.")
    hands = HandsKind.NONE
    needs_marks_each = True
    usual_marks = 16
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            "quadratic",
            lazy("Quadratic"),
            lazy("Ranked by the votes; so many votes for an option cost their square in credits."),
            VOTES,
        ),
    )

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        """No more credits than one has, and no votes against."""
        if any(value < 0 for value in marks.values()):
            return _("Votes are for an option, never against it: take those below 0 back.")
        spent, credit = self.spent(marks), terms.marks_each
        if not credit or spent <= credit:
            return None
        return ngettext(
            "Your votes cost {spent} and you have {count} credit: take some back.",
            "Your votes cost {spent} and you have {count} credits: take some back.",
            credit,
            spent=spent,
        )

    def unfit(self, terms: Terms) -> str | None:
        """Everybody has credits."""
        if terms.marks_each > 0:
            return None
        return _("Say how many credits everybody has: 16 are enough for 4 votes on one option.")

    def one_paper(self, terms: Terms) -> WholePaper:
        """As many votes as credits where each is for another option; their root to one."""
        return WholePaper(terms.marks_each, isqrt(terms.marks_each))

    def spent(self, marks: Marks) -> int:
        """What the votes cost, in credits."""
        return sum(value * value for value in marks.values())

    def together(self, _terms: Terms, values: Sequence[int]) -> int:
        """As many votes as what was spent on all of them buys for one option."""
        return isqrt(sum(value * value for value in values))

    def said(self, _terms: Terms, value: int) -> str:
        """“3 votes, cost 9”."""
        return ngettext(
            "{count} vote, costs {cost}", "{count} votes, cost {cost}", value, cost=value * value
        )

    def signs(self, _terms: Terms, value: int) -> str:
        """How many votes."""
        return number_text(value)

    def line(self, terms: Terms) -> str:
        """“Quadratic, 16 credits each”."""
        if not terms.marks_each:
            return str(self.name)
        return ngettext(
            "{method}, {count} credit each",
            "{method}, {count} credits each",
            terms.marks_each,
            method=self.name,
        )


METHOD = _Quadratic()
