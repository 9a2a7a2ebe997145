"""From which club file a workbook of ours was written, as its read-me says for programs."""

import re
from collections.abc import Sequence

from kdc_desktop.interchange.grids import CellGrid

_MARK = re.compile(r"kdc-club:\d+:[-\dT:]+Z")
_LINES, _CELLS = 60, 4


def origin_in(grids: Sequence[CellGrid]) -> str:
    """The mark of the club file and what had been done in it last; "" where a file says nothing."""
    for grid in grids:
        for row in grid.rows[:_LINES]:
            for cell in row[:_CELLS]:
                if isinstance(cell, str) and _MARK.fullmatch(cell.strip()):
                    return cell.strip()
    return ""
