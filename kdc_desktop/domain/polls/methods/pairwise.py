"""Pairwise: two options at a time, as often as one likes; how strong each is, is estimated."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import permutations
from typing import ClassVar

from kdc_desktop.domain.polls.cast import Cast, Marks, Papers, Spot, Tally
from kdc_desktop.domain.polls.method import (
    Count,
    Method,
    Number,
    PaperKind,
    Picture,
    Placed,
    Rule,
    Setting,
    Terms,
    blank_of,
    placed,
)
from kdc_desktop.domain.polls.strengths import Strengths, strengths
from kdc_desktop.i18n import _, lazy, ngettext, percent_text, quoted

_SENTENCE = lazy(
    "Ranked by the chance to be preferred to an average option (Bradley and Terry), as if each had"
    " also won and lost once against it; nine times in ten the chance lies within the bar."
)
_SURE = 0.95


class _Pairwise(Method):
    key, order = "pairwise", 9
    name = lazy("Two at a time")
    sentence = lazy("Say which of two options you prefer, as often as you like.")
    paper = PaperKind.PAIRS
    picture = Picture.RANGES
    settings = frozenset({Setting.MARKS_EACH})
    reads_papers = True
    signature = True
    rules: ClassVar[tuple[Rule, ...]] = (Rule("pairwise", lazy("Two at a time"), _SENTENCE),)

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        """One answer to each pair, and no more pairs than may be answered."""
        if any(value != 1 for value in marks.values()):
            return _("A pair is answered by one of its two options: start again.")
        for option, other in marks:
            if option < other and Spot(other, option) in marks:
                return _(
                    "You preferred {option} to {other}, and {other} to {option}: keep one of them.",
                    option=quoted(terms.title(option)),
                    other=quoted(terms.title(other)),
                )
        given = self.spent(marks)
        if terms.marks_each and given > terms.marks_each:
            return ngettext(
                "You may answer {count} pair and answered {given}: take {excess} back.",
                "You may answer {count} pairs and answered {given}: take {excess} back.",
                terms.marks_each,
                given=given,
                excess=given - terms.marks_each,
            )
        return None

    def said(self, _terms: Terms, value: int) -> str:
        """“preferred”."""
        return _("preferred") if value else _("not preferred")

    def signs(self, _terms: Terms, _value: int) -> str:
        """A tick."""
        return "✓"

    def spots(self, terms: Terms) -> Iterable[Spot]:
        """Each option, preferred to each other one."""
        return (Spot(option, other) for option, other in permutations(terms.ids, 2))

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """Ranked by the chance to be preferred to an average option, with its range."""
        won = _won(cast.tally, terms)
        found = strengths(won)
        voters = _voters(cast.papers)
        rows = [
            Placed(
                key, 0, False, False, found.chance(at), voters.get(key, 0), (), *found.between(at)
            )
            for at, key in enumerate(terms.ids)
        ]
        order = dict(zip(terms.ids, found.strength, strict=True))
        compared = any(map(any, won))
        return Count(
            rule,
            cast.tally.cast,
            blank_of(cast.tally),
            placed(rows, lambda row: order[row.option_id], chosen=compared),
            remarks=tuple(_remarks(won, found, terms)) if compared else (),
        )

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """The chance to be preferred to an average option, as these papers have it."""
        won = _won(cast.tally, terms)
        if not any(map(any, won)):
            return dict.fromkeys(terms.ids, Fraction(0))
        found = strengths(won)
        return {key: Fraction(found.chance(at)) for at, key in enumerate(terms.ids)}

    def written(self, value: Number | None, terms: Terms) -> str:
        """A chance in per cent: “64 %”."""
        return super().written(value, terms) if value is None else percent_text(float(value))

    def line(self, terms: Terms) -> str:
        """“Two at a time”, or “Two at a time, up to 20”."""
        if not terms.marks_each:
            return str(self.name)
        return _("{method}, up to {marks}", method=self.name, marks=terms.marks_each)


def _won(tally: Tally, terms: Terms) -> list[list[int]]:
    """How often the option of the row was preferred to that of the column."""
    places = {key: at for at, key in enumerate(terms.ids)}
    won = [[0] * len(places) for _key in places]
    for by_spot in tally.given.values():
        for (option, other), said in by_spot.items():
            if option in places and other in places and option != other:
                won[places[option]][places[other]] += sum(said.values())
    return won


def _voters(papers: Papers) -> dict[int, int]:
    """How many papers prefer each option to some other."""
    import numpy

    size = max(1, len(papers.options))
    there = numpy.sort(papers.paper * size + papers.option)
    there = there[numpy.diff(there, prepend=-1) > 0]  # a paper may prefer an option to several
    found = numpy.zeros(len(papers.options), dtype=numpy.int64)
    numpy.add.at(found, there % size, papers.times[there // size])
    return dict(zip(papers.options, found.tolist(), strict=True))


def _remarks(won: list[list[int]], found: Strengths, terms: Terms) -> Iterable[str]:
    """How sure the first place is, and whether all options can be set beside each other."""
    first, second, *_rest = sorted(range(len(won)), key=lambda at: found.strength[at], reverse=True)
    sure = found.surely(first, second)
    if sure < _SURE and found.strength[first] > found.strength[second]:
        yield _(
            "That {option} really stands before {other} is {percent} sure.",
            option=quoted(terms.options[first].title),
            other=quoted(terms.options[second].title),
            percent=percent_text(sure),
        )
    if not _joined(won):
        yield _(
            "Some options were not compared with the rest, directly or over others:"
            " where they stand beside each other is a guess."
        )


def _joined(won: list[list[int]]) -> bool:
    """Whether comparisons lead from each option to each other one."""
    seen, ahead = {0}, [0]
    while ahead:
        at = ahead.pop()
        near = {other for other in range(len(won)) if won[at][other] or won[other][at]} - seen
        seen |= near
        ahead += near
    return len(seen) == len(won)


METHOD = _Pairwise()
