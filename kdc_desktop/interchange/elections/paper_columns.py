"""Collects papers one after the other into columns of numbers, as small as they can be."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kdc_desktop.domain.polls.cast import Papers, SectorLetter
from kdc_desktop.interchange.elections.election import (
    MOST_MARKS,
    MOST_PAPERS,
    too_many_marks,
    too_many_papers,
)

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray


class PaperColumns:
    """Give it each paper with `add`; `papers` and `lines` are what it has come to."""

    def __init__(self) -> None:
        self._options, self._values = array("q"), array("q")
        self._lengths, self._times, self._lines = array("q"), array("q"), array("q")
        self._sectors: dict[SectorLetter, int] = {}
        self._sector = array("q")
        self._cast = 0

    def add(
        self,
        options: Sequence[int],
        values: Sequence[int],
        times: int,
        line: int,
        sector: SectorLetter = None,
    ) -> None:
        """A paper: the places of its options, what it says of each, and how often it was cast."""
        self._options.extend(options)
        self._values.extend(values)
        self._lengths.append(len(options))
        self._times.append(times)
        self._lines.append(line)
        self._sector.append(self._sectors.setdefault(sector, len(self._sectors)))
        self._cast += times
        if self._cast > MOST_PAPERS:
            raise too_many_papers()
        if len(self._options) > MOST_MARKS:
            raise too_many_marks()

    @property
    def cast(self) -> int:
        """How many papers there are, however often each was cast."""
        return self._cast

    def papers(self, ids: tuple[int, ...]) -> Papers:
        """The papers, on options with these ids."""
        import numpy

        lengths = _column(self._lengths)
        options = _column(self._options)
        return Papers(
            ids,
            numpy.repeat(numpy.arange(len(lengths)), lengths),
            options,
            numpy.zeros(len(options), dtype=numpy.int64),
            _column(self._values),
            _column(self._times),
            _column(self._sector),
            tuple(self._sectors) or (None,),
        )

    @property
    def lines(self) -> "NDArray[int64]":
        """The line of each paper."""
        return _column(self._lines)


def _column(numbers: "array[int]") -> "NDArray[int64]":
    import numpy

    return numpy.array(numbers, dtype=numpy.int64)
