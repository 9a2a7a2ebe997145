"""Lines that somebody has copied become stages: a title, and how long it takes."""

import re

from kdc_desktop.domain.kit.text import on_one_line

_MINUTES = re.compile(
    r"[\s,;(–-]*\b(\d{1,3})\s*(?:min\b\.?|minutes?\b|minuuttia\b|minuter\b|’|')\)?$"
)


def stages_in_lines(text: str) -> list[tuple[str, int | None]]:
    """The title of each line, and its minutes where it ends with them: “Welcome, 10 min”.

    Of the cells of a sheet the first is the title, and the first whole number the minutes.
    """
    found: list[tuple[str, int | None]] = []
    for line in text.splitlines():
        cells = [cell for cell in map(on_one_line, line.split("\t")) if cell]
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
