"""Shows what becomes of what where two become one, and which of them stays."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, spoken
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.scrolled import Scrolled, fit_on_laptop
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.people.help import MERGE
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.people.merging import MergePreview

TEXT_WIDTH = 58  # letters


class Merger(NamedTuple):
    """How two are merged, the first of them into the second: looked at before, and done.

    What is done is told the sector that was chosen, if any.
    """

    headline: str
    preview: Callable[[int, int], MergePreview]
    merge: Callable[[int, int, str | None], object]


class MergeDialog(QDialog):
    """Accepted when they were merged; `stays_id` is then who has stayed."""

    headline: QLabel
    goes_title: QLabel
    stays_title: QLabel
    gone_label: QLabel
    arrow_label: QLabel
    stays_label: QLabel
    swap_button: QPushButton
    lines: Scrolled
    told_column: QVBoxLayout
    sector_label: QLabel
    sector_combo: QComboBox
    problem_label: QLabel
    cancel_button: QPushButton
    merge_button: QPushButton

    def __init__(
        self, theme: Theme, merger: Merger, gone_id: int, stays_id: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        load_form(self, "people/merge_dialog")
        offer_help(self, MERGE)
        self._merger, self._gone_id, self.stays_id = merger, gone_id, stays_id
        self._letters: tuple[str, ...] = ()
        self.setWindowTitle(merger.headline)
        self.headline.setText(parted(merger.headline))
        self.headline.setProperty("role", "title")
        for title in (self.goes_title, self.stays_title, self.sector_label):
            title.setProperty("role", "section")
        self.gone_label.setProperty("role", "muted")
        self.problem_label.setProperty("role", "bad")
        self.arrow_label.setPixmap(theme.icon("arrow-right").pixmap(theme.px(20)))
        self.lines.setMinimumWidth(TEXT_WIDTH * self.fontMetrics().averageCharWidth())
        self.merge_button.setProperty("kind", "primary")
        self.swap_button.clicked.connect(self.swap)
        self.cancel_button.clicked.connect(self.reject)
        self.merge_button.clicked.connect(self._merge)
        self._show()
        self.merge_button.setFocus()

    def swap(self) -> None:
        """Have the other one stay."""
        self._gone_id, self.stays_id = self.stays_id, self._gone_id
        self._show()

    def _show(self) -> None:
        preview = self._merger.preview(self._gone_id, self.stays_id)
        self.gone_label.setText(preview.gone)
        self.stays_label.setText(preview.stays)
        self._show_told(preview)
        self._show_sectors(preview)
        tell_problem(self.problem_label, preview.problem)
        self.setAccessibleDescription(spoken(preview.told))
        fit_on_laptop(self)

    def _show_told(self, preview: MergePreview) -> None:
        while (item := self.told_column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        undo = _("One undo takes all of it back.")
        lines = [(sentence, "") for sentence in preview.told]
        for sentence, role in [*lines, *([] if preview.problem else [(undo, "muted")])]:
            self.told_column.addWidget(plain_label(sentence, role, wrap=True))
        self.told_column.addStretch()

    def _show_sectors(self, preview: MergePreview) -> None:
        self._letters = preview.sectors
        self.sector_combo.clear()
        for letter in preview.sectors:
            self.sector_combo.addItem(sector_icon(letter), name_of(letter))
        self.sector_combo.setCurrentIndex(-1)
        for widget in (self.sector_label, self.sector_combo):
            widget.setVisible(bool(preview.sectors))

    def _merge(self) -> None:
        at = self.sector_combo.currentIndex()
        try:
            self._merger.merge(self._gone_id, self.stays_id, self._letters[at] if at >= 0 else None)
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            if self._letters and at < 0:
                self.sector_combo.setFocus()
            fit_on_laptop(self)
            return
        self.accept()
