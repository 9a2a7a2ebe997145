"""Reads a sheet of people in the background, so that the dialog around it stays alive."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kdc_desktop.domain.people.fields import Columns
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.services.people.importing import (
    ImportPreview,
    preview_again,
    preview_people,
    sheet_columns,
)
from kdc_desktop.services.people.joins import SheetJoins
from kdc_desktop.services.people.known import ListOf
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class Unmapped:
    """A list in which no column was found that holds names; `sentence` says so.

    `tables` are those of the file, `columns` what the others of `headers` hold.
    """

    tables: tuple[str, ...]
    headers: tuple[str, ...]
    columns: Columns
    sentence: str


class SheetReading(QObject):
    """Of the sheets asked for while one is being read, the last one is read next.

    `previewed` carries an `ImportPreview`, `unmapped` an `Unmapped`.
    """

    previewed = Signal(object)
    unmapped = Signal(object)

    def __init__(self, jobs: Jobs, database: Database, sheets: SheetJoins, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._database, self._sheets = jobs, database, sheets
        self._wanted: Callable[[Progress], ImportPreview | Unmapped] | None = None
        jobs.ended.connect(self._start)

    def want(
        self,
        path: Path,
        choices: ImportChoices,
        list_of: ListOf | None,
        before: ImportPreview | None,
    ) -> None:
        """Read this sheet as was chosen, for the list of a session or for none.

        Where only other rows were chosen than `before`, the file is not read again.
        """
        database, sheets = self._database, self._sheets
        if before is not None and _is_read(before, path, choices):
            self._wanted = lambda _progress: preview_again(
                *(database, before, sheets, choices, list_of)
            )
        else:
            self._wanted = lambda _progress: _preview(database, path, sheets, choices, list_of)
        self._start()

    @property
    def waits(self) -> bool:
        """Whether something was asked for and is not told yet."""
        return self._jobs.busy or self._wanted is not None

    def want_nothing(self) -> None:
        """Start nothing more."""
        self._wanted = None

    def _start(self) -> None:
        if self._wanted is not None and not self._jobs.busy:
            work, self._wanted = self._wanted, None
            self._jobs.run(_("Reading the sheet"), work, self._tell)

    def _tell(self, found: ImportPreview | Unmapped) -> None:
        if self._wanted is None:  # else another is read next, and this would be undone again
            (self.unmapped if isinstance(found, Unmapped) else self.previewed).emit(found)


def _is_read(before: ImportPreview, path: Path, choices: ImportChoices) -> bool:
    """Whether it was read by the same columns of the same table."""
    there = (before.path, before.choices.table, before.choices.columns)
    return there == (path, choices.table, choices.columns)


def _preview(
    database: Database,
    path: Path,
    sheets: SheetJoins,
    choices: ImportChoices,
    list_of: ListOf | None,
) -> ImportPreview | Unmapped:
    try:
        return preview_people(database, path, sheets, choices, list_of)
    except UserError as error:
        return Unmapped(*sheet_columns(database, path, choices), str(error))
