"""Writes the workbook in which a club tells its past: empty but for its examples."""

from pathlib import Path

from kdc_desktop.domain.past.layout import LAYOUTS
from kdc_desktop.i18n import _
from kdc_desktop.interchange.workbook import Column, Table, write_workbook


def write_template(path: Path | str) -> None:
    """Write it to a file.

    Raises:
        UserError: the file cannot be written.
    """
    tables = [
        Table(
            name=sheet.value.capitalize(),
            title=layout.title,
            columns=tuple(Column(title) for title in layout.columns.values()),
            rows=[tuple(str(cell) for cell in row) for row in layout.examples],
            purpose=layout.purpose,
        )
        for sheet, layout in LAYOUTS.items()
    ]
    how = _(
        "Fill in the sheets, as far as you know it; a sheet may stay empty. Then bring it in: the "
        "program shows first what would become of each row."
    )
    write_workbook(path, [(_("The club’s past"), how)], tables)
