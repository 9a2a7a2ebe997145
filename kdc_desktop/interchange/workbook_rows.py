"""Writes the rows of a sheet as text: openpyxl makes several objects for each of its cells."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

_AT_ONCE = 1 << 16  # bytes


def write_rows_as_text(sheet: Any, path: Path) -> None:
    """Have a write-only sheet begin at its first row, in this file."""
    sheet._values_to_row = lambda values, _number: values
    if sheet._writer is None:
        sheet._writer = _writers()(sheet, path)
        sheet._writer.write_top()


@cache
def _writers() -> Any:
    from openpyxl.worksheet import _writer

    openpyxls: Any = _writer.WorksheetWriter

    class Writer(openpyxls):  # type: ignore[misc]
        """What lies before and behind the rows is openpyxl's."""

        def __init__(self, sheet: Any, path: Path) -> None:
            self.file = path.open("wb", _AT_ONCE)
            super().__init__(sheet, out=self.file)
            self.out = str(path)  # from where openpyxl packs it

        def write_row(self, head: Any, values: Sequence[object], number: int) -> None:
            if number == 1:
                head.flush()  # what stands before the rows
            like: Any = self.ws.row_dimensions.get(number, {})
            self.file.write(_row(self.ws, values, number, like).encode("utf-8"))

        def close(self) -> None:
            super().close()
            self.file.close()

        def cleanup(self) -> None:
            """All files of a workbook go together."""

    return Writer


def _row(sheet: Any, values: Sequence[object], number: int, like: Mapping[str, str]) -> str:
    letters = _letters(len(values))
    told = "".join(f' {name}="{value}"' for name, value in like.items())
    cells = [f'<row r="{number}"{told}>']
    for letter, value in zip(letters, values, strict=True):
        if value is None:
            continue
        if isinstance(value, str):
            cells.append(f'<c r="{letter}{number}" t="inlineStr">{_text(value)}</c>')
        elif isinstance(value, (int, float)):
            cells.append(f'<c r="{letter}{number}" t="n"><v>{value:.16g}</v></c>')
        else:
            cells.append(_cell(sheet, value, f"{letter}{number}"))
    cells.append("</row>")
    return "".join(cells)


def _cell(sheet: Any, cell: Any, place: str) -> str:
    """One of openpyxl's, which has a look or a link."""
    if cell.hyperlink is not None:
        cell.hyperlink.ref = place
        sheet._hyperlinks.append(cell.hyperlink)
    look = f' s="{cell.style_id}"' if cell.has_style else ""
    is_text, value = cell.data_type == "s", cell._value
    begin = f'<c r="{place}"{look} t="{"inlineStr" if is_text else "n"}"'
    if value is None or value == "":
        return f"{begin}/>"
    if is_text:
        return f"{begin}>{_text(value)}</c>"
    number = _days()(value) if cell.data_type == "d" else value
    return f"{begin}><v>{number:.16g}</v></c>"


def _text(text: str) -> str:
    """A text with the signs of the file's own language told; blanks around it stay."""
    stay = ' xml:space="preserve"' if text != text.strip() else ""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<is><t{stay}>{plain}</t></is>"


@cache
def _days() -> Any:
    """What turns a date into Excel's days."""
    from openpyxl.utils.datetime import to_excel

    return to_excel


@cache
def _letters(count: int) -> tuple[str, ...]:
    from openpyxl.utils import get_column_letter

    return tuple(map(get_column_letter, range(1, count + 1)))
