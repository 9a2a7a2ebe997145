"""Reads text with separators: finds the encoding and the separator by itself."""

import csv
import io
from collections import Counter

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

_SEPARATORS = ";\t,|"
_ALONE = "\x1f"  # a separator that no text has: one column
_SAMPLE_LINES = 400
csv.field_size_limit(2**31 - 1)  # whoever reads the rows says what of a long cell is kept


def decode(data: bytes) -> str:
    """The text of `data`: UTF-8, UTF-16 with or without a mark, else Western European."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.count(0, 0, 4096) > min(len(data), 4096) // 4:
        little = data.count(0, 1, 2) == 1
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def read_separated(data: bytes, name: str, field_limit: int) -> list[list[str]]:
    """The rows of a .csv, .tsv or .txt; `name` is for the sentence of a UserError."""
    text = decode(data).lstrip("\ufeff")
    if text.count("\ufffd") + text.count("\0") > len(text) // 10:
        raise UserError(
            _("“{file}” is not a text file. Choose a .csv, .xlsx or .ods file.", file=name)
        )
    text = text.replace("\0", "")
    first, _end, rest = text.partition("\n")
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) == 5:
        return _parse(rest, first.strip().strip('"')[4], field_limit)
    return _parse(text, find_separator(text), field_limit)


def find_separator(text: str) -> str:
    """The separator that cuts `text` into rows of one width most steadily."""
    best, best_score = _ALONE, 0.5
    for separator in _SEPARATORS:
        widths = _widths(text, separator)
        usual, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        if usual < 2:
            usual, count = _second_choice(widths)
        score = count / max(len(widths), 1) + (0.01 * min(usual, 20))
        if usual > 1 and count > 1 and score > best_score:
            best, best_score = separator, score
        elif usual > 1 and len(widths) == 1 and best is _ALONE:
            best = separator
    return best


def _second_choice(widths: list[int]) -> tuple[int, int]:
    """The usual width of the rows that are cut at all, for files with many title lines."""
    wide = Counter(width for width in widths if width > 1).most_common(1)
    return wide[0] if wide else (1, 0)


def _widths(text: str, separator: str) -> list[int]:
    # Enough of the text that a quoted field with line breaks is not cut in most rows.
    sample = io.StringIO(text[:400_000], newline="")
    widths = []
    try:
        for row in csv.reader(sample, delimiter=separator):
            if any(cell.strip() for cell in row):
                widths.append(len(row))
            if len(widths) == _SAMPLE_LINES:
                break
    except csv.Error:
        return []
    return widths


def _parse(text: str, separator: str, field_limit: int) -> list[list[str]]:
    source = io.StringIO(text, newline="")
    try:
        rows = list(csv.reader(source, delimiter=separator))
    except csv.Error:
        rows = []
    lines = text.count("\n")
    swallowed = any(len(cell) > field_limit and cell.count("\n") > 20 for r in rows for cell in r)
    if swallowed or (not rows and lines):
        # A quotation mark that nobody closed has swallowed the rest: read marks as text.
        plain = csv.reader(text.splitlines(), delimiter=separator, quoting=csv.QUOTE_NONE)
        rows = list(plain)
    return rows
