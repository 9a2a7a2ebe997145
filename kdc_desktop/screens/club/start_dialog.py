"""Asks which club to open when the one that was wanted cannot be."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.crash import told_at_opening
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, exact_moment_text
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.club.answers import OpenClub, answers_of, opening_told
from kdc_desktop.screens.club.backup_list import BackupList, KeptBackup
from kdc_desktop.screens.club.copying import copy_in_job
from kdc_desktop.screens.club.files import (
    ask_for_club,
    ask_for_new_club,
    new_club_name,
    place_for_new,
)
from kdc_desktop.screens.club.help import START
from kdc_desktop.screens.club.placing import ask_for_place, place_in_stead
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.storage import backups
from kdc_desktop.storage.backups import Backup

TEXT_WIDTH = 64  # letters
TABLE_SIZE = (840, 232)
WIDEST = 1200  # of a table on a small laptop, however large its text is


class StartDialog(QDialog):
    """Accepted when a club was opened, rejected when the facilitator quits.

    `path` is the file that cannot be opened and `sentence` says why; `open_club` opens another, or
    tells what is in the way, which is shown in place of the sentence.
    """

    headline: QLabel
    problem_label: QLabel
    path_label: QLabel
    backups_table: RowTable
    ways: QWidget
    backup_button: QPushButton
    backup_label: QLabel
    open_button: QPushButton
    new_button: QPushButton
    quit_button: QPushButton

    def __init__(self, theme: Theme, path: Path, sentence: str, open_club: OpenClub) -> None:
        super().__init__()
        load_form(self, "club/start_dialog")
        offer_help(self, START)
        self._theme, self._path, self._open_club = theme, path.resolve(), open_club
        self._is_free = True
        self._copied: Path | None = None  # and not open yet
        self._as_backup = backups.backup_to_place(self._path)
        self.looked = False
        self.jobs = Jobs(self)
        self.list = BackupList(self.backups_table, self.jobs)
        self.path_label.setText(str(self._path))
        flow = FlowLayout(self.ways)
        for button in (self.backup_button, self.open_button, self.new_button):
            flow.addWidget(button)
        self.problem_label.setMinimumWidth(TEXT_WIDTH * self.fontMetrics().averageCharWidth())
        self.backup_button.setIcon(theme.icon("history", "on_accent"))
        self.open_button.setIcon(theme.icon("folder-open"))
        self.new_button.setIcon(theme.icon("plus"))
        self._connect()
        for widget in (self.backups_table, self.backup_button, self.backup_label):
            widget.hide()
        self.open_button.setDefault(True)
        if self._as_backup is not None:
            self.headline.setText(_("This is a backup"))
            sentence = _(
                "{file} is a backup and stays as it is. Open it as a copy to work in.",
                file=self._path.name,
            )
        self._tell(sentence)

    def _connect(self) -> None:
        self.backup_button.clicked.connect(self.open_backup)
        self.open_button.clicked.connect(self.open_other)
        self.new_button.clicked.connect(self.begin_new)
        self.quit_button.clicked.connect(self.reject)
        self.backups_table.doubleClicked.connect(self.open_backup)
        text = _("Open the backup as a copy")
        self.backups_table.hands.verb("open_backup", text, self.open_backup)
        self.list.changed.connect(self._offer)
        self.jobs.problem.connect(self._tell)
        self.jobs.started.connect(lambda _title: self._let_choose(False))
        self.jobs.ended.connect(lambda: self._let_choose(True))
        self.finished.connect(self.stop)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.looked:
            self.looked = True
            self.jobs.run_quietly(lambda _progress: self._found(), self._list)

    def stop(self) -> None:
        """Read no more backups, and wait for the one that is being copied."""
        self.jobs.stop()

    def reject(self) -> None:
        """Quit, but not while a backup is being copied."""
        if not self.jobs.asked_for:
            super().reject()

    def _found(self) -> list[Backup]:
        found = backups.backups_near(self._path)
        if self._as_backup and all(one.path != self._path for one in found):
            found.insert(0, self._as_backup)
        return found

    def _list(self, found: list[Backup]) -> None:
        if not found:
            return
        width, height = (self._theme.px(length) for length in TABLE_SIZE)
        room = self.screen().availableSize()
        self.backups_table.setMinimumSize(
            min(width, WIDEST, room.width() - 80), min(height, round(room.height() * 0.35))
        )
        for widget in (self.backups_table, self.backup_button, self.backup_label):
            widget.show()
        self.backup_button.setDefault(True)
        self.list.show(found, self._path)
        self.backups_table.setFocus()

    def _offer(self) -> None:
        row = self.list.chosen
        usable = row is not None and row.usable
        self.backup_button.setEnabled(usable and self._is_free)
        (self.backup_button if usable else self.open_button).setDefault(True)
        self.backup_label.setText(self._about(row))
        grow_to_fit(self)

    def _about(self, row: KeptBackup | None) -> str:
        if row is not None and row.usable:
            return self._what_becomes_of(row.backup)
        if row is not None:
            return _("No club can be had from this one. Choose another.")
        if not self.list.read:
            return _("Looking for the newest sound backup …")
        return _(
            "None of these backups is sound. Mend a copy of one with “kdc-desktop check --repair”, "
            "or open another club."
        )

    def _what_becomes_of(self, backup: Backup) -> str:
        made, new = exact_moment_text(backup.at), place_in_stead(backup, self._path).name
        if not self._path.exists():
            return _("Made {moment}. It becomes a new file, {new}.", moment=made, new=new)
        return _(
            "Made {moment}. It becomes a new file, {new}; {old} stays as it is.",
            moment=made,
            new=new,
            old=self._path.name,
        )

    def _let_choose(self, free: bool) -> None:
        self._is_free = free
        for widget in (self.backups_table, self.open_button, self.new_button, self.quit_button):
            widget.setEnabled(free)
        self._offer()

    def _tell(self, sentence: str) -> None:
        tell_problem(self.problem_label, sentence)
        grow_to_fit(self)

    def _open(self, path: Path) -> None:
        self._let_choose(False)
        self.quit_button.setEnabled(True)
        self._tell(opening_told(path))
        self._open_club(path, answers_of(self, self._refused))

    def _refused(self, error: Exception) -> None:
        if self._copied is not None:
            self._copied.unlink(missing_ok=True)
            self._copied = None
        self._let_choose(True)
        self._tell(str(told_at_opening(error, self._path)))

    def open_backup(self) -> None:
        """Put the chosen backup beside the club as a new file, and open that."""
        row = self.list.chosen
        if row is not None and row.usable:
            self._open_copy(row.backup, place_in_stead(row.backup, self._path))

    def _open_copy(self, backup: Backup, target: Path) -> None:
        copy = partial(_restore, backup, target)
        title = _("Copying the backup to {file} …", file=target.name)
        if copy_in_job(self.jobs, title, copy, self, lambda _done: self._open_copied(target)):
            self._tell(title)

    def _open_copied(self, target: Path) -> None:
        self._copied = target
        self._open(target)

    def open_other(self) -> None:
        """Ask for another club file and open it."""
        path = ask_for_club(self, _("Open another club"), self._path.parent)
        if path is None:
            return
        backup = backups.backup_to_place(path)
        self._open(path) if backup is None else self._place(backup)

    def _place(self, backup: Backup) -> None:
        try:
            target = ask_for_place(self, backup, backups.club_beside(backup))
        except UserError as error:
            self._tell(str(error))
            return
        if target is not None:
            self._open_copy(backup, target)

    def begin_new(self) -> None:
        """Ask for a name and begin an empty club under it."""
        proposed = place_for_new(new_club_name(), self._path.parent)
        try:
            target = ask_for_new_club(self, _("New club"), proposed)
        except UserError as error:
            self._tell(str(error))
            return
        if target is not None:
            if target.exists():
                told = _("{file} exists already. Open it, or name another.", file=target.name)
                self._tell(told)
            else:
                self._open(target)


def say_it_is_open(dialog: StartDialog) -> None:
    """Nothing is wrong with the club, so no backup is offered: it is open in another window."""
    dialog.looked = True
    dialog.headline.setText(_("The club is open already"))
    dialog.quit_button.setText(_("&Close"))
    dialog.quit_button.setProperty("kind", "primary")
    dialog.quit_button.setDefault(True)
    dialog.quit_button.setFocus()


def _restore(backup: Backup, target: Path) -> None:
    try:
        backups.restore(backup.path, target)
    except Exception as error:
        raise told_at_opening(error, backup.path) from error
