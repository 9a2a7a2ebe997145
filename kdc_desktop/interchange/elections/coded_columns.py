"""The columns of a table with separators, each as its different words and which one is in a row.

So a table of millions of rows is as small as its numbers, and each word is looked at once.
"""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.election import (
    MOST_MARKS,
    MOST_SAID,
    fault,
    too_many_marks,
    whole,
)
from kdc_desktop.interchange.formulas import unarmed

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray
    from pandas import DataFrame

_EXTRA = "\x1f"  # a column that no file has: what is in it is too much
_AT = re.compile(r"(?:line|row) (\d+)")


class CodedColumns:
    """The columns of the text below its headers, of which the first row stands in `line`."""

    def __init__(self, body: str, headers: Sequence[str], separator: str, line: int) -> None:
        if body.count("\n") > MOST_MARKS:
            raise too_many_marks()
        frame = _frame(body, [*headers, _EXTRA], separator, line)
        self.rows, self.headed = len(frame) - 1, line - 1
        self._codes: dict[str, NDArray[int64]] = {}  # or smaller ones
        self._words: dict[str, list[str]] = {}
        for name in frame.columns:
            column = frame[name].array
            self._codes[name] = column.codes[1:]
            self._words[name] = [unarmed(word.strip()) for word in column.categories]
        self._lines = _lines(body, self.rows, line)
        if (extra := self.filled(_EXTRA)).any():
            said = _("it has more cells than there are headers.")
            raise fault(self.line(int(extra.argmax())), said)

    @property
    def lines(self) -> "NDArray[int64]":
        """The line of the file in which each row stands."""
        return self._lines

    def line(self, row: int) -> int:
        """The line of the file in which a row stands; the headers' where there is no such row."""
        return int(self._lines[row]) if row < self.rows else self.headed

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self._codes

    def filled(self, name: str) -> "NDArray[bool_]":
        """The rows in which something stands."""
        import numpy

        return numpy.array([bool(word) for word in self._words[name]])[self._codes[name]]

    def words(self, name: str) -> dict[str, int]:
        """The different words of a column with the first row in which each stands, in that order;
        a blank is one of them."""
        import numpy

        codes, firsts = numpy.unique(self._codes[name], return_index=True)
        found: dict[str, int] = {}
        for row, code in sorted(zip(firsts.tolist(), codes.tolist(), strict=True)):
            found.setdefault(self._words[name][code], row)
        return found

    def places(self, name: str, among: dict[str, int]) -> "NDArray[int64]":
        """For each row the number of its word; -1 where the word has none."""
        import numpy

        return numpy.array([among.get(word, -1) for word in self._words[name]])[self._codes[name]]

    def numbers(self, name: str, blank: int, most: int = MOST_SAID) -> "NDArray[int64]":
        """For each row the whole number that stands there; `blank` where nothing does.

        Raises:
            UserError: something else stands there, or it is beyond `most`.
        """
        import numpy

        if not self.has(name):
            return numpy.full(self.rows, blank)
        table = dict.fromkeys(self._words[name], blank)
        for word, row in self.words(name).items():
            number = whole(word) if word else blank
            if number is None or abs(number) > most:
                said = _(
                    "“{text}” is no whole number from −{most} to {most}.",
                    text=word[:40],
                    most=most,
                )
                raise fault(self.line(row), said)
            table[word] = number
        return numpy.array([table[word] for word in self._words[name]])[self._codes[name]]


def _frame(body: str, names: Sequence[str], separator: str, line: int) -> "DataFrame":
    """The table below a row of marks, by which every column is text and has its full width."""
    import pandas

    marks = separator.join("#" * len(names))
    try:
        return pandas.read_csv(
            io.StringIO(f"{marks}\n{body}"),
            sep=separator,
            header=None,
            names=list(names),
            dtype="category",
            keep_default_na=False,
            skipinitialspace=True,
        )
    except pandas.errors.ParserError as error:
        at = _AT.search(str(error))
        where = line if at is None else line + int(at[1]) - ("line" in at[0]) - 1
        said = _("its cells cannot be told apart. See to quotation marks and separators.")
        raise fault(where, said) from None


def _lines(body: str, rows: int, line: int) -> "NDArray[int64]":
    """The lines of the rows; those that are blank have none."""
    import numpy

    if "\n\n" not in body and not body.startswith("\n"):
        return numpy.arange(line, line + rows)
    kept = [at for at, text in enumerate(body.split("\n"), start=line) if text.strip()]
    if len(kept) < rows:  # where a cell goes over several lines
        return numpy.arange(line, line + rows)
    return numpy.array(kept[:rows], dtype=numpy.int64)
