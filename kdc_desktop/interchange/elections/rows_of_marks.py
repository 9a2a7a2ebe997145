"""Makes an election of a table with a row for each mark."""

from typing import TYPE_CHECKING

from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.election import Election, fault
from kdc_desktop.interchange.elections.votes_rows import PAIRWISE, VoteMarks, VoteRows

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray


class RowsOfMarks(VoteRows):
    """A row for each mark: columns paper and option, and part, value, sector and times."""

    def election(self) -> Election:
        """What the rows come to."""
        import numpy

        columns = self.columns
        papers = columns.words("paper")
        if "" in papers:
            said = _("no paper is named: write a number that its rows share.")
            raise fault(columns.line(papers[""]), said)
        places = {name: at for at, name in enumerate(papers)}
        paper = columns.places("paper", places)
        first = numpy.array(list(papers.values()), dtype=numpy.int64)
        self._see_alike(paper, first)
        given = columns.filled("option")
        names = {name: row for name, row in columns.words("option").items() if name}
        pairs = self.method == PAIRWISE and columns.has("part")
        if pairs:
            names |= {k: row for k, row in columns.words("part").items() if k and k not in names}
        options = self.options(names)
        part = columns.places("part", options) if pairs else columns.numbers("part", 0)
        if self.method == PAIRWISE and (lost := given & ((part < 0) | (not pairs))).any():
            said = _("in a column part stands what the option was preferred to.")
            raise fault(columns.line(int(lost.argmax())), said)
        rows = numpy.flatnonzero(given)
        option = columns.places("option", options)
        marks = VoteMarks(paper, option, part, self._values(given), numpy.arange(columns.rows))
        return self.made(options, VoteMarks(*(column[rows] for column in marks)), first)

    def _values(self, given: "NDArray[bool_]") -> "NDArray[int64]":
        """What is said; 1 where there is no column for it."""
        if self.columns.has("value") and (lost := given & ~self.columns.filled("value")).any():
            raise fault(self.columns.line(int(lost.argmax())), _("it has no value."))
        return self.columns.numbers("value", 1)

    def _see_alike(self, paper: "NDArray[int64]", first: "NDArray[int64]") -> None:
        """That all rows of a paper say the same of its sector and of how often it was cast."""
        for name in ("sector", "times"):
            if self.columns.has(name):
                words = {word: at for at, word in enumerate(self.columns.words(name))}
                codes = self.columns.places(name, words)
                if (other := codes != codes[first][paper]).any():
                    said = _("column {name} differs within one paper.", name=name)
                    raise fault(self.columns.line(int(other.argmax())), said)
