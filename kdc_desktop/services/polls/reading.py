"""What was cast, read from the file some papers at a time, each mark as one number.

The driver hands over one text for each paper, which takes a third of the time of a row for each
mark; and of what is only counted, no more than some papers lie in memory at once.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kdc_desktop.domain.polls.cast import Papers, SectorLetter, Spot
from kdc_desktop.domain.polls.terms import MOST_LEVEL
from kdc_desktop.services.polls.folding import OptionFolding
from kdc_desktop.storage import Snapshot

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[Any]

_AT_ONCE = 20_000  # papers
_APART, _OUTSIDE = " ", "?"  # between marks; a mark that lies outside of the bounds
_BOUNDS = (
    "SELECT min(option_id), max(option_id), min(part), max(part), max(abs(marks)) FROM ballot_paper"
    " CROSS JOIN ballot_mark ON paper_id = ballot_paper.id WHERE poll_id = ?"
)
_PAPERS = (
    "SELECT sector, group_concat(CASE WHEN option_id IS NULL THEN NULL"
    " WHEN option_id BETWEEN ?1 AND ?2 AND part BETWEEN ?3 AND ?4 AND marks BETWEEN -?5 AND ?5"
    " THEN ((option_id - ?1) * (?4 - ?3 + 1) + part - ?3) * (2 * ?5 + 1) + marks + ?5"
    " ELSE '?' END, ' ') "
    "FROM ballot_paper LEFT JOIN ballot_mark ON paper_id = ballot_paper.id WHERE poll_id = ?6 "
    "GROUP BY ballot_paper.id ORDER BY ballot_paper.id"
)
_T = TypeVar("_T")
GivenMarks = Mapping[SectorLetter, Mapping[Spot, Mapping[int, int]]]
"""By sector and spot: how many papers say what there."""


class _OutsideError(Exception):
    """A mark lies where a paper of this poll has none: somebody else wrote the file."""


class _Bounds(NamedTuple):
    """Within what the marks of a poll lie; each is one number within them."""

    first: int
    last: int
    lowest_part: int
    highest_part: int
    most: int

    @property
    def parts(self) -> int:
        return self.highest_part - self.lowest_part + 1

    @property
    def levels(self) -> int:
        return 2 * self.most + 1

    def number(self, spot: Spot, value: int) -> int:
        at = (spot.option_id - self.first) * self.parts + spot.part - self.lowest_part
        return at * self.levels + value + self.most

    def mark(self, number: int) -> tuple[Spot, int]:
        at, level = divmod(number, self.levels)
        option, part = divmod(at, self.parts)
        return Spot(option + self.first, part + self.lowest_part), level - self.most


def tally_read(
    snapshot: Snapshot, poll_id: int, folding: OptionFolding
) -> tuple[Mapping[SectorLetter, int], Mapping[SectorLetter, int], GivenMarks]:
    """By sector: papers, those that say nothing, and how often each mark was given."""
    return _within_bounds(snapshot, poll_id, folding, _Reader.tally)


def papers_read(snapshot: Snapshot, poll_id: int, folding: OptionFolding) -> Papers:
    """The papers whole, in the order of their random keys."""
    return _within_bounds(snapshot, poll_id, folding, _Reader.papers)


def _within_bounds(
    snapshot: Snapshot, poll_id: int, folding: OptionFolding, work: "Callable[[_Reader], _T]"
) -> _T:
    """Read within what the poll asks for; where marks lie outside, within what there is."""
    ids = [*folding.terms.ids, *folding.folds]
    parts = ids if folding.pairs else [one.part for one in folding.method.spots(folding.terms)]
    ends = (min(ids, default=0), max(ids, default=0), min(parts, default=0), max(parts, default=0))
    together = 1 + len(folding.folds)
    try:
        return work(_Reader(snapshot, poll_id, folding, _Bounds(*ends, MOST_LEVEL * together)))
    except _OutsideError:
        found = snapshot.connection().exec_driver_sql(_BOUNDS, (poll_id,)).one()
        first, last, lowest, highest, most = found
        bounds = _Bounds(min(first, *ids), max(last, *ids), lowest, highest, most * together)
        return work(_Reader(snapshot, poll_id, folding, bounds))


class _Reader:
    """Reads the papers of a poll, with one mark for options that count as one."""

    def __init__(
        self, snapshot: Snapshot, poll_id: int, folding: OptionFolding, bounds: _Bounds
    ) -> None:
        self._connection, self._poll_id = snapshot.connection(), poll_id
        self._folding, self._bounds = folding, bounds
        self._known: dict[str, tuple[Spot, int]] = {}

    def tally(self) -> tuple[Mapping[SectorLetter, int], Mapping[SectorLetter, int], GivenMarks]:
        """See `tally_read`."""
        cast, blank = Counter[SectorLetter](), Counter[SectorLetter]()
        made: dict[SectorLetter, Counter[str]] = {}
        for some in self._parts():
            by_sector: dict[SectorLetter, list[str]] = {}
            for sector, told in some:
                by_sector.setdefault(sector, []).append(told)
            for sector, all_told in by_sector.items():
                full = list(filter(None, all_told))
                cast[sector] += len(all_told)
                blank[sector] += len(all_told) - len(full)
                if full:
                    made.setdefault(sector, Counter()).update(_APART.join(full).split(_APART))
        given: dict[SectorLetter, dict[Spot, dict[int, int]]] = {}
        for sector, counts in made.items():
            of_sector = given.setdefault(sector, {})
            for number in sorted(counts, key=int):
                spot, value = self._mark(number)
                of_sector.setdefault(spot, {})[value] = counts[number]
        return cast, +blank, given

    def papers(self) -> Papers:
        """See `papers_read`."""
        import numpy

        sectors: dict[SectorLetter, int] = {}
        of: list[int] = []
        lengths: list[int] = []
        numbers: list[Column] = []
        for some in self._parts():
            of += [sectors.setdefault(sector, len(sectors)) for sector, _told in some]
            lengths += [told.count(_APART) + 1 if told else 0 for _sector, told in some]
            said = _APART.join(filter(None, [told for _sector, told in some]))
            numbers.append(numpy.fromstring(said, dtype=numpy.int64, sep=_APART))
        number = numpy.concatenate(numbers) if numbers else numpy.zeros(0, dtype=numpy.int64)
        numbers.clear()
        paper = numpy.repeat(numpy.arange(len(lengths)), lengths)
        option, part, value = self._columns(number)
        ids = self._folding.terms.ids
        if (option < 0).any():  # of a poll that somebody else wrote
            here = option >= 0
            paper, option, part, value = (each[here] for each in (paper, option, part, value))
        times, groups = numpy.ones(len(of), dtype=numpy.int64), numpy.array(of, dtype=numpy.int64)
        return Papers(ids, paper, option, part, value, times, groups, tuple(sectors) or (None,))

    def _columns(self, number: "Column") -> "tuple[Column, Column, Column]":
        """Of marks: the place of the option, -1 where it is none of these, part, what is said."""
        import numpy

        bounds = self._bounds
        option, value = numpy.divmod(number, bounds.levels)
        value -= bounds.most
        if bounds.parts == 1:
            part = numpy.full_like(value, bounds.lowest_part)
        else:
            option, part = numpy.divmod(option, bounds.parts)
            part += bounds.lowest_part
        ids = self._folding.terms.ids
        place = numpy.full(bounds.last - bounds.first + 1, -1, dtype=numpy.int64)
        place[numpy.array(ids, dtype=numpy.int64) - bounds.first] = numpy.arange(len(ids))
        return place[option], part, value

    def _parts(self) -> Iterator[list[tuple[SectorLetter, str]]]:
        """Some papers at a time, in the order of their random keys: what they say, in numbers."""
        found = self._connection.exec_driver_sql(_PAPERS, (*self._bounds, self._poll_id))
        while rows := found.fetchmany(_AT_ONCE):
            some = [(sector, "" if told is None else str(told)) for sector, told in rows]
            if any(_OUTSIDE in told for _sector, told in some):
                raise _OutsideError
            if self._folding.folds:
                some = [(sector, self._as_one(told)) for sector, told in some]
            yield some

    def _as_one(self, told: str) -> str:
        if not told:
            return told
        marks = self._folding.as_one([self._mark(number) for number in told.split(_APART)])
        number = self._bounds.number
        return _APART.join(str(number(spot, value)) for spot, value in marks.items())

    def _mark(self, number: str) -> tuple[Spot, int]:
        if number not in self._known:
            self._known[number] = self._bounds.mark(int(number))
        return self._known[number]
