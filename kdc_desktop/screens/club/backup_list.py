"""All backups of a club in a table, with what is in each, which is read beside the window."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kdc_desktop.i18n import Text, _, exact_moment_text, lazy, number_text
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.storage.backup_contents import BackupContents, BackupState, contents_of
from kdc_desktop.storage.backups import Backup

STATES: dict[BackupState, Text] = {
    BackupState.SOUND: lazy("Sound"),
    BackupState.DAMAGED: lazy("Damaged"),
    BackupState.FOREIGN: lazy("No club"),
    BackupState.NEWER: lazy("Of a newer version"),
    BackupState.UNREADABLE: lazy("Cannot be read"),
}
_LONGEST = 160  # letters of what was done last
_WIDTHS = (166, 92, 76, 62, 66, 220, 82)
_WORDED = (0, 1)  # columns


@dataclass(frozen=True)
class KeptBackup:
    """A backup, and what is in it once that is read."""

    backup: Backup
    contents: BackupContents | None = None

    @property
    def usable(self) -> bool:
        """Whether nothing is known against opening it."""
        return self.contents is None or self.contents.sound

    @property
    def sound(self) -> bool:
        """Whether it has been read, and a club can be had from it."""
        return self.contents is not None and self.contents.sound


def _state(row: KeptBackup) -> str:
    return str(STATES[row.contents.state]) if row.contents else _("Reading …")


def _last(row: KeptBackup) -> str:
    last = row.contents.last if row.contents else None
    return str(last)[:_LONGEST] if last else ""


def _count(key: str, title: Text, count_of: Callable[[BackupContents], int]) -> Column[KeptBackup]:
    def amount(row: KeptBackup) -> int | None:
        return count_of(row.contents) if row.contents and row.contents.sound else None

    def told(row: KeptBackup) -> str:
        found = amount(row)
        return "" if found is None else number_text(found)

    return Column[KeptBackup](key, title, told, sort=amount)


COLUMNS = (
    Column[KeptBackup](
        "at",
        lazy("Made"),
        lambda row: exact_moment_text(row.backup.at),
        sort=lambda row: row.backup.age,
    ),
    Column[KeptBackup]("state", lazy("State"), _state),
    _count("sessions", lazy("Sessions"), lambda held: held.sessions),
    _count("ideas", lazy("Ideas"), lambda held: held.ideas),
    _count("people", lazy("People"), lambda held: held.people),
    Column[KeptBackup]("last", lazy("Last done"), _last, tooltip=_last),
    Column[KeptBackup](
        "size",
        lazy("Size"),
        lambda row: _("{size} kB", size=round(row.backup.size / 1024)),
        sort=lambda row: row.backup.size,
    ),
    Column[KeptBackup](
        "file",
        lazy("File"),
        lambda row: row.backup.path.name,
        tooltip=lambda row: str(row.backup.path),
    ),
)


class BackupList(QObject):
    """Fills a table; the newest sound backup is chosen in it until a person chooses another.

    Those that cannot be opened come last. `changed`: another is chosen, or more is known of one.
    """

    changed = Signal()

    def __init__(self, table: RowTable, jobs: Jobs) -> None:
        super().__init__(table)
        self._table, self._jobs = table, jobs
        self._rows: list[KeptBackup] = []
        self._known: dict[Backup, BackupContents] = {}
        self._asked: set[Backup] = set()
        self._wanted: Path | None = None
        self._chosen_by_hand = self._choosing = False
        self.model = RowModel(COLUMNS, key=lambda row: row.backup.path)
        table.show_model(self.model)
        table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        table.setAccessibleName(_("Backups"))
        table.selection_changed.connect(self._selected)
        table.columns.begin(_WIDTHS, _WORDED)

    def show(self, backups: Iterable[Backup], wanted: Path | None = None) -> None:
        """List these, newest first, and read what is in each; `wanted` is chosen if it is sound."""
        self._wanted = wanted
        self._rows = [KeptBackup(one, self._known.get(one)) for one in backups]
        if all(row.backup.path != self.chosen_path for row in self._rows):
            self._chosen_by_hand = False
        self._read_unread()
        self._order()

    def _read_unread(self) -> None:
        if not self._jobs.busy:  # so none of those that were asked for is under way
            self._asked.clear()
        unread = [row.backup for row in self._rows if row.contents is None]
        for backup in sorted(unread, key=lambda one: one.path != self._wanted):
            if backup not in self._asked:
                self._asked.add(backup)
                self._jobs.run_quietly(partial(_read, backup), partial(self._take, backup))

    @property
    def chosen(self) -> KeptBackup | None:
        """The one that is selected."""
        return next(iter(self._table.selected_rows()), None)

    @property
    def chosen_path(self) -> Path | None:
        """Where the one that is selected lies."""
        return self.chosen.backup.path if self.chosen else None

    @property
    def read(self) -> bool:
        """Whether it is known what is in each."""
        return all(row.contents for row in self._rows)

    def _take(self, backup: Backup, contents: BackupContents) -> None:
        if not isValid(self):
            return
        self._asked.discard(backup)
        if contents.state is not BackupState.UNREADABLE:  # which may pass
            self._known[backup] = contents
        self._rows = [
            replace(row, contents=contents) if row.backup == backup else row for row in self._rows
        ]
        self._order()

    def _order(self) -> None:
        self._choosing = True
        self.model.set_rows(sorted(self._rows, key=lambda row: not row.usable))
        if not self._chosen_by_hand:
            self._choose()
        self._choosing = False
        self._table.columns.again()  # what was done last may have come
        self.changed.emit()

    def _choose(self) -> None:
        wanted = next((row for row in self._rows if row.backup.path == self._wanted), None)
        if wanted is None or not wanted.usable:
            wanted = next((row for row in self._rows if row.usable), None)
        if wanted is not None and wanted.sound:
            self._table.select_key(wanted.backup.path)

    def _selected(self) -> None:
        if not self._choosing:
            self._chosen_by_hand = True
            self.changed.emit()


def _read(backup: Backup, progress: Progress) -> BackupContents:
    return contents_of(backup.path, progress.cancelled)
