"""Lines and cells with people that somebody has copied, as a sheet with headings."""

from collections.abc import Sequence

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.domain.people.columns import plan_columns
from kdc_desktop.domain.people.one_line import people_of_line

NAME, ORGANISATION, EMAIL = "Name", "Organisation", "E-mail"  # untranslated: recognised in sheets


def sheet_of_lines(text: str) -> list[list[str]]:
    """Rows under headings: of “Aino Laine, Harbour Mobility” a line, of “Aino Laine <address>” as
    letters are addressed, or of the cells of a sheet.

    Cells without headings are the name, the organisation, and the address where there is an @.
    """
    rows = [[on_one_line(cell) for cell in line.split("\t")] for line in text.splitlines()]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    if width < 2:
        people = [one for row in rows for one in people_of_line(row[0])]
        return [[NAME, ORGANISATION, EMAIL], *map(list, people)]
    rows = [row + [""] * (width - len(row)) for row in rows]
    headed = plan_columns(rows[0], ()).names_somebody
    if headed and not any("@" in one for one in rows[0]):
        return rows
    return [_headings(rows), *rows]


def _headings(rows: Sequence[Sequence[str]]) -> list[str]:
    left = [NAME, ORGANISATION]
    headings = []
    for place in range(len(rows[0])):
        if any("@" in row[place] for row in rows):
            headings.append(EMAIL)
        else:
            headings.append(left.pop(0) if left else "")
    return headings
