"""From a count to a result: places with ties named, each sector's part, and nothing that may not.

Places are standard competition ranks (1, 2, 2, 4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from kdc_desktop.domain.people.sectors import COUNTED, LETTERS, UNKNOWN
from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.by_sector import BySector
from kdc_desktop.domain.polls.hiding import (
    SMALLEST_GROUP,
    ToldBeside,
    ToldPart,
    few_of,
    is_near,
    shown_sectors,
    too_few_told,
)
from kdc_desktop.domain.polls.method import (
    Number,
    Placed,
    Round,
    Rule,
)
from kdc_desktop.domain.polls.ranking_told import not_placed, not_told, only_together, weakest_told
from kdc_desktop.domain.polls.splits import SplitCells, cells_of, split
from kdc_desktop.domain.polls.states import Order
from kdc_desktop.domain.polls.telling import Outcome, of_nothing, told_in_all
from kdc_desktop.i18n import _, number_text, sentences


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
    """One option's outcome, as far as it is told: in all, and by each sector that may be shown.

    `rank` and `tied` are its place in the order of the result, `value` what the rule ranks it by
    where a number is `told`, else None; `most` is how much papers gave it at most, where that is
    told. `by_sector` is what the rule makes of the papers and hands of one sector, None where it
    says nothing of the option; where values are sums, `together` is what those that are not shown
    gave, so that all add up to the value. `nearly` are sectors of which only that is told.

    `share` (0 to 1) is how far a sector's papers support the option. The weakest sector is the one
    with the least share, None where none may be shown. `is_split`: all is told by sector that there
    is. `is_placed`: its place is told.
    """

    outcome: Outcome
    rank: int
    tied: bool
    by_sector: dict[str, Number | None] = field(default_factory=dict)
    together: Number = 0
    share: dict[str, Fraction] = field(default_factory=dict)
    nearly: dict[str, ToldPart] = field(default_factory=dict)
    weakest_sector: str | None = None
    is_split: bool = True
    is_placed: bool = True

    @property
    def placed(self) -> Placed:
        """What the count made of it, without what is not told."""
        return self.outcome.placed

    @property
    def option_id(self) -> int:
        """The option that it is of."""
        return self.placed.option_id

    @property
    def told(self) -> ToldPart:
        """What is told of it."""
        return self.outcome.told

    @property
    def value(self) -> Number | None:
        """What the rule ranks it by, where that is told."""
        return self.placed.value

    @property
    def weakest_share(self) -> Fraction | None:
        """The share in the weakest sector."""
        return None if self.weakest_sector is None else self.share[self.weakest_sector]

    @property
    def rank_label(self) -> str:
        """The place as it is read out: "1", or "=3" for a tie; empty where nothing is told."""
        return place_label(self.rank, tied=self.tied) if self.is_placed else ""


@dataclass(frozen=True)
class Ranking:
    """Results, the best first, and the rule in a `sentence`, with what is not told and why.

    `counted` are the sectors that count for the weakest one, or that are shown; `left_out` those
    that are not. `blank` is None where it is not told. Where `too_few` is more than 0, so many
    papers would be needed to tell anything, and there were fewer.
    """

    results: tuple[Result, ...]
    rule: Rule
    papers: int
    blank: int | None
    rounds: tuple[Round, ...]
    remarks: tuple[str, ...]
    counted: tuple[str, ...]
    left_out: tuple[str, ...]
    sentence: str
    too_few: int = 0


def ranked(
    ballots: Ballots,
    order: Order,
    smallest_group: int = SMALLEST_GROUP,
    beside: ToldBeside = ToldBeside.NOTHING,
) -> Ranking:
    """The result in this order, as far as everybody may see it.

    `smallest_group` is 1 where nothing hides; what was told `beside` it may hide more.
    """
    tally = ballots.cast.tally
    few = few_of(smallest_group) if tally.cast else 0
    if 0 < tally.cast < smallest_group:
        return _of_too_few(ballots, smallest_group)
    outcomes = told_in_all(ballots.method, ballots.terms, ballots.cast, ballots.count, few, beside)
    shown = shown_sectors(tally, smallest_group)
    cells = cells_of(ballots, shown if beside is ToldBeside.NOTHING else ())
    splits = split(ballots, outcomes, cells, few)
    results = [_result(ballots, one, splits[one.placed.option_id], cells) for one in outcomes]
    told_by = () if cells.keys().isdisjoint(COUNTED) else splits.values()
    aside = tuple(not_told(outcomes, told_by, few, beside)) if few else ()
    if order is Order.WEAKEST:
        return _by_weakest_sector(ballots, results, splits, cells, aside, smallest_group)
    left_out = tuple(s for s in COUNTED if s not in shown and tally.papers.get(s))
    rule = str(ballots.rule.sentence)
    said = sentences(filter(None, [rule, only_together(left_out), *aside]))
    return _ranking(ballots, results, few, shown, left_out, said)


def _of_too_few(ballots: Ballots, smallest_group: int) -> Ranking:
    outcomes = of_nothing(ballots.count, ballots.terms)
    results = [Result(one, 1, tied=False, is_placed=False) for one in outcomes]
    ranking = _ranking(ballots, results, 0, (), (), too_few_told(smallest_group))
    return replace(ranking, blank=None, too_few=smallest_group)


def _ranking(
    ballots: Ballots,
    results: Sequence[Result],
    few: int,
    counted: tuple[str, ...],
    left_out: tuple[str, ...],
    sentence: str,
) -> Ranking:
    """What is told beside numbers goes with them: where one is missing, it would stand there."""
    count, whole = ballots.count, all(one.outcome.is_whole for one in results)
    near_blank = is_near(count.blank, count.papers, few)
    tells_blank = whole and not near_blank and all(one.is_split for one in results)
    return Ranking(
        results=tuple(results),
        rule=count.rule,
        papers=count.papers,
        blank=count.blank if tells_blank else None,
        rounds=count.rounds if whole else (),
        remarks=count.remarks if whole else (),
        counted=counted,
        left_out=left_out,
        sentence=sentence,
    )


def _result(ballots: Ballots, outcome: Outcome, split: BySector, cells: SplitCells) -> Result:
    key, one = outcome.placed.option_id, outcome.placed
    raised = ballots.cast.tally.hands
    there = [
        s for s in COUNTED if (split.numbers and s in cells) or (s in raised and s not in cells)
    ]
    values = {s: ballots.of_sectors(s).values.get(key) for s in there}
    share = {s: ballots.of_sectors(s).shares[key] for s in there if s in cells}
    known = [s for s in share if s != UNKNOWN]
    rest: Number = 0
    if ballots.method.adds_up and outcome.told is ToldPart.NUMBER:
        rest = (one.value or 0) - sum(value or 0 for value in values.values())
    return Result(
        outcome=outcome,
        rank=one.place,
        tied=one.tied,
        by_sector=values,
        together=rest,
        share=share,
        nearly=dict(split.nearly),
        weakest_sector=min(known, key=lambda s: share[s], default=None),
        is_split=split.numbers or cells.keys().isdisjoint(COUNTED),
        is_placed=outcome.told is not ToldPart.NOTHING,
    )


def _by_weakest_sector(
    ballots: Ballots,
    results: Sequence[Result],
    splits: Mapping[int, BySector],
    cells: SplitCells,
    aside: Sequence[str],
    smallest_group: int,
) -> Ranking:
    """Ranked by the share of support in the sector where an option has least.

    Only papers count, since hands cannot be set against the people who stayed still. Options that
    are equal by this rule, or may not be told apart, are tied; they stand in the order of what the
    rule makes of all.
    """
    counted = tuple(s for s in cells if s in LETTERS)
    left_out = tuple(letter for letter in LETTERS if letter not in counted)
    spans = {
        one.option_id: _weakest(ballots, one, splits[one.option_id], counted) for one in results
    }
    rows = [_in_spans(one, spans) if counted else _level(one, len(results)) for one in results]
    rows.sort(key=lambda one: (not one.is_placed, one.rank))
    missing = "" if all(one.is_placed for one in rows) else not_placed()
    unknown = (
        _("Those whose sector is not known count in the total only.")
        if ballots.cast.tally.papers.get(UNKNOWN)
        else ""
    )
    rule = weakest_told(counted, left_out, smallest_group)
    said = sentences(filter(None, [rule, missing, unknown, *aside]))
    return _ranking(ballots, rows, few_of(smallest_group), counted, left_out, said)


_Span = tuple[Fraction, Fraction]


def _weakest(
    ballots: Ballots, result: Result, split: BySector, counted: Sequence[str]
) -> _Span | None:
    """From what to what share it is in the weakest sector, as far as that is told.

    Nearly none counts as none, and nearly all in all counts as all.
    """
    if result.weakest_share is not None:
        return result.weakest_share, result.weakest_share
    nearly = {result.told, *result.nearly.values()}
    if ToldPart.NEARLY_NONE in nearly:
        return Fraction(0), Fraction(0)
    if result.told is ToldPart.NEARLY_ALL:
        return Fraction(1), Fraction(1)
    if not result.nearly or not ballots.method.adds_up:
        return None
    papers = ballots.cast.tally.papers
    lows, highs = zip(*(split.spans[sector] for sector in counted), strict=True)
    sizes = [papers[sector] for sector in counted]
    return _least_share(lows, sizes), _least_share(highs, sizes)


def _least_share(counts: Sequence[int], sizes: Sequence[int]) -> Fraction:
    return min(Fraction(count, size) for count, size in zip(counts, sizes, strict=True))


def _in_spans(result: Result, spans: Mapping[int, _Span | None]) -> Result:
    """With its place: one after as many as are surely before it."""
    own = spans[result.option_id]
    if own is None:
        return replace(result, rank=len(spans), tied=False, is_placed=False)
    others = [span for key, span in spans.items() if span and key != result.option_id]
    before = sum(low > own[1] for low, _high in others)
    tied = any(low <= own[1] and high >= own[0] for low, high in others)
    return replace(result, rank=1 + before, tied=tied)


def _level(result: Result, count: int) -> Result:
    return replace(result, rank=1, tied=count > 1)
