"""Dots: so many for everybody, to be shared out among the options; several on one where allowed."""

from collections.abc import Sequence
from typing import ClassVar

from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.giving import BY_TOTAL, VOTES, Giving, less_than_nothing
from kdc_desktop.domain.polls.method import Rule
from kdc_desktop.domain.polls.sums import WholePaper
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.i18n import _, lazy, ngettext

_IN_A_ROW = 10  # so many are seen to be as many


class _Dots(Giving):
    key, order = "dots", 2
    name = lazy("Dots")
    sentence = lazy("Share out your dots among the options you want most.")
    needs_marks_each = True
    usual_marks = 5
    marks_caption = lazy("Dots each")
    settings = frozenset({PollSetting.MARKS_EACH, PollSetting.MOST_ON_ONE})
    rules: ClassVar[tuple[Rule, ...]] = (Rule("dots", lazy("Dots"), BY_TOTAL, VOTES),)

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        """No more dots than one has, and no more on an option than it may get."""
        if problem := less_than_nothing(marks):
            return problem
        most, given = terms.most_on_one, self.spent(marks)
        if most and any(value > most for value in marks.values()):
            return ngettext(
                "Give each option at most one dot.",
                "Give each option at most {count} dots.",
                most,
            )
        if terms.marks_each and given > terms.marks_each:
            return ngettext(
                "You have {count} dot to give and gave {given}: take {excess} back.",
                "You have {count} dots to give and gave {given}: take {excess} back.",
                terms.marks_each,
                given=given,
                excess=given - terms.marks_each,
            )
        return None

    def one_paper(self, terms: Terms) -> WholePaper:
        """All dots, and to one option so many as it can get."""
        each, most = terms.marks_each, terms.most_on_one
        return WholePaper(each, min(each, most) if each and most else each or most)

    def together(self, terms: Terms, values: Sequence[int]) -> int:
        """All dots where they may be stacked; else the one that an option can get."""
        most = terms.most_on_one
        return min(sum(values), most) if most else sum(values)

    def said(self, _terms: Terms, value: int) -> str:
        """“2 dots”."""
        return ngettext("{count} dot", "{count} dots", value)

    def signs(self, _terms: Terms, value: int) -> str:
        """As many dots, or their number where they are many."""
        return "●" * value if value <= _IN_A_ROW else _("● × {count}", count=value)

    def line(self, terms: Terms) -> str:
        """“Dots, 5 each”."""
        if not terms.marks_each:
            return str(self.name)
        return _("{method}, {marks} each", method=self.name, marks=terms.marks_each)


METHOD = _Dots()
