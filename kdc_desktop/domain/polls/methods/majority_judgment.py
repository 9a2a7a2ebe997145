"""Majority judgment: one of six words for every option; the best that more than half reach counts.

After Balinski and Laraki (2007). An option that a paper leaves out has the worst word there, as on
their ballots: otherwise an idea that only its three friends have read would win. Blank papers are
not counted. In a show of hands, whoever raises none says nothing.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from kdc_desktop.domain.polls.cast import Cast, Spot, Tally
from kdc_desktop.domain.polls.levels import (
    Levelled,
    named,
    on_papers,
    share_from,
    spread,
    unsaid,
    upper_half,
)
from kdc_desktop.domain.polls.majority import majority_value, median
from kdc_desktop.domain.polls.method import (
    Average,
    Count,
    Placed,
    Rule,
)
from kdc_desktop.domain.polls.placing import blank_of, placed
from kdc_desktop.domain.polls.terms import PollLevel, PollSetting, Terms
from kdc_desktop.i18n import _, lazy, ngettext, plazy

GRADES = (
    plazy("grade", "Reject"),
    plazy("grade", "Poor"),
    plazy("grade", "Acceptable"),
    plazy("grade", "Good"),
    plazy("grade", "Very good"),
    plazy("grade", "Excellent"),
)
"""The words, the worst first; their places are what stands on a paper."""


class _MajorityJudgment(Levelled):
    key, order = "majority_judgment", 5
    name = lazy("Majority judgment")
    sentence = lazy("Say a word for each option; what you leave out counts as the worst.")
    settings: ClassVar[frozenset[PollSetting]] = frozenset()
    average = Average.MEDIAN
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            "majority_judgment",
            lazy("Majority judgment"),
            lazy(
                "Ranked by the best grade that more than half reach; where it is the same, such "
                "grades are taken away one at a time. What a paper leaves out counts as the worst."
            ),
            plazy("above what options are ranked by", "Median grade"),
        ),
    )

    def levels(self, terms: Terms) -> tuple[PollLevel, ...]:
        """The six words; numbers where votes from elsewhere have other scales."""
        if (terms.lowest, terms.highest) != (0, len(GRADES) - 1):
            return super().levels(terms)
        return tuple(PollLevel(*grade) for grade in enumerate(GRADES))

    def left_out_words(self, terms: Terms) -> str:
        """That it counts as the worst."""
        worst = self.written(terms.lowest, terms)
        return _("what is left out counts as “{worst}”", worst=worst)

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """Ranked by the median grade, ties as Balinski and Laraki part them."""
        tally = cast.tally
        said = {key: _grades(tally, key, terms) for key in terms.ids}
        values = {key: majority_value(grades) or None for key, grades in said.items()}
        rows = []
        for key, grades in said.items():
            voters = sum(on_papers(tally, Spot(key)).values())
            value = median(grades)
            rows.append(Placed(key, 0, False, False, value, voters, spread=spread(terms, grades)))
        ranked = placed(rows, lambda row: values[row.option_id])
        remarks = (*unsaid(terms, tally), *self._left_out(ranked, tally, terms))
        remarks += self._parted(ranked, terms)
        return Count(rule, tally.cast, blank_of(tally), ranked, remarks=remarks)

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """The part of the papers that says a word of the better half: “Good” or more."""
        papers = Tally(cast.tally.papers, cast.tally.blank, cast.tally.given)
        return {
            key: share_from(_grades(papers, key, terms), upper_half(terms)) for key in terms.ids
        }

    def line(self, _terms: Terms) -> str:
        """“Majority judgment”: its words are always the same."""
        return str(self.name)

    def _left_out(self, ranked: Sequence[Placed], tally: Tally, terms: Terms) -> tuple[str, ...]:
        filled = tally.cast - blank_of(tally)
        left_out = sum(filled - one.voters for one in ranked)
        if not left_out:
            return ()
        return (
            ngettext(
                "{count} grade was left out and counts as “{worst}”.",
                "{count} grades were left out and count as “{worst}”.",
                left_out,
                worst=self.written(terms.lowest, terms),
            ),
        )

    def _parted(self, ranked: Sequence[Placed], terms: Terms) -> tuple[str, ...]:
        first = next((one for one in ranked if one.winner), None)
        if first is None:
            return ()
        same = [one.option_id for one in ranked if one.value == first.value]
        if len(same) == sum(one.winner for one in ranked):
            return ()
        return (
            _(
                "The grade “{grade}” is shared by {options}: to find the first, grades in the"
                " middle were taken away one at a time.",
                grade=self.written(first.value, terms),
                options=named(terms, same),
            ),
        )


def _grades(tally: Tally, option_id: int, terms: Terms) -> Counter[int]:
    """How many give which grade: hands, papers, and the worst where a paper leaves it out."""
    spot = Spot(option_id)
    found = Counter(tally.levels(spot))
    filled = tally.cast - blank_of(tally)
    found[terms.lowest] += filled - sum(on_papers(tally, spot).values())
    return +found


METHOD = _MajorityJudgment()
