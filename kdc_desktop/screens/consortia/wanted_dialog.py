"""What a suggestion looks for: sizes, sectors, a limit for each organisation, what matters."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.consortia.fitting import Weights
from kdc_desktop.domain.people.sectors import SECTORS
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.help import WANTED
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.services.consortia.wanted import Wanted

USUAL = Weights()
MIDDLE = 5
ACQUAINTANCE = 10.0


class WantedDialog(QDialog):
    """Shows what is wanted now; `kept` carries what is wanted from now on.

    With `weights` off it is about one consortium: sizes and sectors only.
    """

    kept = Signal(object)

    smallest_spin: QSpinBox
    largest_spin: QSpinBox
    organisation_label: QLabel
    organisation_spin: QSpinBox
    sectors_box: QVBoxLayout
    sectors_label: QLabel
    matters_label: QLabel
    matters_form: QFormLayout
    wishes_slider: QSlider
    sectors_slider: QSlider
    acquaintances_slider: QSlider
    strength_slider: QSlider
    fill_check: QCheckBox
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self, wanted: Wanted, parent: QWidget | None = None, *, weights: bool = True, name: str = ""
    ) -> None:
        super().__init__(parent)
        load_form(self, "consortia/wanted_dialog")
        offer_help(self, WANTED)
        self._wanted = wanted
        if name:
            self.setWindowTitle(_("Sizes and sectors of {consortium}", consortium=name))
            self.sectors_label.setText(_("It needs"))
        self.smallest_spin.setValue(wanted.smallest)
        self.largest_spin.setValue(wanted.largest)
        self.organisation_spin.setValue(wanted.per_organisation)
        self._boxes = {}
        for sector in SECTORS:
            box = QCheckBox(
                _("{sector} ({letter})", sector=sector.name, letter=sector.letter), self
            )
            box.setObjectName(f"sector_{sector.letter}")
            box.setChecked(sector.letter in wanted.needed_sectors)
            self.sectors_box.addWidget(box)
            self._boxes[sector.letter] = box
        self._show_weights(wanted.weights)
        self.fill_check.setChecked(wanted.fill_seats)
        if not weights:
            self._hide_weights()
        self.problem_label.setProperty("role", "bad")
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)

    def _show_weights(self, weights: Weights) -> None:
        for slider, value, usual in (
            (self.wishes_slider, weights.wishes[0], USUAL.wishes[0]),
            (self.sectors_slider, weights.every_sector, USUAL.every_sector),
            (self.strength_slider, weights.equal_strength, USUAL.equal_strength),
        ):
            slider.setValue(round(MIDDLE * value / usual))
        self.acquaintances_slider.setValue(round(weights.new_acquaintances / ACQUAINTANCE))

    def _hide_weights(self) -> None:
        self.matters_label.hide()
        self.organisation_label.hide()
        self.organisation_spin.hide()
        for at in range(self.matters_form.count()):
            item = self.matters_form.itemAt(at)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()

    def _keep(self) -> None:
        if self.smallest_spin.value() > self.largest_spin.value():
            told = _("The smallest size is above the largest: change one of them.")
            tell_problem(self.problem_label, told)
            self.smallest_spin.setFocus()
            return
        share = self.wishes_slider.value() / MIDDLE
        weights = replace(
            self._wanted.weights,
            wishes=tuple(points * share for points in USUAL.wishes),
            every_sector=USUAL.every_sector * self.sectors_slider.value() / MIDDLE,
            equal_strength=USUAL.equal_strength * self.strength_slider.value() / MIDDLE,
            new_acquaintances=ACQUAINTANCE * self.acquaintances_slider.value(),
        )
        letters = "".join(letter for letter, box in self._boxes.items() if box.isChecked())
        self.kept.emit(
            Wanted(
                self.smallest_spin.value(),
                self.largest_spin.value(),
                letters,
                self.organisation_spin.value(),
                weights,
                self.fill_check.isChecked(),
            )
        )
        self.accept()
