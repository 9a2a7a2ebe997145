"""Writes rows to fill letters with: text with commas, or a workbook of one sheet."""

import csv
import io
from pathlib import Path
from typing import Any

from kdc_desktop.domain.pages.values import MailList
from kdc_desktop.i18n import _
from kdc_desktop.interchange.files import replacing
from kdc_desktop.interchange.formulas import begins_like_a_formula
from kdc_desktop.interchange.workbook_names import safe_text


def write_mail_list(path: Path, made: MailList) -> None:
    """Write it as its ending says; the first row has the names of the columns.

    Raises:
        UserError: the file cannot be written.
    """
    content = _as_workbook(made) if path.suffix.lower() == ".xlsx" else _as_text(made)
    with replacing(path) as fresh:
        fresh.write_bytes(content)


def _as_text(made: MailList) -> bytes:
    """With the mark by which Excel knows the letters, and nothing that it would reckon with."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(made.heads)
    writer.writerows([_harmless(text) for text in row] for row in made.rows)
    return written.getvalue().encode("utf-8-sig", errors="replace")


def _harmless(text: str) -> str:
    return f"'{text}" if begins_like_a_formula(text) else text


def _as_workbook(made: MailList) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = _("Letters")
    for number, row in enumerate((made.heads, *made.rows), 1):
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place, safe_text(text) or None)
            cell.data_type = "s"
            cell.font = Font(bold=number == 1)
    for place in range(1, len(made.heads) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 26
    sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
