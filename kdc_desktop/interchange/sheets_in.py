"""Reads the sheets of a workbook from outside: .xlsx, .xlsm, .xls and .ods.

Values are read; formulas and macros are ignored. Nothing here knows what the columns mean.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import listed, ngettext, quoted
from kdc_desktop.interchange.grids import CellGrid
from kdc_desktop.interchange.sheet_extent import Ranges
from kdc_desktop.interchange.sheet_guard import (
    OLE,
    Limits,
    broken,
    check_ole,
    check_zip,
    encrypted,
)


def workbook_grids(data: bytes, name: str, limits: Limits) -> tuple[CellGrid, ...]:
    """The visible sheets of a workbook with anything in them, in its order; `name` is the file's.

    Raises UserError for what is protected, damaged or hostile.
    """
    import python_calamine

    hidden = _check(data, name, limits)
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as workbook:
            return tuple(_grids(workbook, hidden))
    except python_calamine.PasswordError:
        raise encrypted(name) from None
    except UserError:
        raise
    except Exception:
        raise broken(name) from None
    except BaseException as error:
        # The reader is written in Rust; its panics are no Exception, so that nobody hides them.
        if type(error).__name__ == "PanicException":
            raise broken(name) from None
        raise


def _check(data: bytes, name: str, limits: Limits) -> dict[str, Ranges]:
    """The hidden rows by sheet; an old .xls does not tell them."""
    if data.startswith(OLE):
        check_ole(data, name)
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return check_zip(archive, len(data), name, limits)
    except (zipfile.BadZipFile, ValueError):
        raise broken(name) from None


def _grids(workbook: Any, hidden: Mapping[str, Ranges]) -> Iterator[CellGrid]:
    sheets = [entry for entry in workbook.sheets_metadata if str(entry.typ).endswith("WorkSheet")]
    visible = [entry.name for entry in sheets if str(entry.visible).endswith(".Visible")]
    unseen = [entry.name for entry in sheets if visible and entry.name not in visible]
    for sheet in visible or workbook.sheet_names:
        opened = workbook.get_sheet_by_name(sheet)
        if rows := opened.to_python(skip_empty_area=False):
            places = {
                row - 1
                for first, last in hidden.get(sheet, ())
                for row in range(first, min(last, len(rows)) + 1)
            }
            spans = tuple(opened.merged_cell_ranges or ())
            yield CellGrid(rows, sheet, spans, frozenset(places), _left_out(unseen))


def _left_out(sheets: Sequence[str]) -> tuple[str, ...]:
    if not sheets:
        return ()
    names = listed(map(quoted, sheets))
    return (
        ngettext(
            "A sheet that is hidden in the file was left out: {sheets}.",
            "{count} sheets that are hidden in the file were left out: {sheets}.",
            len(sheets),
            sheets=names,
        ),
    )
