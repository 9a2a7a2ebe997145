"""People in lines that were copied elsewhere, as a sheet that can be read like any other."""

import csv
from contextlib import ExitStack
from pathlib import Path

from kdc_desktop.domain.people.lines import sheet_of_lines
from kdc_desktop.i18n import _
from kdc_desktop.interchange.address_lists import address_grid
from kdc_desktop.workplaces import workplace


class CopiedLines:
    """Keeps the sheet in a place of its own until it is closed; then nothing of it is left."""

    def __init__(self) -> None:
        self._places = ExitStack()

    def sheet(self, text: str) -> Path:
        """The file that has the people in these lines, or in these cells of a sheet."""
        folder = self._places.enter_context(workplace())
        if address_grid(text) is not None:
            path = folder / (_("Copied lines") + ".txt")  # untranslated: an ending
            path.write_text(text, encoding="utf-8")
            return path
        path = folder / (_("Copied lines") + ".csv")  # untranslated: an ending
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(sheet_of_lines(text))
        return path

    def close(self) -> None:
        """Remove what was written."""
        self._places.close()
