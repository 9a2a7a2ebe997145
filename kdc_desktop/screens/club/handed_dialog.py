"""Says that a club file was handed over to another laptop, and asks what to open instead."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.club.files import ask_for_club
from kdc_desktop.screens.club.help import HANDED
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.services.club.handing_over import HandedOverError, go_on_here

TEXT_WIDTH = 64  # letters


class HandedDialog(QDialog):
    """Accepted when a club was opened. Over a window, that one stays if it is rejected.

    A `UserError` of `open_file` is shown in place of what `told` says.
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
        open_file: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "club/handed_dialog")
        offer_help(self, HANDED)
        self._open_file = open_file
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
        vars(self).pop("_open_file", None)  # a program, which may hold this in turn

    def open_other(self) -> None:
        """Ask for another club file and open it."""
        path = ask_for_club(self, _("Open another club"), self._path.parent)
        if path is not None:
            self._try(lambda: self._open_file(path))

    def open_anyway(self) -> None:
        """Go on in this file as well."""

        def opened() -> None:
            go_on_here(self._path)
            self._open_file(self._path)

        self._try(opened)

    def _try(self, opened: Callable[[], object]) -> None:
        try:
            opened()
        except HandedOverError as told:
            self._tell(told)
        except UserError as error:
            self._say(str(error))
        else:
            self.accept()
