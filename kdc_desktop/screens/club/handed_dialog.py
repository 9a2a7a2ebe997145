"""Says that a club file was handed over to another laptop, and asks what to open instead."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.club.answers import OpenClub, answers_of, opening_told
from kdc_desktop.screens.club.files import ask_for_club
from kdc_desktop.screens.club.help import HANDED
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.services.club.handing_over import HandedOverError, go_on_here

TEXT_WIDTH = 64  # letters


class HandedDialog(QDialog):
    """Accepted when a club was opened. Over a window, that one stays if it is rejected.

    What is in the way of `open_club` is shown in place of what `told` says.
    """

    headline: QLabel
    sentence_label: QLabel
    path_label: QLabel
    open_button: QPushButton
    anyway_button: QPushButton
    quit_button: QPushButton

    def __init__(
        self,
        told: HandedOverError,
        open_club: OpenClub,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "club/handed_dialog")
        offer_help(self, HANDED)
        self._open_club = open_club
        self.sentence_label.setMinimumWidth(TEXT_WIDTH * self.fontMetrics().averageCharWidth())
        if parent is not None:
            self.quit_button.setText(_("Cancel"))
        self.open_button.clicked.connect(self.open_other)
        self.anyway_button.clicked.connect(self.open_anyway)
        self.quit_button.clicked.connect(self.reject)
        self._tell(told)

    def _tell(self, told: HandedOverError) -> None:
        self._path = told.path
        self.path_label.setText(str(told.path))
        self._say(str(told))

    def _say(self, sentence: str) -> None:
        tell_problem(self.sentence_label, sentence)
        grow_to_fit(self)

    def done(self, result: int) -> None:
        super().done(result)
        vars(self).pop("_open_club", None)  # a program, which may hold this in turn

    def open_other(self) -> None:
        """Ask for another club file and open it."""
        path = ask_for_club(self, _("Open another club"), self._path.parent)
        if path is not None:
            self._open(path)

    def open_anyway(self) -> None:
        """Go on in this file as well."""
        try:
            go_on_here(self._path)
        except UserError as error:
            self._say(str(error))
        else:
            self._open(self._path)

    def _open(self, path: Path) -> None:
        self._let_choose(False)
        self._say(opening_told(path))
        self._open_club(path, answers_of(self, self._refused))

    def _refused(self, error: Exception) -> None:
        self._let_choose(True)
        if isinstance(error, HandedOverError):
            self._tell(error)
        elif isinstance(error, UserError):
            self._say(str(error))
        else:
            raise error

    def _let_choose(self, free: bool) -> None:
        for button in (self.open_button, self.anyway_button):
            button.setEnabled(free)
