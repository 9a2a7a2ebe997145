"""From a count to a result: places with ties named, each sector's part, small groups hidden.

Places are standard competition ranks (1, 2, 2, 4).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED, LETTERS, UNKNOWN
from kdc_desktop.domain.polls.cast import Cast
from kdc_desktop.domain.polls.hiding import SMALLEST_GROUP, shown_sectors
from kdc_desktop.domain.polls.method import Count, Method, Number, Placed, Rule, Terms, placed
from kdc_desktop.domain.polls.states import Order
from kdc_desktop.i18n import _, listed, ngettext, number_text, sentences


class PollPlace(NamedTuple):
    """The rank of one among so many; `tied`: others have the same."""

    rank: int
    tied: bool
    of: int

    @property
    def label(self) -> str:
        """The place as it is read out: "1", or "=3" for a tie."""
        return place_label(self.rank, tied=self.tied)


def place_label(rank: int, *, tied: bool) -> str:
    """A place as it is read out: "1", or "=3" for a tie."""
    return f"={number_text(rank)}" if tied else number_text(rank)


@dataclass(frozen=True)
class Result:
    """One option's outcome: what the rule made of it, and what each sector that may be shown did.

    `rank` and `tied` are its place in the order of the result. `by_sector` is what the rule makes
    of the papers and hands of one sector, None where it says nothing of the option; where values
    are sums, `together` is what those that are not shown gave, so that all add up to the value.
    `share` (0 to 1) is how far a sector's papers support the option. The weakest sector is the one
    with the least share, None where none may be shown.
    """

    placed: Placed
    rank: int
    tied: bool
    by_sector: dict[str, Number | None]
    together: Number
    share: dict[str, Fraction]
    weakest_sector: str | None
    weakest_share: Fraction | None

    @property
    def option_id(self) -> int:
        """The option that it is of."""
        return self.placed.option_id

    @property
    def value(self) -> Number | None:
        """What the rule ranks it by."""
        return self.placed.value

    @property
    def rank_label(self) -> str:
        """The place as it is read out: "1", or "=3" for a tie."""
        return place_label(self.rank, tied=self.tied)


@dataclass(frozen=True)
class Ranking:
    """Results, the best first, `count` behind them, and the rule in a `sentence`.

    `counted` are the sectors that count for the weakest one, or that are shown; `left_out` those
    that are not.
    """

    results: tuple[Result, ...]
    count: Count
    counted: tuple[str, ...]
    left_out: tuple[str, ...]
    sentence: str


class Ballots:
    """A poll to be counted: its method and terms, the rule, and what was cast.

    What was counted once is kept, so whoever asks again does not wait.
    """

    def __init__(self, method: Method, terms: Terms, rule: Rule, cast: Cast) -> None:
        self.method, self.terms, self.rule, self.cast = method, terms, rule, cast
        self._by_sector: dict[str, OfSector] = {}

    def by_rule(self, key: str) -> "Ballots":
        """The same papers, to be counted by this rule of the method."""
        rule = self.method.rule(key)
        return self if rule == self.rule else Ballots(self.method, self.terms, rule, self.cast)

    @cached_property
    def count(self) -> Count:
        """What everybody's papers and hands come to."""
        return self.method.count(self.cast, self.terms, self.rule)

    def of_sector(self, sector: str) -> "OfSector":
        """What the papers and hands of one sector come to."""
        if sector not in self._by_sector:
            own = self.cast.only(sector)
            count = self.method.count(own, self.terms, self.rule)
            self._by_sector[sector] = OfSector(
                {one.option_id: one.value for one in count.options},
                self.method.shares(own, self.terms),
            )
        return self._by_sector[sector]


class OfSector(NamedTuple):
    """By option: what the rule makes of one sector's papers and hands, and its papers' support."""

    values: Mapping[int, Number | None]
    shares: Mapping[int, Fraction]


