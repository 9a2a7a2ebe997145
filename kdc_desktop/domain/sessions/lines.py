"""Lines that somebody has copied become stages: a title, and how long it takes."""

import re
from collections.abc import Sequence

from kdc_desktop.domain.kit.text import on_one_line

_MINUTES = re.compile(
    r"[\s,;(–-]*\b(\d{1,3})\s*(?:min\b\.?|minutes?\b|minuuttia\b|minuter\b|’|')\)?$"
)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)


def stages_in_lines(text: str, heads: Sequence[str] = ()) -> list[tuple[str, int | None]]:
    """The title of each line, and its minutes where it ends with them: “Welcome, 10 min”.

    Of the cells of a sheet the first that is no time of day is the title, and the first whole
    number the minutes. A line of nothing but `heads`, those of our own table, is no stage.
    """
    found: list[tuple[str, int | None]] = []
    for line in text.splitlines():
        cells = [cell for cell in map(on_one_line, line.split("\t")) if cell]
        if len(cells) > 1 and cells == list(heads):
            continue
        if len(cells) > 1 and _TIME.fullmatch(cells[0]):
            del cells[0]
        if not cells:
            continue
        numbers = [int(cell) for cell in cells[1:] if cell.isdecimal() and len(cell) < 4]
        ends = _MINUTES.search(cells[0])
        if numbers:
            found.append((cells[0], numbers[0]))
        elif ends is not None and ends.start() > 0:
            found.append((cells[0][: ends.start()], int(ends.group(1))))
        else:
            found.append((cells[0], None))
    return found
