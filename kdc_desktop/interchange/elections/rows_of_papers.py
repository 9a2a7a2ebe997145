"""Makes an election of a table with a row for each paper and a column for each option."""

from typing import TYPE_CHECKING

from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.coded_columns import CodedColumns
from kdc_desktop.interchange.elections.election import MOST_SAID, Election, fault, whole
from kdc_desktop.interchange.elections.votes_csv_head import VotesHead
from kdc_desktop.interchange.elections.votes_rows import CRITERIA, PAIRWISE, VoteMarks, VoteRows

if TYPE_CHECKING:
    pass

ASIDE = ("paper", "sector", "times")
"""Columns that are no options."""


class RowsOfPapers(VoteRows):
    """A cell is what the paper of its row says of the option of its column; blank is nothing."""

    def __init__(
        self, head: VotesHead, columns: CodedColumns, asked: str, headers: list[str]
    ) -> None:
        super().__init__(head, columns, asked)
        self._cells = {name: self._parted(name) for name in headers if name not in ASIDE}

    def election(self) -> Election:
        """What the rows come to."""
        import numpy

        columns = self.columns
        if columns.has("paper") and len(columns.words("paper")) < columns.rows:
            raise fault(columns.headed, _("two rows have one paper; give each its number."))
        both = self.method == PAIRWISE
        cells = self._cells.values()
        names = {name: 0 for pair in cells for name in (pair if both else pair[:1])}
        options = self.options(names)
        parts = [self._columns(header, options) for header in self._cells]
        empty = numpy.zeros(0, dtype=numpy.int64)
        marks = VoteMarks(
            *(numpy.concatenate([empty, *some]) for some in zip(*parts, strict=True))
            if parts
            else [empty] * 5
        )
        return self.made(options, marks, numpy.arange(columns.rows))

    def _columns(self, header: str, options: dict[str, int]) -> "VoteMarks":
        """The marks of a column."""
        import numpy

        option, part = self._cells[header]
        at = options[part] if self.method == PAIRWISE else whole(part) or 0
        rows = numpy.flatnonzero(self.columns.filled(header))
        value = self.columns.numbers(header, 0)[rows]
        return VoteMarks(
            rows,
            numpy.full(len(rows), options[option]),
            numpy.full(len(rows), at),
            value,
            rows,
        )

    def _parted(self, header: str) -> tuple[str, str]:
        """The option and the part of it that a column is about."""
        line = self.columns.headed
        if self.method == PAIRWISE:
            one, found, other = header.partition(">")
            if not found:
                said = _("“{name}” names no two options, such as 3>5.", name=header[:40])
                raise fault(line, said)
            return one.strip(), other.strip()
        if self.method == CRITERIA:
            one, _colon, number = header.rpartition(":")
            if abs(whole(number) or MOST_SAID + 1) > MOST_SAID or not one:
                said = _("“{name}” names no criterion, such as 3:1.", name=header[:40])
                raise fault(line, said)
            return one.strip(), number.strip()
        return header, ""
