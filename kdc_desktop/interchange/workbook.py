"""Writes one Excel workbook from plain values: a page to read, a read-me, a sheet per table.

Text is always text, never a formula. The file appears whole or not at all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange import workbook_names
from kdc_desktop.interchange.files import replacing
from kdc_desktop.interchange.workbook_front import write_page, write_read_me
from kdc_desktop.interchange.workbook_order import in_reading_order, only_named, read_by, to_share
from kdc_desktop.interchange.workbook_parts import add_name
from kdc_desktop.interchange.workbook_rows import write_rows_as_text
from kdc_desktop.interchange.workbook_table import write_table
from kdc_desktop.interchange.workbook_values import (
    Chart,
    ColourScale,
    Column,
    FrontPage,
    Kind,
    Reader,
    SheetBlock,
    Table,
    TellRows,
)
from kdc_desktop.workplaces import workplace

__all__ = [
    "Chart",
    "ColourScale",
    "Column",
    "FrontPage",
    "Imprint",
    "Kind",
    "Reader",
    "SheetBlock",
    "Table",
    "TellRows",
    "only_named",
    "read_by",
    "to_share",
    "write_workbook",
]

_MAX_ROWS = 1_048_575  # Excel's, less the header


@dataclass(frozen=True)
class Imprint:
    """What stands above each printed page, the paper, and the page that comes first, if any."""

    heading: str = ""
    paper: PaperSize = PaperSize.A4
    page: FrontPage | None = None


_PLAIN = Imprint()


class _CancelledError(Exception):
    """The caller wants no workbook any more."""


def write_workbook(
    path: Path | str,
    about: Sequence[tuple[str, str]],
    tables: Sequence[Table],
    progress: TellRows | None = None,
    cancelled: Callable[[], bool] | None = None,
    looks: Imprint = _PLAIN,
) -> bool:
    """Writes the workbook to `path`; False when `cancelled()` became true and nothing was written.

    `about` are the lines of the read-me sheet: what this is, when, from which club and session.
    `progress(done, total)` counts rows. Raises UserError when the file cannot be written.
    """
    for table in tables:
        if len(table.rows) > _MAX_ROWS:
            raise UserError(
                _(
                    "“{sheet}” has more rows than a sheet can hold. Export the sessions one by "
                    "one.",
                    sheet=table.title,
                )
            )
    pace = _Pace(sum(len(table.rows) for table in tables), progress, cancelled)
    with workplace() as folder:
        workbook = _new_workbook(folder)
        try:
            with replacing(Path(path)) as fresh:
                _fill(workbook, about, tables, pace, looks)
                workbook.save(fresh)
        except _CancelledError:
            return False
        finally:
            _let_go(workbook)
    return True


class _Pace:
    """Counts rows, tells the caller, and stops when asked to."""

    def __init__(
        self, total: int, progress: TellRows | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._done, self._total = 0, total
        self._progress, self._cancelled = progress, cancelled

    def check(self, rows: int = 0) -> None:
        self._done += rows
        if self._cancelled and self._cancelled():
            raise _CancelledError
        if self._progress:
            self._progress(self._done, self._total)


def _new_workbook(folder: Path) -> Any:
    """An empty one, which keeps its sheets in this folder until it is saved."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment

    workbook: Any = Workbook(write_only=True)
    workbook.properties.creator = "KDC Desktop"
    # The format of cells without one: short cells stand at the top beside long wrapped texts.
    top = Alignment(vertical="top")
    workbook._cell_styles[0].alignmentId = workbook._alignments.add(top)
    workbook._named_styles["Normal"].alignment = top
    create = workbook.create_sheet

    def create_in_folder(title: str) -> Any:
        sheet = create(title)
        path = folder / f"{len(workbook.worksheets)}.xml"  # openpyxl's own would not be swept
        sheet._get_writer = partial(write_rows_as_text, sheet, path)
        return sheet

    workbook.create_sheet = create_in_folder
    return workbook


def _let_go(workbook: Any) -> None:
    """Closes the files of sheets that were never saved: an open one cannot be removed."""
    for sheet in workbook.worksheets:
        if sheet._writer is not None and not sheet.closed:
            sheet.close()


def _fill(
    workbook: Any,
    about: Sequence[tuple[str, str]],
    tables: Sequence[Table],
    pace: _Pace,
    looks: Imprint,
) -> None:
    front = [_("Summary")] if looks.page else []
    front.append(_("Read me"))
    titles = workbook_names.sheet_titles([*front, *(str(table.title) for table in tables)])
    names = workbook_names.table_names(table.name for table in tables)
    below = titles[len(front) :]
    if looks.page:
        write_page(workbook.create_sheet(titles[0]), looks.page, looks.paper, looks.heading)
    read_me = workbook.create_sheet(titles[len(front) - 1])
    write_read_me(read_me, about, tables, below, looks.paper, looks.heading)
    for table, title, name in zip(tables, below, names, strict=True):
        pace.check()
        sheet = workbook.create_sheet(title)
        told = looks.heading
        write_table(sheet, in_reading_order(table), name, pace.check, looks.paper, told)
        if table.formerly:
            add_name(workbook, table.formerly, title, sheet.tables[name].ref)
