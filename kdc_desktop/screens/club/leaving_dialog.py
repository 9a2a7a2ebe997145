"""Says what handing a club over does, before anything is chosen, and why it cannot be done now."""

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.screens.club.help import LEAVING
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import grow_to_fit, load_form
from kdc_desktop.screens.kit.helping import offer_help

TEXT_WIDTH = 64  # letters


class LeavingDialog(QDialog):
    """Accepted when a place is to be chosen; with a `refusal` it can only be left."""

    headline: QLabel
    does_label: QLabel
    problem_label: QLabel
    cancel_button: QPushButton
    choose_button: QPushButton

    def __init__(self, refusal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "club/leaving_dialog")
        offer_help(self, LEAVING)
        self.does_label.setMinimumWidth(TEXT_WIDTH * self.fontMetrics().averageCharWidth())
        self.choose_button.setEnabled(not refusal)
        self.choose_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        tell_problem(self.problem_label, refusal)
        grow_to_fit(self)
