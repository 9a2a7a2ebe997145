"""Ranking: an order of as many options as one likes, with ties; counted by four rules."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from kdc_desktop.domain.polls.borda import doubled_points, upper_half
from kdc_desktop.domain.polls.cast import Cast, Marks, Spot
from kdc_desktop.domain.polls.method import (
    Count,
    Method,
    Number,
    PaperKind,
    PictureKind,
    Placed,
    Rule,
)
from kdc_desktop.domain.polls.orders import orders_of
from kdc_desktop.domain.polls.placing import placed
from kdc_desktop.domain.polls.ranked_papers import RankedPapers
from kdc_desktop.domain.polls.ranking_words import points_text, remarks_of, round_of
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.i18n import _, lazy, ngettext, plazy

_BORDA = lazy(
    "Ranked by points: on each paper an option gets one for every other that stands after it."
    " Options that stand level share their points, and those not ranked share what is left."
)
_SCHULZE = lazy(
    "Options are compared two by two, and ranked by how few others beat them, directly or by a"
    " chain of wins. Of two chains the one counts whose weakest win has more papers for it."
)
_IRV = lazy(
    "Each paper counts for who stands first on it. Who has the fewest drops out, and these papers"
    " count for who stands next, until one has more than half."
)
_CONDORCET = lazy(
    "Options are compared two by two. Who beats every other one wins, or nobody does; ranked by how"
    " many others each beats, a draw counting half."
)


class _Ranking(Method):
    key, order = "ranking", 4
    name = lazy("Ranking")
    sentence = lazy("Bring the options into your order, as far as you like; ties are allowed.")
    paper = PaperKind.ORDER
    picture = PictureKind.ROUNDS
    settings = frozenset({PollSetting.MARKS_EACH})
    reads_papers = True
    signature = True
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            "borda",
            lazy("Borda"),
            _BORDA,
            plazy("above what options are ranked by", "Points"),
        ),
        Rule(
            "schulze",
            lazy("Schulze"),
            _SCHULZE,
            plazy("above what options are ranked by", "Not beaten by"),
        ),
        Rule(
            "irv",
            lazy("Instant run-off"),
            _IRV,
            plazy("above what options are ranked by", "Votes in its last round"),
        ),
        Rule(
            "condorcet",
            lazy("Condorcet"),
            _CONDORCET,
            plazy("above what options are ranked by", "Others beaten"),
        ),
    )

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        """Ranks from 1, and no more options than may be ranked."""
        if any(rank < 1 for rank in marks.values()):
            return _("The first rank is 1: start again.")
        given = self.spent(marks)
        if terms.marks_each and given > terms.marks_each:
            return ngettext(
                "You may rank {count} and ranked {given}: take {excess} back.",
                "You may rank {count} and ranked {given}: take {excess} back.",
                terms.marks_each,
                given=given,
                excess=given - terms.marks_each,
            )
        return None

    def spent(self, marks: Marks) -> int:
        """How many options are ranked."""
        return len(marks)

    def said(self, _terms: Terms, value: int) -> str:
        """“place 2”."""
        return _("place {rank}", rank=value) if value else _("not ranked")

    def signs(self, _terms: Terms, value: int) -> str:
        """“2.”."""
        return _("{rank}.", rank=value)

    def kept(self, _terms: Terms, marks: Marks) -> dict[Spot, int]:
        """The same order without gaps: 1, 1, 4 is kept as 1, 1, 2."""
        ranks = {rank: at for at, rank in enumerate(sorted(set(marks.values())), start=1)}
        return {spot: ranks[rank] for spot, rank in marks.items()}

    def together(self, _terms: Terms, values: Sequence[int]) -> int:
        """The best of these ranks."""
        return min(values)

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """Ranked by the rule; others are counted too, to say where they disagree."""
        orders = orders_of(cast.papers, terms.ids)
        papers = RankedPapers(orders)
        outcome = papers.outcome(rule.key)
        rows = [
            Placed(key, 0, False, at in outcome.winners, outcome.values[at], voters)
            for at, (key, voters) in enumerate(zip(terms.ids, orders.named(), strict=True))
        ]
        ranks = dict(zip(terms.ids, outcome.ranks, strict=True))
        return Count(
            rule,
            cast.papers.cast,
            cast.papers.blank,
            placed(rows, lambda row: ranks[row.option_id], chosen=False),
            tuple(round_of(step, terms) for step in papers.steps) if rule.key == "irv" else (),
            tuple(remarks_of(papers, terms, rule, self.rules)),
        )

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """The part that an option gets of the points that these papers could have given it.

        That is Borda's count, but a paper gives nothing to what it does not rank.
        """
        orders = orders_of(cast.papers, terms.ids)
        most = 2 * (orders.size - 1) * cast.papers.cast
        if not most:
            named, of_all = orders.named(), max(1, cast.papers.cast)
            return {key: Fraction(named[at], of_all) for at, key in enumerate(terms.ids)}
        points = doubled_points(orders, unranked=False)
        return {key: Fraction(points[at], most) for at, key in enumerate(terms.ids)}

    def supporters(self, cast: Cast, terms: Terms) -> dict[int, int]:
        """How many papers put an option before at least half of the others."""
        return dict(zip(terms.ids, upper_half(orders_of(cast.papers, terms.ids)), strict=True))

    def written(self, value: Number | None, terms: Terms) -> str:
        """Points or votes: “12”, “12.5”."""
        return super().written(value, terms) if value is None else points_text(value)

    def line(self, terms: Terms) -> str:
        """“Ranking”, or “Ranking, up to 3”."""
        if not terms.marks_each:
            return str(self.name)
        return _("{method}, up to {marks}", method=self.name, marks=terms.marks_each)


METHOD = _Ranking()
