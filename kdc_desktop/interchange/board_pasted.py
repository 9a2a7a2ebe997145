"""Reads ideas from lines that were copied elsewhere: of a document, a chat, cells of a sheet."""

import csv
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from kdc_desktop.domain.board.column_cells import usual_length
from kdc_desktop.domain.board.idea_fields import IdeaChoices, IdeaField, IdeaPlan
from kdc_desktop.i18n import _, number_text
from kdc_desktop.interchange.board_in import IdeasSheet, ideas_of, ideas_under, names_ideas
from kdc_desktop.interchange.board_rows import IncomingIdea
from kdc_desktop.interchange.cells import clean_text
from kdc_desktop.interchange.csv_in import plain_text
from kdc_desktop.interchange.formulas import unarmed
from kdc_desktop.interchange.grids import refuse_too_much
from kdc_desktop.interchange.sheet_guard import Limits, read_bytes
from kdc_desktop.interchange.tables import SheetTable

_BULLET = re.compile(r"(?:[-–—*•·▪▸‣◦●○■□☐☑✓✔➤►→](?:\s+\[[ xX]\])?)(?:\s+|$)")
_NUMBER = re.compile(r"\(?(\d{1,4})[.):](?:\s+|$)")
_LETTER = re.compile(r"\(?([a-z])\)(?:\s+|$)")
_WANTED_LENGTH = 8  # characters: a column of shorter texts holds codes, not ideas
_CHARACTERS = 32_767
"""As many as a cell of a sheet has."""


def ideas_in_lines(text: str, choices: IdeaChoices | None = None) -> IdeasSheet:
    """One idea a line, without bullets, and without numbers that count on from line to line.

    Cells of a sheet are told by the tabs between them: under headings that are known, each idea
    has its author, sector and cluster; else one column holds the ideas, and a note says which.
    """
    grid = _cells(text)
    if grid is None:
        return _of_lines([unarmed(clean_text(line, _CHARACTERS)) for line in _lines(text)])
    choices = choices or IdeaChoices()
    under = ideas_under(grid[0], grid[1:], choices)
    if under is not None:
        return under
    return _of_columns(grid, choices)


def read_lines(path: Path | str, choices: IdeaChoices | None = None) -> IdeasSheet:
    """The same of a text file.

    Raises:
        UserError: it cannot be read, is no text, or is far too large.
    """
    name, limits = Path(path).name, Limits()
    sheet = ideas_in_lines(plain_text(read_bytes(Path(path), limits), name), choices)
    refuse_too_much(name, len(sheet.rows), 0, limits)
    return sheet


def _of_columns(grid: Sequence[tuple[str, ...]], choices: IdeaChoices) -> IdeasSheet:
    """The ideas of cells without headings: one column holds them, unless others were chosen."""
    place, width = _text_column(grid), len(grid[0])
    if width == 1:
        return _of_texts([row[0] for row in grid])
    headers = tuple(_("Column {number}", number=number_text(at + 1)) for at in range(width))
    table = SheetTable(headers, tuple(grid), tuple(range(1, len(grid) + 1)), headed=False)
    sheet = ideas_of(table, IdeaPlan({place: IdeaField.IDEA}), choices)
    if sheet.plan.columns != {place: IdeaField.IDEA}:
        return sheet
    said = _(
        "Of {count} columns only column {number} is taken: its texts are the ideas.",
        count=number_text(width),
        number=number_text(place + 1),
    )
    return replace(sheet, notes=(said,))


def _of_texts(texts: Sequence[str], notes: Sequence[str] = ()) -> IdeasSheet:
    numbered = enumerate(texts, start=1)
    ideas = tuple(IncomingIdea(text, number=at) for at, text in numbered if text)
    return IdeasSheet(ideas, notes=tuple(notes))


def _text_column(rows: Sequence[Sequence[str]]) -> int:
    """The place of the first column whose texts are long enough for ideas; else of the first."""
    cells = zip(*rows, strict=True)
    return next((at for at, one in enumerate(cells) if usual_length(one) >= _WANTED_LENGTH), 0)


def _of_lines(lines: Sequence[str]) -> IdeasSheet:
    notes = []
    if len(lines) > 1 and names_ideas(lines[0]):
        notes.append(_("“{line}” stands above the ideas and is none.", line=lines[0]))
        lines = lines[1:]
    texts, said = _unmarked(lines)
    return _of_texts(texts, [*notes, *said])


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _cells(text: str) -> list[tuple[str, ...]] | None:
    """The rows of what a spreadsheet has copied, all of one width; None where it is no such."""
    broken = any(line.startswith('"') and line.count('"') % 2 for line in text.splitlines())
    if "\t" not in text.strip() and not broken:
        return None
    read = [line.split("\t") for line in text.splitlines()]
    if text.count('"') % 2 == 0:
        with suppress(csv.Error):  # of a cell that is longer than any is
            read = list(csv.reader(text.splitlines(keepends=True), delimiter="\t"))
    rows = [[unarmed(clean_text(cell, _CHARACTERS)) for cell in row] for row in read]
    rows = [row for row in rows if any(row)]
    if not rows:
        return None
    width = max(map(len, rows))
    return [tuple(row + [""] * (width - len(row))) for row in rows]


def _unmarked(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without what stands in front of them in a list, and what is said of that."""
    without = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines]
    bullets = [with_it != line for with_it, line in zip(without, lines, strict=True)]
    unnumbered = _without_numbers(without, bullets)
    texts = [line for line in unnumbered if line]
    if unnumbered != without:
        return texts, [_("Bullets and numbers in front were taken off.")]
    return texts, [_("Bullets in front were taken off.")] if any(bullets) else []


def _without_numbers(lines: Sequence[str], bullets: Sequence[bool]) -> list[str]:
    """The lines without their numbers or letters, where those number the lines."""
    without = list(lines)
    for mark in (_NUMBER, _LETTER):
        found = [mark.match(line) for line in without]
        if _counts_on([one.group(1) for one in found if one]):
            without = _without(without, found)
    marked = [
        bullet or now != line for bullet, now, line in zip(bullets, without, lines, strict=True)
    ]
    left = [
        None if done else _NUMBER.match(line) or _LETTER.match(line)
        for done, line in zip(marked, without, strict=True)
    ]
    return _without(without, left) if _fill_up(left, marked) else without


def _without(lines: Sequence[str], found: Sequence[re.Match[str] | None]) -> list[str]:
    return [line[one.end() :] if one else line for line, one in zip(lines, found, strict=True)]


def _place(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1


def _counts_on(marks: Sequence[str]) -> bool:
    """Whether these number the lines: “3. floor” alone does not."""
    places = [_place(mark) for mark in marks]
    if len(places) < 2:
        return False
    same = all(place == places[0] for place in places)  # as Markdown may have it
    return same or all(after == place + 1 for place, after in pairwise(places))


def _fill_up(found: Sequence[re.Match[str] | None], marked: Sequence[bool]) -> bool:
    """Whether these are the marks of a list that has others too: every line has one, and these
    are next in the whole list, or after the one before them."""
    before = 0
    for at, (one, done) in enumerate(zip(found, marked, strict=True), start=1):
        if one is not None:
            place = _place(one.group(1))
            if place not in (at, before + 1):
                return False
            before = place
        elif not done:
            return False
    return any(marked)
