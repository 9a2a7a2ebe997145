"""The count of a poll made paper by paper, which what the database adds up must equal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.polls.counting import Tally


@dataclass(frozen=True, slots=True)
class Paper:
    """One ballot paper: marks by option id, and the voter's sector where secrecy keeps it."""

    sector: str | None
    marks: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Hands:
    """Hands counted in the room for one option, in one sector or in all of them together."""

    option_id: int
    sector: str | None
    hands: int


def tally(option_ids: Sequence[int], papers: Iterable[Paper], hands: Iterable[Hands] = ()) -> Tally:
    """Count papers and hands, one by one; ValueError for one on an option not in the poll."""
    options = tuple(dict.fromkeys(option_ids))
    nothing = dict.fromkeys(options, 0)
    cast: dict[str | None, int] = {}
    marks: dict[str | None, dict[int, int]] = {}
    supporters: dict[str | None, dict[int, int]] = {}
    raised: dict[str | None, dict[int, int]] = {}
    try:
        for paper in papers:
            sector = paper.sector
            if sector not in cast:
                cast[sector] = 0
                marks[sector] = dict(nothing)
                supporters[sector] = dict(nothing)
            cast[sector] += 1
            sums, support = marks[sector], supporters[sector]
            for option_id, count in paper.marks.items():
                sums[option_id] += count
                if count:
                    support[option_id] += 1
        for row in hands:
            raised.setdefault(row.sector, dict(nothing))[row.option_id] += row.hands
    except KeyError as error:
        raise ValueError(f"option {error} is not in this poll") from error
    return Tally(options, cast, marks, supporters, raised)
