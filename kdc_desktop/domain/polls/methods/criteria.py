"""Criteria: every option is judged by each of several criteria, some of which weigh more.

Papers may be partial: each criterion has the mean of those who gave a number for it, so nobody has
to judge what they know nothing of, and nobody counts double who judges more. An option of which a
criterion has no number at all has no mean: the others' numbers cannot stand in for it.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import ClassVar

from kdc_desktop.domain.polls.cast import Cast, Marks, Spot, Tally
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.levels import (
    above_lowest,
    at_an_end,
    end_words,
    flat,
    in_scale,
    mean,
    mean_text,
    named,
    numbers,
    off_scale,
    on_papers,
    unsaid,
)
from kdc_desktop.domain.polls.method import (
    Count,
    Method,
    Number,
    PaperKind,
    PictureKind,
    Placed,
    Rule,
)
from kdc_desktop.domain.polls.placing import blank_of, placed
from kdc_desktop.domain.polls.terms import (
    CriterionTerms,
    PollLevel,
    PollSetting,
    Terms,
)
from kdc_desktop.i18n import _, lazy, listed_and, ngettext, plazy, quoted

Parts = tuple[Fraction | None, ...]
"""What an option came to by each criterion, in their order."""


class _Criteria(Method):
    key, order = "criteria", 8
    name = lazy("Criteria")
    sentence = lazy(
        "Give each option a number for each criterion; leave out what you cannot judge."
    )
    paper = PaperKind.GRID
    picture = PictureKind.FIELD
    settings = frozenset({PollSetting.SCALE, PollSetting.CRITERIA})
    signature = True
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            "criteria",
            lazy("Criteria"),
            lazy(
                "Ranked by the weighted mean: each criterion has the mean of those who gave a "
                "number for it, and counts by its weight."
            ),
            plazy("above what options are ranked by", "Weighted mean"),
        ),
    )

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        """Every number is one of the scale."""
        return off_scale(terms, marks)

    def unfit(self, terms: Terms) -> str | None:
        """There are criteria with names and weights, and a scale."""
        return _without(terms.criteria) or flat(terms)

    def levels(self, terms: Terms) -> tuple[PollLevel, ...]:
        """The numbers of the scale."""
        return numbers(terms)

    def spots(self, terms: Terms) -> Iterable[Spot]:
        """A spot for each option and criterion."""
        return (Spot(key, one.number) for key in terms.ids for one in terms.criteria)

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """Ranked by the weighted mean of the criteria."""
        tally = cast.tally
        rows = []
        for key in terms.ids:
            parts = _parts(tally, key, terms)
            value = weighted_mean(terms.criteria, parts)
            rows.append(
                Placed(key, 0, False, False, value, _voters(tally, key, terms), parts=parts)
            )
        ranked = placed(rows, lambda row: row.value)
        remarks = (*unsaid(terms, tally), *_partly(terms, ranked), *_weightless(terms))
        return Count(rule, tally.cast, blank_of(tally), ranked, remarks=remarks)

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """How far up the scale the weighted mean of the papers lies."""
        return {
            key: in_scale(terms, weighted_mean(terms.criteria, _parts(cast.tally, key, terms)))
            for key in terms.ids
        }

    def length(self, value: Number | None, terms: Terms) -> float:
        """How far above the lowest level."""
        return above_lowest(terms, value)

    def unnumbered(self, cast: Cast, terms: Terms, few: int) -> dict[int, ToldPart]:
        """Those of which the mean is nearly at an end, by all criteria or by one."""
        papers, found = cast.tally.cast, dict[int, ToldPart]()
        for key in terms.ids:
            parts = _parts(Tally(cast.tally.papers, given=cast.tally.given), key, terms)
            whole = at_an_end(terms, weighted_mean(terms.criteria, parts), papers, few)
            some = any(at_an_end(terms, part, papers, few) for part in parts)
            if whole or some:
                found[key] = whole or ToldPart.PLACE
        return found

    def nearly_words(self, told: ToldPart) -> str:
        """“nearly the highest”."""
        return end_words(told)

    def written(self, value: Number | None, _terms: Terms) -> str:
        """“3.42”."""
        return mean_text(value)

    def line(self, terms: Terms) -> str:
        """“Criteria: Impact and Ease”."""
        if not terms.criteria:
            return str(self.name)
        names = listed_and([one.name for one in terms.criteria])
        return _("{method}: {criteria}", method=self.name, criteria=names)


def weighted_mean(criteria: Sequence[CriterionTerms], parts: Parts) -> Fraction | None:
    """The mean of what an option came to by each criterion that has a weight, exactly.

    None where there is no such criterion, or one by which nobody has judged the option.
    """
    weighed = [(one.weight, part) for one, part in zip(criteria, parts, strict=True)]
    known = [(weight, part) for weight, part in weighed if weight > 0 and part is not None]
    if not known or len(known) < sum(weight > 0 for weight, _part in weighed):
        return None
    return sum((weight * part for weight, part in known), Fraction(0)) / sum(
        weight for weight, _part in known
    )


def _parts(tally: Tally, option_id: int, terms: Terms) -> Parts:
    return tuple(mean(tally.levels(Spot(option_id, one.number))) for one in terms.criteria)


def _voters(tally: Tally, option_id: int, terms: Terms) -> int:
    """How many judged an option by the criterion by which most did."""
    said = (on_papers(tally, Spot(option_id, one.number)) for one in terms.criteria)
    return max((sum(levels.values()) for levels in said), default=0)


def _without(criteria: Sequence[CriterionTerms]) -> str | None:
    """What is wrong where nothing, or something without name or weight, is judged by."""
    if not criteria:
        return _("Write down at least one criterion by which the options are judged.")
    if not all(one.name.strip() for one in criteria):
        return _("Give every criterion a name.")
    light = [one.name for one in criteria if one.weight < 1]
    if not light:
        return None
    return ngettext(
        "Give {criteria} a weight of 1 or more, or take that criterion out.",
        "Give {criteria} a weight of 1 or more, or take those criteria out.",
        len(light),
        criteria=_quoted(light),
    )


def _partly(terms: Terms, ranked: Sequence[Placed]) -> tuple[str, ...]:
    """A sentence of the options that stand last because nobody judged them by some criterion."""
    partly = [
        one.option_id
        for one in ranked
        if one.value is None and any(part is not None for part in one.parts)
    ]
    if not partly:
        return ()
    return (
        _(
            "Judged by some criteria only, and so without a mean: {options}.",
            options=named(terms, partly),
        ),
    )


def _weightless(terms: Terms) -> tuple[str, ...]:
    light = [one.name for one in terms.criteria if one.weight < 1]
    if not light:
        return ()
    return (_("Not counted, since it has no weight: {criteria}.", criteria=_quoted(light)),)


def _quoted(names: Sequence[str]) -> str:
    return listed_and([quoted(name) for name in names])


METHOD = _Criteria()
