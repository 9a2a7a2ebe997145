"""Asks what there is to say of an obstacle: what it is, who takes care of it, what comes next."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum, auto
from typing import NamedTuple

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES, KIND_ICONS
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.errors import UserError
from kdc_desktop.instants import day_of
from kdc_desktop.screens.kit.aged_icon import aged_icon
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.fields import begin_anew, tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.keys import goes_on
from kdc_desktop.screens.kit.name_choice import NameChoice
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.screens.obstacles.help import OBSTACLE
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.obstacles.owners import possible_owners
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleOwner
from kdc_desktop.storage import Database

_WIDTH = 48  # letters


class AskedPart(StrEnum):
    """What may be asked for; each is the name of its field without its ending."""

    TEXT = auto()
    KIND = auto()
    OWNER = auto()
    STEP = auto()
    DAY = auto()
    NOTE = auto()
    SAID = auto()


class ObstacleSaid(NamedTuple):
    """What is said of an obstacle, as far as it is asked for."""

    text: str = ""
    kind: ObstacleKind = ObstacleKind.OTHER
    owner: ObstacleOwner = NOBODY
    step: str = ""
    on: date | None = None
    note: str = ""
    said_by: str = ""


class Asked(NamedTuple):
    """What is asked for: the dialog's title, of what, the words of its button and its parts.

    What is known already stands there to `begin` with; the first part takes the keys.
    """

    title: str
    about: str
    keep: str
    parts: tuple[AskedPart, ...]
    begin: ObstacleSaid = ObstacleSaid()


class ObstacleDialog(QDialog):
    """`keep` is given what is said, and may refuse it."""

    headline: QLabel
    about_label: QLabel
    form: QFormLayout
    text_edit: QLineEdit
    kind_combo: QComboBox
    owner_edit: NameChoice
    step_edit: QLineEdit
    day_edit: DateLine
    note_edit: QLineEdit
    said_edit: QLineEdit
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self,
        database: Database,
        asked: Asked,
        keep: Callable[[ObstacleSaid], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "obstacles/obstacle_dialog", [NameChoice, DateLine])
        self.setWindowTitle(asked.title)
        offer_help(self, OBSTACLE)
        self._asked, self._keep_said = asked, keep
        self.headline.setText(parted(asked.title))
        self.about_label.setText(asked.about)
        self.keep_button.setText(asked.keep)
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        self.day_edit.problem.connect(self._tell)
        self._begin(database)

    def _begin(self, database: Database) -> None:
        begin, owners = self._asked.begin, possible_owners(database)
        for kind, words in KIND_ENTRIES.items():
            self.kind_combo.addItem(aged_icon(KIND_ICONS[kind], AgeBand.FRESH), str(words), kind)
        goes_on(self.kind_combo)  # its letter is pressed in one go with the Tab before
        self.kind_combo.setCurrentIndex(self.kind_combo.findData(begin.kind))
        self.owner_edit.offer(lambda: owners)
        labels = {owner: label for label, owner in owners.items()}
        begin_anew(self.owner_edit, labels.get(begin.owner, ""))
        self.text_edit.setText(begin.text)
        self.step_edit.setText(begin.step)
        self.day_edit.begin_with(begin.on, day_of(database.now(), club_zone_of(database)))
        wide = _WIDTH * self.fontMetrics().averageCharWidth()
        self.text_edit.setMinimumWidth(wide)
        self.note_edit.setMinimumWidth(wide)
        fields = self._fields()
        for part, field in fields.items():
            self.form.setRowVisible(field, part in self._asked.parts)
        first = fields[self._asked.parts[0]]
        if isinstance(first, QLineEdit):
            first.selectAll()
        first.setFocus()

    def _fields(self) -> dict[AskedPart, QWidget]:
        return {
            AskedPart.TEXT: self.text_edit,
            AskedPart.KIND: self.kind_combo,
            AskedPart.OWNER: self.owner_edit,
            AskedPart.STEP: self.step_edit,
            AskedPart.DAY: self.day_edit,
            AskedPart.NOTE: self.note_edit,
            AskedPart.SAID: self.said_edit,
        }

    def _tell(self, sentence: str) -> None:
        tell_problem(self.problem_label, sentence)
        fit_on_laptop(self)

    def _said(self) -> ObstacleSaid:
        return ObstacleSaid(
            self.text_edit.text(),
            ObstacleKind(self.kind_combo.currentData()),
            self.owner_edit.chosen() or NOBODY,
            self.step_edit.text(),
            self.day_edit.day_if_any,
            self.note_edit.text(),
            self.said_edit.text(),
        )

    def _keep(self) -> None:
        try:
            self._keep_said(self._said())
        except UserError as error:
            self._tell(str(error))
            return
        self.accept()
