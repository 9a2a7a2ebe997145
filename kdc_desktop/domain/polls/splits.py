"""What of each option may be told by sector, all options of a poll together: see `by_sector`."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.by_sector import NOT_TOLD, WHOLE, BySector, told_by_sector
from kdc_desktop.domain.polls.cast import SectorLetter
from kdc_desktop.domain.polls.telling import Outcome

_TOGETHER = ""
"""Stands for the sectors that are shown only together."""
SplitCells = Mapping[str, tuple[SectorLetter, ...]]


def cells_of(ballots: Ballots, shown: Sequence[str]) -> dict[str, tuple[SectorLetter, ...]]:
    """Which sectors are told of, one by one or together, of those that have papers."""
    papers = ballots.cast.tally.papers
    cells: dict[str, tuple[SectorLetter, ...]] = {s: (s,) for s in shown if papers.get(s)}
    rest = tuple(s for s in papers if papers[s] and s not in cells)
    return {**cells, _TOGETHER: rest} if rest else cells


def split(
    ballots: Ballots, outcomes: Sequence[Outcome], cells: SplitCells, few: int
) -> dict[int, BySector]:
    """What is told by sector of each option."""
    if not few:
        return {one.placed.option_id: WHOLE for one in outcomes}
    if cells.keys() <= {_TOGETHER}:
        return {one.placed.option_id: NOT_TOLD for one in outcomes}
    found = {one.placed.option_id: _of_option(ballots, one, cells, few) for one in outcomes}
    if all(one.numbers for one in found.values()):
        return found
    if ballots.method.reads_papers:
        return dict.fromkeys(found, NOT_TOLD)
    return found | dict.fromkeys(_least(ballots, outcomes), NOT_TOLD)


def _of_option(ballots: Ballots, outcome: Outcome, cells: SplitCells, few: int) -> BySector:
    key, papers = outcome.placed.option_id, ballots.cast.tally.papers
    if outcome.is_near:
        return NOT_TOLD
    support = {s: ballots.of_sectors(*some).support[key] for s, some in cells.items()}
    sizes = {s: sum(papers[one] for one in some) for s, some in cells.items()}
    found = told_by_sector(support, sizes, few)
    if found.numbers and any(key in ballots.near_in(some, few) for some in cells.values()):
        return NOT_TOLD
    return found._replace(nearly={s: t for s, t in found.nearly.items() if s != _TOGETHER})


def _least(ballots: Ballots, outcomes: Sequence[Outcome]) -> set[int]:
    """Those with the least number, of which nothing is told by sector: where everybody has so many
    marks, the numbers of all others would tell what a sector gave to these."""
    if not (ballots.method.adds_up and ballots.terms.marks_each):
        return set()
    told = {one.placed.option_id: one.placed.value or 0 for one in outcomes if not one.is_near}
    return {key for key, value in told.items() if value == min(told.values())}
