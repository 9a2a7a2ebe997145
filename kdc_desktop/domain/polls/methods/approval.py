"""Approval: a yes to every option that one would support, or to so many of them."""

from typing import ClassVar

from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.giving import BY_TOTAL, Giving, less_than_nothing
from kdc_desktop.domain.polls.method import Rule, Terms
from kdc_desktop.i18n import _, lazy, ngettext


class _Approval(Giving):
    key, order = "approval", 1
    name = lazy("Approval")
    sentence = lazy("Say yes to every option you would support.")
    rules: ClassVar[tuple[Rule, ...]] = (Rule("approval", lazy("Approval"), BY_TOTAL),)

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

    def line(self, terms: Terms) -> str:
        """“Approval”, or “Approval, up to 3”."""
        if not terms.marks_each:
            return str(self.name)
        return _("{method}, up to {marks}", method=self.name, marks=terms.marks_each)


METHOD = _Approval()
