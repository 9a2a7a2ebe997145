"""Reads text with separators: finds the encoding and the separator by itself."""

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from itertools import islice

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.code_pages import read_by_page
from kdc_desktop.interchange.formulas import unarmed
from kdc_desktop.interchange.grids import refuse_too_much
from kdc_desktop.interchange.header_row import reads_like_headers
from kdc_desktop.interchange.sheet_guard import Limits, broken, far_apart

_SEPARATORS = ";\t,|"
_ALONE = "\x1f"  # a separator that no text has: one column
_SAMPLE_LINES = 400
_TOP = 12  # rows among which headers are looked for
_MOST_LINES = 1_048_576  # as many as a sheet of a spreadsheet program has
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAID = re.compile(r'\ufeff?"?sep=(.)"?\s*$', re.IGNORECASE)
_TURNED = re.compile(r"[^\W\d_][\w'’-]*, [^\W\d_][\w'’-]*")
_MARKED_UP = re.compile(r"\s*<(?:\?xml|!doctype|html|table|head|meta)\b", re.IGNORECASE)
csv.field_size_limit(2**31 - 1)  # whoever reads the rows says what of a long cell is kept


def decode(data: bytes) -> str:
    """The text of `data`: UTF-8, UTF-16 with or without a mark, else in letters of one byte."""
    if data.startswith(_MARKS_OF_UTF_16):
        return data.decode("utf-16", "replace")
    if data.count(0, 0, 4096) > min(len(data), 4096) // 4:
        little = data.count(0, 1, 2) == 1
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return read_by_page(data)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def plain_text(data: bytes, name: str) -> str:
    """The text of a file without marks for its encoding; `name` is for a UserError's sentence."""
    text = decode(data).lstrip("\ufeff")
    if text.count("\ufffd") + text.count("\0") > len(text) // 10:
        raise UserError(
            _("“{file}” is not a text file. Choose a .csv, .xlsx or .ods file.", file=name)
        )
    if "\ufffd" in text and not data.startswith(_MARKS_OF_UTF_16) and not _is_utf_8(data):
        raise UserError(
            _(
                "Some letters of “{file}” cannot be read. Save it as UTF-8 (in a spreadsheet "
                "program “CSV UTF-8”) or as .xlsx, and choose that.",
                file=name,
            )
        )
    if _MARKED_UP.match(text):  # a page that calls itself .xls
        raise broken(name)
    return text.replace("\0", "")


def read_separated(text: str, name: str, limits: Limits) -> list[list[str]]:
    """The rows of a .csv, .tsv or .txt as a spreadsheet program numbers them, blank ones too."""
    first, _end, rest = text.partition("\n")
    if said := _SAID.match(first):
        text, separator = rest, said[1]
    else:
        separator = find_separator(text)
    rows: list[list[str]] = []
    filled = cells = 0
    for row in _rows(text, separator, limits.cell_characters):
        rows.append([unarmed(cell) for cell in row] if any("'" in cell for cell in row) else row)
        filled += any(map(str.strip, row))
        cells += len(row)
        if cells > limits.rectangle:
            raise far_apart(name)
        if filled > limits.rows + 1 or len(rows) > _MOST_LINES:
            refuse_too_much(name, text.count("\n"), 0, limits)
            break
    return rows


def find_separator(text: str) -> str:
    """The separator that cuts `text` into rows of one width most steadily."""
    best, best_score = _ALONE, 0.5
    for separator in _SEPARATORS:
        rows = _sample(text, separator)
        widths = [len(row) for row in rows]
        if separator == "\t" and sum(width > 1 for width in widths) * 2 > len(widths) > 1:
            return separator  # nobody types one into a cell
        usual, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        if usual < 2:
            usual, count = _second_choice(widths)
        score = count / max(len(widths), 1) + (0.01 * min(usual, 20))
        if any(reads_like_headers(row) for row in rows[:_TOP]):
            score += 1
        if usual > 1 and (count > 1 or score > 1) and score > best_score:
            best, best_score = separator, score
        elif usual > 1 and len(widths) == 1 and best is _ALONE:
            best = separator
    return _ALONE if best == "," and _names_turned(text) else best


def _names_turned(text: str) -> bool:
    """Whether there is one column only, of names such as “Laine, Aino”."""
    lines = [line.strip() for line in text[:20_000].splitlines() if line.strip()]
    turned = sum(bool(_TURNED.fullmatch(line)) for line in lines[1:])
    return (
        turned > 0
        and turned >= 0.8 * (len(lines) - 1)
        and ("," not in lines[0] or bool(_TURNED.fullmatch(lines[0])))
    )


def _second_choice(widths: list[int]) -> tuple[int, int]:
    """The usual width of the rows that are cut at all, for files with many title lines."""
    wide = Counter(width for width in widths if width > 1).most_common(1)
    return wide[0] if wide else (1, 0)


def _sample(text: str, separator: str) -> list[list[str]]:
    """The first rows that hold something, if the text is cut by this separator."""
    # Enough of the text that a quoted field with line breaks is not cut in most rows.
    rows = islice(_rows(text[:400_000], separator, 400_000), 10 * _SAMPLE_LINES)
    stripped = ([cell.strip() for cell in row] for row in rows)
    return list(islice((row for row in stripped if any(row)), _SAMPLE_LINES))


def _rows(text: str, separator: str, field_limit: int) -> Iterator[list[str]]:
    """The rows; a quotation mark that nobody closed takes no line below with it."""
    lines = iter(io.StringIO(text, newline=""))
    again: deque[str] = deque()
    taken: list[str] = []  # the lines of the row that is being read

    def feed() -> Iterator[str]:
        while (line := again.popleft() if again else next(lines, None)) is not None:
            taken.append(line)
            yield line

    while True:
        reader = csv.reader(feed(), delimiter=separator, skipinitialspace=True, strict=True)
        try:
            for row in reader:
                if len(taken) > 20 and any(len(cell) > field_limit for cell in row):
                    break
                taken.clear()
                yield row
            else:
                return
        except csv.Error:
            pass
        torn, *below = taken
        again.extendleft(reversed(below))
        taken.clear()
        yield _torn(torn, separator)


def _torn(line: str, separator: str) -> list[str]:
    """The cells of a line whose quotation marks do not match: marks inside a cell are text."""
    return [_bare(cell.strip()) for cell in line.rstrip("\r\n").split(separator)]


def _bare(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell.removeprefix('"') if cell.count('"') == 1 else cell