def ranked(ballots: Ballots, order: Order, smallest_group: int = SMALLEST_GROUP) -> Ranking:
    """The result in this order."""
    count = ballots.count
    shown = shown_sectors(ballots.cast.tally, smallest_group)
    results = _results(ballots, count, shown)
    if order is Order.WEAKEST:
        return _by_weakest_sector(ballots, count, results, shown, smallest_group)
    papers = ballots.cast.tally.papers
    left_out = tuple(s for s in COUNTED if s not in shown and papers.get(s))
    aside = (
        [
            _(
                "Shown only together, so that nobody can be made out: {sectors}.",
                sectors=_names(left_out),
            )
        ]
        if left_out
        else []
    )
    sentence = sentences([str(count.rule.sentence), *aside])
    return Ranking(tuple(results), count, shown, left_out, sentence)


def _by_weakest_sector(
    ballots: Ballots,
    count: Count,
    results: list[Result],
    shown: tuple[str, ...],
    smallest_group: int,
) -> Ranking:
    """Ranked by the share of support in the sector where an option has least.

    Only papers count, since hands cannot be set against the people who stayed still. Options that
    are equal by this rule are tied; they stand in the order of what the rule makes of all.
    """
    papers = ballots.cast.tally.papers
    enough = [s for s in shown if papers.get(s, 0) >= max(1, smallest_group)]
    counted = tuple(s for s in enough if s != UNKNOWN)
    left_out = tuple(letter for letter in LETTERS if letter not in counted)
    by_id = {row.option_id: row for row in results}
    places = placed([row.placed for row in results], lambda one: by_id[one.option_id].weakest_share)
    rows = tuple(replace(by_id[p.option_id], rank=p.place, tied=p.tied) for p in places)
    aside = (
        [_("Those whose sector is not known count in the total only.")]
        if papers.get(UNKNOWN)
        else []
    )
    sentence = sentences([_weakest_told(counted, left_out, smallest_group), *aside])
    return Ranking(rows, count, counted, left_out, sentence)


def _weakest_told(counted: tuple[str, ...], left_out: tuple[str, ...], smallest: int) -> str:
    if not counted:
        return ngettext(
            "No sector can be shown with {count} paper or more, so all are tied: use the total.",
            "No sector can be shown with {count} papers or more, so all are tied: use the total.",
            smallest,
        )
    if left_out:
        return _(
            "Ranked by the share in the sector that supports it least."
            " Left out, too few papers to show: {sectors}.",
            sectors=_names(left_out),
        )
    return _("Ranked by the share in the sector that supports it least.")


def _results(ballots: Ballots, count: Count, shown: Iterable[str]) -> list[Result]:
    tally = ballots.cast.tally
    with_papers = [s for s in shown if tally.papers.get(s)]
    there = [s for s in shown if tally.papers.get(s) or tally.hands.get(s)]
    values = {s: ballots.of_sector(s).values for s in there}
    shares = {s: ballots.of_sector(s).shares for s in with_papers}
    return [_result(one, ballots.method.adds_up, values, shares) for one in count.options]


def _result(
    one: Placed,
    adds_up: bool,
    values: Mapping[str, Mapping[int, Number | None]],
    shares: Mapping[str, Mapping[int, Fraction]],
) -> Result:
    by_sector = {s: values[s].get(one.option_id) for s in values}
    share = {s: shares[s][one.option_id] for s in shares}
    known = [s for s in share if s != UNKNOWN]
    weakest = min(known, key=lambda s: share[s], default=None)
    rest = (one.value or 0) - sum(value or 0 for value in by_sector.values()) if adds_up else 0
    return Result(
        placed=one,
        rank=one.place,
        tied=one.tied,
        by_sector=by_sector,
        together=rest,
        share=share,
        weakest_sector=weakest,
        weakest_share=None if weakest is None else share[weakest],
    )


def _names(letters: Iterable[str]) -> str:
    return listed(BY_LETTER[letter].name for letter in letters)
