"""The levels of a scale as buttons, of which one is chosen, and what the chosen one means."""

from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QWidget

from kdc_desktop.domain.visions.scales import Level, Scale
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.room_for_all import RoomForAll


class LevelButtons(QButtonGroup):
    """The most support stands on top; a digit chooses, too."""

    def __init__(self, scale: Scale, place: QWidget, column: QLayout) -> None:
        super().__init__(place)
        self._scale = scale
        for level in reversed(scale.levels):
            button = QRadioButton(f"{level.value}  {level.label}", place)
            button.setObjectName(f"level_{level.value}")
            button.setToolTip(str(level.sentence))
            button.setAccessibleDescription(str(level.sentence))
            self.addButton(button, level.value)
            column.addWidget(button)
        self.sentence = RoomForAll(map(_quoted, scale.levels), "muted", place)
        self.idToggled.connect(self._say)

    @property
    def level(self) -> int | None:
        """The one that is chosen."""
        return self.checkedId() if self.checkedButton() else None

    def choose(self, level: int | None) -> None:
        """Choose this one, or none, and give it the keys."""
        self.setExclusive(False)  # else there would always be one
        for button in self.buttons():
            button.setChecked(self.id(button) == level)
        self.setExclusive(True)
        (self.checkedButton() or self.buttons()[0]).setFocus()
        self._say()

    def type_digit(self, text: str) -> bool:
        """Choose the level that this digit is; False where it is none."""
        if not (text.isdecimal() and text.isascii()):
            return False
        button = self.button(int(text))
        if button is not None:
            button.setChecked(True)
            button.setFocus()
        return True

    def _say(self) -> None:
        level = self.level
        self.sentence.setText("" if level is None else _quoted(self._scale.level(level)))


def _quoted(level: Level) -> str:
    return _("“{words}”", words=level.sentence)
