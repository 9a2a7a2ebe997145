"""Says what has become of the club's file, which file holds what, and offers to go on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.club.answers import OpenClub, answers_of, opening_told
from kdc_desktop.screens.club.help import LOST
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import plain_caption

TEXT_WIDTH = 64  # letters


class LostDialog(QDialog):
    """Over a window whose file is lost.

    `kept` holds what was done, `there` is the file that lies at its path; None where there is none.
    `open_club` opens one of them in place of the window, or tells what is in the way; `again` tries
    once more to keep what was done.
    """

    headline: QLabel
    problem_label: QLabel
    kept_button: QPushButton
    there_button: QPushButton
    again_button: QPushButton
    later_button: QPushButton

    def __init__(
        self,
        over: QWidget,
        sentence: str,
        kept: Path | None,
        there: Path | None,
        open_club: OpenClub,
        again: Callable[[], object],
    ) -> None:
        super().__init__(over)
        load_form(self, "club/lost_dialog")
        offer_help(self, LOST)
        self._open_club = open_club
        self.problem_label.setMinimumWidth(TEXT_WIDTH * self.fontMetrics().averageCharWidth())
        self.problem_label.setText(sentence)
        if kept is not None:
            self.kept_button.setText(plain_caption(_("Go on in {file}", file=kept.name)))
            self.kept_button.clicked.connect(lambda: self._open(kept))
        if there is not None:
            text = _("Open {file} as it lies there", file=there.name)
            self.there_button.setText(plain_caption(text))
            self.there_button.clicked.connect(lambda: self._open(there))
        for button in (self.kept_button, self.there_button):  # a file's name may be long
            wrap_caption(button, self.problem_label.minimumWidth())
        self.again_button.clicked.connect(self.accept)
        self.again_button.clicked.connect(again)
        self.later_button.clicked.connect(self.reject)
        self.kept_button.setVisible(kept is not None)
        self.there_button.setVisible(there is not None)
        self.again_button.setVisible(kept is None)
        for button in (self.kept_button, self.there_button, self.again_button, self.later_button):
            button.setAutoDefault(False)
        # It comes while somebody types: neither Enter nor a blank was meant for a button.
        self.problem_label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.problem_label.setFocus()
        grow_to_fit(self)

    def _open(self, path: Path) -> None:
        self._let_choose(False)
        self._tell(opening_told(path))
        self._open_club(path, answers_of(self, self._refused))

    def _refused(self, error: Exception) -> None:
        self._let_choose(True)
        if not isinstance(error, UserError):
            raise error
        self._tell(str(error))

    def _let_choose(self, free: bool) -> None:
        for button in (self.kept_button, self.there_button, self.again_button):
            button.setEnabled(free)

    def _tell(self, sentence: str) -> None:
        tell_problem(self.problem_label, sentence)
        grow_to_fit(self)
