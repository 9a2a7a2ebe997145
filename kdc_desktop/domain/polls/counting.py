"""Votes: what a valid ballot paper is, and what was counted.

Totals are always counted again from papers and hands, never kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kdc_desktop.domain.polls.rules import METHOD_BY_KEY
from kdc_desktop.domain.polls.states import Method
from kdc_desktop.i18n import _, ngettext


@dataclass(frozen=True)
class Tally:
    """What was counted; inner mappings go by option id, outer ones by sector (None: not kept).

    `marks` and `supporters` come from papers, `hands` from shows of hands; `papers` says how many
    papers each sector cast, blank ones included.
    """

    option_ids: tuple[int, ...]
    papers: Mapping[str | None, int]
    marks: Mapping[str | None, Mapping[int, int]]
    supporters: Mapping[str | None, Mapping[int, int]]
    hands: Mapping[str | None, Mapping[int, int]]

    def total(self, option_id: int) -> int:
        """Marks and hands of everybody for one option."""
        counts = (*self.marks.values(), *self.hands.values())
        return sum(count[option_id] for count in counts)

    def voters(self, option_id: int) -> int:
        """Papers that gave the option something."""
        return sum(count[option_id] for count in self.supporters.values())


def check_paper(
    method: Method,
    marks_each: int | None,
    stacking: bool,
    option_ids: Iterable[int],
    marks: Mapping[int, int],
) -> str | None:
    """What is wrong with a paper, as a sentence for the voter; None when it is valid.

    `marks_each` None means no limit. A blank paper is valid.
    """
    if not set(marks) <= set(option_ids):
        return _("One of these options is not on this paper: start again.")
    if any(type(count) is not int for count in marks.values()):
        return _("A mark is a whole number: start again.")
    if any(count < 0 for count in marks.values()):
        return _("A mark cannot be less than nothing: start again.")
    dots = METHOD_BY_KEY[method].may_stack
    if not (dots and stacking) and any(count > 1 for count in marks.values()):
        if dots:
            return _("Give each option at most one dot.")
        return _("Give each option at most one yes.")
    given = sum(marks.values())
    if marks_each is not None and given > marks_each:
        return _too_many(marks_each, given, dots)
    return None


def _too_many(marks_each: int, given: int, dots: bool) -> str:
    if dots:
        return ngettext(
            "You have {count} dot to give and gave {given}: take {excess} back.",
            "You have {count} dots to give and gave {given}: take {excess} back.",
            marks_each,
            given=given,
            excess=given - marks_each,
        )
    return ngettext(
        "You may pick {count} and picked {given}: take {excess} back.",
        "You may pick {count} and picked {given}: take {excess} back.",
        marks_each,
        given=given,
        excess=given - marks_each,
    )
