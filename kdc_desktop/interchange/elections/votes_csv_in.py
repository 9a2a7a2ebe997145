"""Reads tables of ballot papers with separators: a row for each mark, or for each paper.

A row a mark has the columns paper and option, and part, value, sector and times where they are
needed; a row with a paper and no option is a blank paper. A row a paper has a column for each
option, called by its id, or by “3:1” for a criterion of it and “3>5” for who is preferred to whom.
"""

import csv

from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.coded_columns import CodedColumns
from kdc_desktop.interchange.elections.election import Election, fault
from kdc_desktop.interchange.elections.rows_of_marks import RowsOfMarks
from kdc_desktop.interchange.elections.rows_of_papers import ASIDE, RowsOfPapers
from kdc_desktop.interchange.elections.votes_csv_head import SEPARATORS, VotesHead
from kdc_desktop.interchange.formulas import unarmed

_OF_MARKS = ("paper", "option", "part", "value", "sector", "times")


def read_votes_csv(text: str, asked: str) -> Election:
    """The election in the text; `asked` is the key of the method that it is to be counted by.

    Raises:
        UserError: a sentence that names the line.
    """
    head, at, rest = _head(text)
    first, _end, body = rest.partition("\n")
    separator = max(SEPARATORS, key=first.count)
    cells = next(csv.reader([first.strip()], delimiter=separator), [])
    headers = [unarmed(cell.strip()) for cell in cells]
    if "" in headers or not headers:
        raise fault(at, _("each column needs a header, such as paper, option and value."))
    by_mark = {"paper", "option"} <= {name.lower() for name in headers}
    known = _OF_MARKS if by_mark else ASIDE
    headers = [name.lower() if name.lower() in known else name for name in headers]
    if twice := [name for name in headers if headers.count(name) > 1]:
        raise fault(at, _("the column “{name}” stands there twice.", name=twice[0][:40]))
    columns = CodedColumns(body, headers, separator, at + 1)
    if by_mark:
        return RowsOfMarks(head, columns, asked).election()
    return RowsOfPapers(head, columns, asked, headers).election()


def _head(text: str) -> tuple[VotesHead, int, str]:
    """What the head says, the line behind it, and the text from there on."""
    head, line, at = VotesHead(), 1, 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        row = text[at:end].strip()
        if row.startswith("#"):
            head.take(row.lstrip("# "), line)
        elif row:
            break
        at, line = end, line + 1
    return head, line, text[at:]
