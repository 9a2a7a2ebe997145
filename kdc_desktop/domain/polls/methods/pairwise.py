"""Pairwise: two options at a time, as often as one likes; how strong each is, is estimated."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from typing import ClassVar

from kdc_desktop.domain.polls.cast import Cast, Marks, Papers, Spot, Tally
from kdc_desktop.domain.polls.levels import named
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
from kdc_desktop.domain.polls.strengths import Strengths, strengths
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.i18n import _, lazy, ngettext, percent_text, plazy, quoted

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
    picture = PictureKind.RANGES
    settings = frozenset({PollSetting.MARKS_EACH})
    reads_papers = True
    signature = True
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            "pairwise",
            lazy("Two at a time"),
            _SENTENCE,
            plazy("above what options are ranked by", "Chance"),
        ),
    )

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
        met = [any(row) or any(other[at] for other in won) for at, row in enumerate(won)]
        found, voters = strengths(won), _voters(cast.papers)
        rows = [
            replace(row, value=found.chance(at), low=low, high=high) if met[at] else row
            for at, key in enumerate(terms.ids)
            for row in (Placed(key, 0, False, False, None, voters.get(key, 0)),)
            for low, high in (found.between(at),)
        ]
        strength = {key: found.strength[at] for at, key in enumerate(terms.ids) if met[at]}
        return Count(
            rule,
            cast.tally.cast,
            blank_of(cast.tally),
            placed(rows, lambda row: strength.get(row.option_id)),
            remarks=tuple(_remarks(won, found, terms)) if any(met) else (),
        )

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """The chance to be preferred to an average option, as these papers have it."""
        won = _won(cast.tally, terms)
        if not any(map(any, won)):
            return dict.fromkeys(terms.ids, Fraction(0))
        found = strengths(won)
        return {key: Fraction(found.chance(at)) for at, key in enumerate(terms.ids)}

    def supporters(self, cast: Cast, terms: Terms) -> dict[int, int]:
        """How many papers prefer an option more often than they prefer others to it."""
        import numpy

        papers, size = cast.papers, max(1, len(cast.papers.options))
        places = {key: at for at, key in enumerate(papers.options)}
        other = numpy.array([places.get(key, -1) for key in papers.part.tolist()], numpy.int64)
        pairs = numpy.concatenate(
            (papers.paper * size + papers.option, papers.paper * size + other)
        )
        signs = numpy.repeat((1, -1), len(papers.paper))
        there, at = numpy.unique(pairs, return_inverse=True)
        ahead = numpy.bincount(at.reshape(-1), weights=signs, minlength=len(there))
        backs = there[ahead > 0]
        found = numpy.zeros(len(papers.options), dtype=numpy.int64)
        numpy.add.at(found, backs % size, papers.times[backs // size])
        counted = dict(zip(papers.options, found.tolist(), strict=True))
        return {key: counted.get(key, 0) for key in terms.ids}

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


def _remarks(won: list[list[int]], found: Strengths, terms: Terms) -> Iterator[str]:
    """How sure the first place is, and whether all options can be set beside each other."""
    groups = _groups(won)
    met = sorted(
        (at for group in groups if len(group) > 1 for at in group),
        key=lambda at: found.strength[at],
        reverse=True,
    )
    sure = found.surely(*met[:2])
    if sure < _SURE and found.strength[met[0]] > found.strength[met[1]]:
        yield _(
            "That {option} really stands before {other} is {percent} sure.",
            option=quoted(terms.options[met[0]].title),
            other=quoted(terms.options[met[1]].title),
            percent=percent_text(sure),
        )
    never = [terms.ids[at] for at in range(len(won)) if at not in met]
    if never:
        yield ngettext(
            "{options} was never compared.",
            "{options} were never compared.",
            len(never),
            options=named(terms, never),
        )
    if len(groups) - len(never) > 1:
        yield _(
            "Some options were not compared with the rest, directly or over others:"
            " where they stand beside each other is a guess."
        )


def _groups(won: list[list[int]]) -> list[set[int]]:
    """The options that comparisons lead between, together."""
    groups: list[set[int]] = []
    for at, row in enumerate(won):
        near = {other for other, count in enumerate(row) if count or won[other][at]} | {at}
        touched = [group for group in groups if group & near]
        groups = [group for group in groups if not group & near]
        groups.append(near.union(*touched))
    return groups


METHOD = _Pairwise()
