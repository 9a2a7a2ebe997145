"""Asks which club to open when the one that was wanted cannot be."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from kdc_desktop.crash import told_at_opening
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, moment_text
from kdc_desktop.screens.club.files import (
    ask_for_club,
    ask_for_new_club,
    new_club_name,
)
from kdc_desktop.screens.club.placing import ask_for_place, club_of, free_place
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.storage import backups
from kdc_desktop.storage.backups import Backup

TEXT_WIDTH = 64  # letters


class StartDialog(QDialog):
    """Accepted when a club was opened, rejected when the facilitator quits.

    `path` is the file that cannot be opened and `sentence` says why; `open_file` opens another,
    or raises a `UserError`, which is shown in place of the sentence.
    """

    headline: QLabel
    problem_label: QLabel
    path_label: QLabel
    backup_button: QPushButton
    backup_label: QLabel
    open_button: QPushButton
    new_button: QPushButton
    quit_button: QPushButton

    def __init__(
        self, theme: Theme, path: Path, sentence: str, open_file: Callable[[Path], object]
    ) -> None:
        super().__init__()
        load_form(self, "club/start_dialog")
        self._path, self._open_file = path.resolve(), open_file
        self._backup = next(iter(backups.backups_near(self._path)), None)
        self.path_label.setText(str(self._path))
        self.problem_label.setMinimumWidth(TEXT_WIDTH * self.fontMetrics().averageCharWidth())
        self.backup_button.setIcon(theme.icon("history", "on_accent"))
        self.open_button.setIcon(theme.icon("folder-open"))
        self.new_button.setIcon(theme.icon("plus"))
        self.backup_button.clicked.connect(self.open_backup)
        self.open_button.clicked.connect(self.open_other)
        self.new_button.clicked.connect(self.begin_new)
        self.quit_button.clicked.connect(self.reject)
        self._offer_backup()
        self._tell(sentence)

    def _offer_backup(self) -> None:
        for widget in (self.backup_button, self.backup_label):
            widget.setVisible(self._backup is not None)
        if self._backup is None:
            self.open_button.setDefault(True)
            return
        self.backup_button.setDefault(True)
        self.backup_label.setText(
            _(
                "Made {moment}. It becomes a new file, {new}; {old} stays as it is.",
                moment=moment_text(self._backup.at),
                new=free_place(self._backup, self._path).name,
                old=self._path.name,
            )
        )

    def _tell(self, sentence: str) -> None:
        self.problem_label.setText(sentence)
        grow_to_fit(self)

    @contextmanager
    def _trying(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            self._tell(str(told_at_opening(error, self._path)))
        else:
            self.accept()

    def open_backup(self) -> None:
        """Put the newest backup beside the club as a new file, and open that."""
        if self._backup is None:
            return
        self._open_copy(self._backup, free_place(self._backup, self._path))

    def _open_copy(self, backup: Backup, target: Path) -> None:
        with self._trying():
            backups.restore(backup.path, target)
            try:
                self._open_file(target)
            except Exception:
                target.unlink(missing_ok=True)
                raise

    def open_other(self) -> None:
        """Ask for another club file and open it."""
        path = ask_for_club(self, _("Open another club"), self._path.parent)
        if path is None:
            return
        backup = backups.backup_to_place(path)
        if backup is not None:
            self._place(backup)
            return
        with self._trying():
            self._open_file(path)

    def _place(self, backup: Backup) -> None:
        try:
            target = ask_for_place(self, backup, club_of(backup))
        except UserError as error:
            self._tell(str(error))
            return
        if target is not None:
            self._open_copy(backup, target)

    def begin_new(self) -> None:
        """Ask for a name and begin an empty club under it."""
        proposed = self._path.with_name(new_club_name())
        try:
            target = ask_for_new_club(self, _("New club"), proposed)
        except UserError as error:
            self._tell(str(error))
            return
        if target is not None:
            with self._trying():
                if target.exists():
                    raise UserError(
                        _("{file} exists already. Open it, or name another.", file=target.name)
                    )
                self._open_file(target)
