"""How far the filled cells of a sheet reach, and which of its rows nobody sees, told from its XML.

The reader of workbooks tells neither, so the text of the parts is looked through once.
"""

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

Ranges = tuple[tuple[int, int], ...]
"""Rows by number, from 1: first and last of each stretch."""

_XLSX_TOKEN = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_XLSX_REF = re.compile(rb"""\br=["']([A-Za-z]*)(\d+)["']""")
_XLSX_HIDDEN = re.compile(rb"""\b(?:hidden=["'](?:1|true)|ht=["']0(?:\.0*)?)["']""")
_ODS_TOKEN = re.compile(
    rb"<(/?)table:(table-row-group|table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>"
)
_ODS_ROWS = re.compile(rb"""number-rows-repeated=["'](\d+)["']""")
_ODS_COLUMNS = re.compile(rb"""number-columns-repeated=["'](\d+)["']""")
_ODS_HIDDEN = re.compile(rb"""\btable:visibility=["'](?:collapse|filter)["']""")
_ODS_FOLDED = re.compile(rb"""\btable:display=["']false["']""")
_COLUMN_LETTERS = 9  # a sheet has 3; more take ever longer to reckon with
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")


@dataclass(frozen=True)
class Extent:
    """Rows times columns up to the last filled cell, and the rows that are hidden."""

    cells: int
    hidden: Ranges


def xlsx_extent(content: bytes) -> Extent:
    """The extent of a sheet of an .xlsx file."""
    row = column = last_row = last_column = 0
    hidden = _Hidden()
    for token in _XLSX_TOKEN.finditer(content):
        attributes = token[2]
        reference = _XLSX_REF.search(attributes)
        if token[1] == b"row":
            row, column = (int(reference[2]) if reference else row + 1), 0
            if _XLSX_HIDDEN.search(attributes):
                hidden.add(row, row)
            continue
        column += 1
        if reference and reference[1]:
            row, column = int(reference[2]), _column_number(reference[1])
        if not attributes.endswith(b"/"):
            last_row, last_column = max(last_row, row), max(last_column, column)
    return Extent(last_row * last_column, hidden.ranges())


def sheet_parts(workbook: bytes, relations: bytes) -> dict[str, str]:
    """Which sheet lies in which part of an .xlsx file: part → name."""
    targets = {
        _attribute("Id", one): _attribute("Target", one)  # untranslated: XML
        for one in _RELATION.findall(relations)
    }
    found = {}
    for sheet in _SHEET.findall(workbook):
        part = posixpath.join("/xl", targets.get(_attribute(r"\w+:id", sheet), ""))
        found[posixpath.normpath(part).lstrip("/").casefold()] = _attribute("name", sheet)
    return found


def _attribute(name: str, attributes: bytes) -> str:
    match = re.search(rf"""(?:^|\s){name}\s*=\s*(?:"([^"]*)"|'([^']*)')""".encode(), attributes)
    return html.unescape((match[1] or match[2] or b"").decode("utf-8", "replace")) if match else ""


def _column_number(letters: bytes) -> int:
    """Raises ValueError where no sheet has such a column."""
    if len(letters) > _COLUMN_LETTERS:
        raise ValueError(letters[:20])
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def ods_extents(content: bytes) -> Iterator[tuple[str, Extent]]:
    """Name and extent of each table of an .ods file; a cell counts as often as it repeats."""
    table = _OdsTable("")
    for token in _ODS_TOKEN.finditer(content):
        closing, kind, attributes = token.groups()
        if kind == b"table":
            if closing:
                yield table.name, table.extent()
            table = _OdsTable(_attribute("table:name", attributes))
        elif kind == b"table-row-group":
            table.group(bool(closing), attributes)
        elif not closing and kind == b"table-row":
            table.row(attributes)
        elif not closing:
            table.cell(attributes)


class _OdsTable:
    """What is told of one table of an .ods file, from its first tag to its last."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._rows = self._columns = self._last_row = self._last_column = 0
        self._hidden = _Hidden()
        self._folded = [False]

    def group(self, closing: bool, attributes: bytes) -> None:
        """A group of rows begins or ends; a folded one hides those in it."""
        if closing:
            self._folded = self._folded[:-1] or [False]
        elif not attributes.endswith(b"/"):
            self._folded.append(self._folded[-1] or bool(_ODS_FOLDED.search(attributes)))

    def row(self, attributes: bytes) -> None:
        """A row, as often as it repeats."""
        first, self._columns = self._rows + 1, 0
        self._rows += _repeated(_ODS_ROWS, attributes)
        if self._folded[-1] or _ODS_HIDDEN.search(attributes):
            self._hidden.add(first, self._rows)

    def cell(self, attributes: bytes) -> None:
        """A cell of that row."""
        self._columns += _repeated(_ODS_COLUMNS, attributes)
        if b"value" in attributes or not attributes.endswith(b"/"):  # a value needs no text
            self._last_row = max(self._last_row, self._rows)
            self._last_column = max(self._last_column, self._columns)

    def extent(self) -> Extent:
        """How far it reaches."""
        return Extent(self._last_row * self._last_column, self._hidden.ranges())


def _repeated(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match[1]) if match else 1


class _Hidden:
    """Rows that are hidden, in stretches, because a sheet may hide a million at its end."""

    def __init__(self) -> None:
        self._stretches: list[list[int]] = []

    def add(self, first: int, last: int) -> None:
        if self._stretches and self._stretches[-1][1] == first - 1:
            self._stretches[-1][1] = last
        else:
            self._stretches.append([first, last])

    def ranges(self) -> Ranges:
        return tuple((first, last) for first, last in self._stretches)
