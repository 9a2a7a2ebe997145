"""Goes through papers one after the other, as those do who write them down."""

from collections.abc import Iterator
from typing import NamedTuple

from kdc_desktop.domain.polls.cast import Papers, SectorLetter

_SOME = 10_000  # papers that are numbers of Python at a time


class WalkedPaper(NamedTuple):
    """Its marks as places of options, parts and values; how often it was cast, and its sector."""

    options: list[int]
    parts: list[int]
    values: list[int]
    times: int
    sector: SectorLetter


def each_paper(papers: Papers) -> Iterator[WalkedPaper]:
    """Every paper, blank ones too, in their order."""
    import numpy

    starts = numpy.searchsorted(papers.paper, numpy.arange(len(papers.times) + 1))
    for begin in range(0, len(papers.times), _SOME):
        end = min(begin + _SOME, len(papers.times))
        first, last = int(starts[begin]), int(starts[end])
        options, parts, values = (
            column[first:last].tolist() for column in (papers.option, papers.part, papers.value)
        )
        ends = (starts[begin : end + 1] - first).tolist()
        times, sectors = papers.times[begin:end].tolist(), papers.sector[begin:end].tolist()
        for at, (often, sector) in enumerate(zip(times, sectors, strict=True)):
            here = slice(ends[at], ends[at + 1])
            yield WalkedPaper(
                options[here], parts[here], values[here], often, papers.sectors[sector]
            )
