"""Votes: what a valid ballot paper is, and the count.

Totals are always counted again from papers and hands, never kept. The count touches every mark
once, so its cost grows in step with the papers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.polls.rules import METHOD_BY_KEY
from kdc_desktop.domain.polls.states import Method
from kdc_desktop.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Paper:
    """One ballot paper: marks by option id, and the voter's sector where secrecy keeps it."""

    sector: str | None
    marks: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Hands:
    """Hands counted in the room for one option, in one sector or in all of them together."""

    option_id: int
    sector: str | None
    hands: int


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


def tally(option_ids: Sequence[int], papers: Iterable[Paper], hands: Iterable[Hands] = ()) -> Tally:
    """Count papers and hands; ValueError for one on an option that is not in the poll.

    The services let the database add up and use this as the independent count that theirs must
    equal.
    """
    options = tuple(dict.fromkeys(option_ids))
    nothing = dict.fromkeys(options, 0)
    cast: dict[str | None, int] = {}
    marks: dict[str | None, dict[int, int]] = {}
    supporters: dict[str | None, dict[int, int]] = {}
    raised: dict[str | None, dict[int, int]] = {}
    try:
        for paper in papers:
            sector = paper.sector
            if sector not in cast:
                cast[sector] = 0
                marks[sector] = dict(nothing)
                supporters[sector] = dict(nothing)
            cast[sector] += 1
            sums, support = marks[sector], supporters[sector]
            for option_id, count in paper.marks.items():
                sums[option_id] += count
                if count:
                    support[option_id] += 1
        for row in hands:
            raised.setdefault(row.sector, dict(nothing))[row.option_id] += row.hands
    except KeyError as error:
        raise ValueError(f"option {error} is not in this poll") from error
    return Tally(options, cast, marks, supporters, raised)
