"""Reads the sheets of a workbook from outside: .xlsx, .xlsm, .xls and .ods.

Values are read; formulas and macros are ignored. Nothing here knows what the columns mean.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from kdc_desktop.errors import UserError
from kdc_desktop.interchange.grids import Grid
from kdc_desktop.interchange.sheet_guard import (
    OLE,
    Limits,
    broken,
    check_ole,
    check_zip,
    encrypted,
)


def workbook_grids(data: bytes, name: str, limits: Limits) -> tuple[Grid, ...]:
    """The visible sheets of a workbook with anything in them, in its order; `name` is the file's.

    Raises UserError for what is protected, damaged or hostile.
    """
    import python_calamine

    _check(data, name, limits)
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as workbook:
            return tuple(_grids(workbook))
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


def _check(data: bytes, name: str, limits: Limits) -> None:
    if data.startswith(OLE):
        check_ole(data, name)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_zip(archive, len(data), name, limits)
    except (zipfile.BadZipFile, ValueError):
        raise broken(name) from None


def _grids(workbook: Any) -> Iterator[Grid]:
    visible = [
        entry.name
        for entry in workbook.sheets_metadata
        if str(entry.typ).endswith("WorkSheet") and str(entry.visible).endswith(".Visible")
    ]
    for sheet in visible or workbook.sheet_names:
        opened = workbook.get_sheet_by_name(sheet)
        if rows := opened.to_python(skip_empty_area=False):
            yield Grid(rows, sheet, tuple(opened.merged_cell_ranges or ()))
