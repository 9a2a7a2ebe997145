"""Score: a number on a scale for every option that one has an opinion of; blank is not zero."""

from fractions import Fraction
from typing import ClassVar

from kdc_desktop.domain.polls.cast import Cast, Spot
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.levels import (
    Levelled,
    at_an_end,
    end_words,
    in_scale,
    mean,
    mean_text,
    on_papers,
    seldom,
    spread,
    unsaid,
)
from kdc_desktop.domain.polls.method import (
    Count,
    Number,
    Placed,
    Rule,
)
from kdc_desktop.domain.polls.placing import blank_of, placed
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import lazy, plazy


class _Score(Levelled):
    key, order = "score", 3
    name = lazy("Score")
    sentence = lazy("Give each option a number; leave out what you have no opinion of.")
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            "score",
            lazy("Score"),
            lazy(
                "Ranked by the mean of those who gave a number. Leaving an option out is not the "
                "same as giving it 0."
            ),
            plazy("above what options are ranked by", "Mean"),
        ),
    )

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """Ranked by the mean of those who gave a number, papers and hands."""
        tally = cast.tally
        rows = []
        for key in terms.ids:
            said = tally.levels(Spot(key))
            voters = sum(on_papers(tally, Spot(key)).values())
            rows.append(
                Placed(key, 0, False, False, mean(said), voters, spread=spread(terms, said))
            )
        ranked = placed(rows, lambda row: row.value)
        remarks = (*unsaid(terms, tally), *seldom(terms, ranked, tally))
        return Count(rule, tally.cast, blank_of(tally), ranked, remarks=remarks)

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """How far up the scale the mean of the papers lies."""
        tally = cast.tally
        return {key: in_scale(terms, mean(on_papers(tally, Spot(key)))) for key in terms.ids}

    def unnumbered(self, cast: Cast, terms: Terms, few: int) -> dict[int, ToldPart]:
        """Those of which the mean is nearly the lowest or the highest."""
        tally = cast.tally
        ends = {
            key: at_an_end(terms, mean(on_papers(tally, Spot(key))), tally.cast, few)
            for key in terms.ids
        }
        return {key: told for key, told in ends.items() if told}

    def nearly_words(self, told: ToldPart) -> str:
        """“nearly the highest”."""
        return end_words(told)

    def written(self, value: Number | None, _terms: Terms) -> str:
        """“3.42”."""
        return mean_text(value)


METHOD = _Score()
