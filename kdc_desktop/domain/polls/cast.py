"""What was cast in a poll: how often each mark was given, and the papers whole.

Most methods look at each mark by itself: for them a `Tally` is enough, which is as small as the
poll is, however many vote. Others look at papers whole, such as rankings: for them there are
`Papers`, columns of numbers, of which the cost grows with the marks.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

_DENSE = 1_000_000  # so many counters fit into memory without being missed
_T = TypeVar("_T")
SectorLetter = str | None
"""The letter of a sector; None where it is not kept."""


class Spot(NamedTuple):
    """Where a mark is made: on an option, and on the part of it that the method asks about.

    A part is the number of a criterion, or in a pair the id of the option that was not preferred.
    """

    option_id: int
    part: int = 0


Marks = Mapping[Spot, int]
"""What a paper says: a number for each spot that is filled in. Blank is no mark, not a zero."""


def spots(marks: Mapping[int, int] | Marks) -> dict[Spot, int]:
    """The same marks by spot, where options stand for themselves."""
    return {
        Spot(*where) if isinstance(where, tuple) else Spot(where): value
        for where, value in marks.items()
    }


@dataclass(frozen=True)
class Tally:
    """How often each mark was given, by sector.

    `papers` says how many papers each sector cast, `blank` how many of these say nothing. `given`
    counts papers by spot and by what they say there, `hands` the same of shows of hands.
    """

    papers: Mapping[SectorLetter, int]
    blank: Mapping[SectorLetter, int] = field(default_factory=dict)
    given: Mapping[SectorLetter, Mapping[Spot, Mapping[int, int]]] = field(default_factory=dict)
    hands: Mapping[SectorLetter, Mapping[Spot, Mapping[int, int]]] = field(default_factory=dict)

    @property
    def cast(self) -> int:
        """All papers, blank ones included."""
        return sum(self.papers.values())

    def levels(self, spot: Spot, *, hands: bool = True) -> Counter[int]:
        """How many said what there, papers and, where wanted, hands of everybody."""
        found: Counter[int] = Counter()
        for by_sector in (self.given, self.hands) if hands else (self.given,):
            for by_spot in by_sector.values():
                found.update(by_spot.get(spot, {}))
        return found

    def only(self, *sectors: SectorLetter) -> "Tally":
        """What one sector, or some together, have cast and raised."""
        return Tally(
            _of(self.papers, sectors),
            _of(self.blank, sectors),
            _of(self.given, sectors),
            _of(self.hands, sectors),
        )


def _of(
    every: Mapping[SectorLetter, _T], sectors: Container[SectorLetter]
) -> dict[SectorLetter, _T]:
    return {key: value for key, value in every.items() if key in sectors}


@dataclass(frozen=True, eq=False)
class Papers:
    """Ballot papers as columns of numbers; a paper that no mark points to is blank.

    `paper` (never falling), `option`, `part` and `value` have an entry for each mark: the place of
    its paper, the place of its option in `options`, the part and what is said. `times` says for
    each paper how often it was cast, `sector` the place of its sector in `sectors`.
    """

    options: tuple[int, ...]
    paper: "NDArray[int64]"
    option: "NDArray[int64]"
    part: "NDArray[int64]"
    value: "NDArray[int64]"
    times: "NDArray[int64]"
    sector: "NDArray[int64]"
    sectors: tuple[SectorLetter, ...] = (None,)

    @property
    def cast(self) -> int:
        """All papers, blank ones included."""
        return int(self.times.sum())

    @property
    def blank(self) -> int:
        """How many papers say nothing."""
        import numpy

        said = numpy.zeros(len(self.times), dtype=bool)
        said[self.paper] = True
        return int(self.times[~said].sum())

    def only(self, *sectors: SectorLetter) -> "Papers":
        """The papers of one sector, or of some together."""
        import numpy

        wanted = [at for at, sector in enumerate(self.sectors) if sector in sectors]
        kept = numpy.isin(self.sector, wanted)
        new = numpy.cumsum(kept) - 1
        marks = kept[self.paper]
        return Papers(
            self.options,
            new[self.paper[marks]],
            self.option[marks],
            self.part[marks],
            self.value[marks],
            self.times[kept],
            numpy.zeros(int(kept.sum()), dtype=numpy.int64),
            sectors[:1],
        )


def papers_of(
    options: Iterable[int],
    cast: Iterable[
        tuple[Mapping[int, int] | Marks, int] | tuple[Mapping[int, int] | Marks, int, SectorLetter]
    ],
) -> Papers:
    """Papers from what each says, how often it was cast, and its sector where it has one."""
    import numpy

    ids = tuple(options)
    places = {key: at for at, key in enumerate(ids)}
    sectors: dict[SectorLetter, int] = {}
    marks: list[tuple[int, int, int, int]] = []
    times, groups = [], []
    for number, (said, count, *sector) in enumerate(cast):
        times.append(count)
        groups.append(sectors.setdefault(sector[0] if sector else None, len(sectors)))
        marks += [(number, places[at.option_id], at.part, n) for at, n in spots(said).items()]
    columns = numpy.array(marks, dtype=numpy.int64).reshape(-1, 4).T
    paper, option, part, value = columns
    return Papers(
        ids,
        paper,
        option,
        part,
        value,
        numpy.array(times, dtype=numpy.int64),
        numpy.array(groups, dtype=numpy.int64),
        tuple(sectors) or (None,),
    )


class Cast:
    """All that was cast: the tally, and the papers whole where the method reads them."""

    def __init__(self, tally: Tally, papers: Papers | None = None) -> None:
        self.tally, self._papers = tally, papers

    @property
    def papers(self) -> Papers:
        """The papers whole; whoever asks says that it reads them: see `Method.reads_papers`."""
        assert self._papers is not None, "this method does not say that it reads papers"
        return self._papers

    def only(self, *sectors: SectorLetter) -> "Cast":
        """What one sector, or some together, have cast."""
        papers = self._papers
        return Cast(self.tally.only(*sectors), None if papers is None else papers.only(*sectors))


def cast_of(papers: Papers) -> Cast:
    """What these papers say, with their tally."""
    return Cast(tally_of(papers), papers)


def tally_of(papers: Papers) -> Tally:
    """How often each mark was given in these papers."""
    import numpy

    said = numpy.zeros(len(papers.times), dtype=bool)
    said[papers.paper] = True
    cast: Counter[SectorLetter] = Counter()
    blank: Counter[SectorLetter] = Counter()
    for at, sector in enumerate(papers.sectors):
        own = papers.sector == at
        cast[sector] += int(papers.times[own].sum())
        blank[sector] += int(papers.times[own & ~said].sum())
    given: dict[SectorLetter, dict[Spot, dict[int, int]]] = {}
    columns = (papers.sector[papers.paper], papers.option, papers.part, papers.value)
    for at, option, part, value, count in _counted(columns, papers.times[papers.paper]):
        by_spot = given.setdefault(papers.sectors[at], {})
        by_spot.setdefault(Spot(papers.options[option], part), {})[value] = count
    return Tally(dict(cast), dict(blank), given)


def _counted(
    columns: "Sequence[NDArray[int64]]", times: "NDArray[int64]"
) -> "Iterator[tuple[int, ...]]":
    """Each row that there is in these columns, with how often; in order.

    A row becomes one number, in which each column has its digits: that is counted in one pass where
    there are not many such numbers, and else needs one column to be sorted instead of all.
    """
    import numpy

    if not len(times):
        return
    digits = [_digits(column) for column in columns]
    size = prod(len(levels) for levels, _codes in digits)
    key = numpy.zeros(len(times), dtype=numpy.int64)
    for levels, codes in digits:
        key *= len(levels)
        key += codes
    if size <= _DENSE + len(times):
        there, of = numpy.arange(size), key
    else:
        there, of = numpy.unique(key, return_inverse=True)
    counts, seen = numpy.zeros((2, len(there)), dtype=numpy.int64)
    numpy.add.at(counts, of, times)
    seen[of] = 1
    there, counts = there[seen > 0], counts[seen > 0]
    read = []
    for levels, _codes in reversed(digits):
        there, code = numpy.divmod(there, len(levels))
        read.append(levels[code].tolist())
    yield from zip(*reversed(read), counts.tolist(), strict=True)


def _digits(column: "NDArray[int64]") -> "tuple[NDArray[int64], NDArray[int64]]":
    """What stands in a column, the lowest first, and for each row which of it does."""
    import numpy

    low, high = int(column.min()), int(column.max())
    if high - low <= len(column):
        return numpy.arange(low, high + 1), column - low
    levels, codes = numpy.unique(column, return_inverse=True)
    return levels, codes.reshape(-1)
