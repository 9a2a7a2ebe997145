"""From a count to a result: ranks with ties named, sector shares, small groups hidden.

Ranks are standard competition ranks (1, 2, 2, 4). A sector is hidden where fewer people than
`smallest_group` cast papers. Because the total is shown, whatever is not shown can be worked out
by subtraction; so what is hidden together is always at least `smallest_group` papers and, wherever
there is a second one, of two sectors. Pass 1 as `smallest_group` for a named poll: nothing hides.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED, LETTERS, UNKNOWN
from kdc_desktop.domain.polls.counting import Tally
from kdc_desktop.i18n import _, listed, ngettext, number_text, sentences

SMALLEST_GROUP = 5
SMALLEST_GROUP_RANGE = (3, 10)


class Order(StrEnum):
    """By which rule a result is ranked."""

    TOTAL = "total"
    WEAKEST = "weakest"


@dataclass(frozen=True)
class Result:
    """One option's outcome.

    `by_sector` are marks and hands of the sectors that may be shown and `together` is the rest, so
    that they add up to `total`. `share` (0 to 1) is the part of a sector's papers that support the
    option. The weakest sector is the one with the least share, None where none may be shown.
    """

    option_id: int
    total: int
    rank: int
    tied: bool
    by_sector: dict[str, int]
    together: int
    voters: int
    share: dict[str, float]
    weakest_sector: str | None
    weakest_share: float | None

    @property
    def rank_label(self) -> str:
        """The place as it is read out: "1", or "=3" for a tie."""
        return _label(self.rank, tied=self.tied)


class PollPlace(NamedTuple):
    """The rank of one among so many; `tied`: others have the same."""

    rank: int
    tied: bool
    of: int

    @property
    def label(self) -> str:
        """The place as it is read out: "1", or "=3" for a tie."""
        return _label(self.rank, tied=self.tied)


def placings(scores: Mapping[int, float]) -> dict[int, PollPlace]:
    """By option: the place that its score comes to, the highest score first."""
    same: dict[float, int] = {}
    first: dict[float, int] = {}
    for place, score in enumerate(sorted(scores.values(), reverse=True), start=1):
        same[score] = same.get(score, 0) + 1
        first.setdefault(score, place)
    return {
        key: PollPlace(first[score], same[score] > 1, len(scores)) for key, score in scores.items()
    }


def _label(rank: int, *, tied: bool) -> str:
    return f"={number_text(rank)}" if tied else number_text(rank)


@dataclass(frozen=True)
class Ranking:
    """Results, the best first, and `sentence`: the rule, and which sectors it left out."""

    results: tuple[Result, ...]
    counted: tuple[str, ...]
    left_out: tuple[str, ...]
    sentence: str


def shown_sectors(tally: Tally, smallest_group: int = SMALLEST_GROUP) -> tuple[str, ...]:
    """Letters of the sectors whose numbers may be shown, in the order of the sectors.

    A sector without papers is shown: there is nobody to protect. Its hands were seen by all.
    """
    cast = {letter: tally.papers.get(letter, 0) for letter in COUNTED}
    hidden = [letter for letter in COUNTED if 0 < cast[letter] < smallest_group]
    unknown = sum(count for sector, count in tally.papers.items() if sector not in BY_LETTER)
    size = unknown + sum(cast[letter] for letter in hidden)
    groups = len(hidden) + (unknown > 0)
    large = [letter for letter in COUNTED if cast[letter] >= max(1, smallest_group)]
    for letter in sorted(large, key=lambda letter: cast[letter]):
        protects_itself = groups == 0 or (not hidden and unknown >= smallest_group)
        if protects_itself or (groups > 1 and size >= smallest_group):
            break
        hidden.append(letter)
        size += cast[letter]
        groups += 1
    there = [letter for letter in COUNTED if letter != UNKNOWN or cast[letter]]
    return tuple(letter for letter in there if letter not in hidden)


def ranked(tally: Tally, order: Order, smallest_group: int = SMALLEST_GROUP) -> Ranking:
    """Ranked by this rule."""
    if order is Order.WEAKEST:
        return rank_by_weakest_sector(tally, smallest_group)
    return rank_by_total(tally, smallest_group)


def rank_by_total(tally: Tally, smallest_group: int = SMALLEST_GROUP) -> Ranking:
    """Ranked by marks and hands of everybody."""
    shown = shown_sectors(tally, smallest_group)
    left_out = _left_out(tally, shown)
    results = _ranked(_results(tally, shown), lambda result: result.total)
    if not left_out:
        return Ranking(results, shown, left_out, _("Ranked by the total."))
    sentence = _(
        "Ranked by the total. Shown only together, so that nobody can be made out: {sectors}.",
        sectors=_names(left_out),
    )
    return Ranking(results, shown, left_out, sentence)


def rank_by_weakest_sector(tally: Tally, smallest_group: int = SMALLEST_GROUP) -> Ranking:
    """Ranked by the share of papers in the sector that supports an option least.

    Only papers count, since hands cannot be set against the people who stayed still. Options that
    are equal by this rule are tied; they stand in the order of their totals.
    """
    shown = shown_sectors(tally, smallest_group)
    enough = [s for s in shown if tally.papers.get(s, 0) >= max(1, smallest_group)]
    counted = tuple(s for s in enough if s != UNKNOWN)
    left_out = tuple(letter for letter in LETTERS if letter not in counted)
    results = _ranked(_results(tally, shown), lambda result: result.weakest_share or 0.0)
    if not counted:
        sentence = ngettext(
            "No sector can be shown with {count} paper or more, so all are tied: use the total.",
            "No sector can be shown with {count} papers or more, so all are tied: use the total.",
            smallest_group,
        )
    elif left_out:
        sentence = _(
            "Ranked by the share in the sector that supports it least."
            " Left out, too few papers to show: {sectors}.",
            sectors=_names(left_out),
        )
    else:
        sentence = _("Ranked by the share in the sector that supports it least.")
    if tally.papers.get(UNKNOWN):
        aside = _("Those whose sector is not known count in the total only.")
        sentence = sentences([sentence, aside])
    return Ranking(results, counted, left_out, sentence)


def _results(tally: Tally, shown: Iterable[str]) -> list[Result]:
    shown = tuple(shown)
    marks, raised, supporters, papers = tally.marks, tally.hands, tally.supporters, tally.papers
    rows = []
    for option in tally.option_ids:
        by_sector = {
            s: (marks[s][option] if s in marks else 0) + (raised[s][option] if s in raised else 0)
            for s in shown
            if s in marks or s in raised
        }
        share = {s: supporters[s][option] / papers[s] for s in shown if papers.get(s)}
        known = [s for s in share if s != UNKNOWN]
        weakest = min(known, key=lambda s: share[s], default=None)
        total = tally.total(option)
        rows.append(
            Result(
                option_id=option,
                total=total,
                rank=0,
                tied=False,
                by_sector=by_sector,
                together=total - sum(by_sector.values()),
                voters=tally.voters(option),
                share=share,
                weakest_sector=weakest,
                weakest_share=None if weakest is None else share[weakest],
            )
        )
    return rows


def _ranked(rows: list[Result], score: Callable[[Result], float]) -> tuple[Result, ...]:
    ordered = sorted(rows, key=lambda row: (-score(row), -row.total))
    places = placings({row.option_id: score(row) for row in rows})
    return tuple(
        replace(row, rank=place.rank, tied=place.tied)
        for row in ordered
        for place in (places[row.option_id],)
    )


def _left_out(tally: Tally, shown: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(s for s in COUNTED if s not in shown and tally.papers.get(s))


def _names(letters: Iterable[str]) -> str:
    return listed(BY_LETTER[letter].name for letter in letters)
