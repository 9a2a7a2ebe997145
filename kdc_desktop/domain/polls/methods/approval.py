"""Approval: a yes to every option that one would support, or to so many of them."""

from typing import ClassVar

from kdc_desktop.domain.polls.giving import BY_TOTAL, VOTES, Yeses
from kdc_desktop.domain.polls.method import Rule
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import _, lazy


class _Approval(Yeses):
    key, order = "approval", 1
    name = lazy("Approval")
    sentence = lazy("Say yes to every option you would support.")
    rules: ClassVar[tuple[Rule, ...]] = (Rule("approval", lazy("Approval"), BY_TOTAL, VOTES),)

    def line(self, terms: Terms) -> str:
        """“Approval”, or “Approval, up to 3”."""
        if not terms.marks_each:
            return str(self.name)
        return _("{method}, up to {marks}", method=self.name, marks=terms.marks_each)


METHOD = _Approval()
