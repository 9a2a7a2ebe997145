"""Where a vision is written step by step: who, what changes, so that, by when, how we will know."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kdc_desktop.domain.kit.lengths import TEXT
from kdc_desktop.domain.visions.parts import PARTS, PartWords, VisionParts
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.limits import tell_when_cut
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.section import caption

TWO_IN_A_ROW = 560
"""From which width on two parts stand side by side, in pixels at 100 %."""


class WritingSteps(QWidget):
    """A short line for each part, two in a row where there is room; Enter goes to the next one.

    `changed` tells that somebody has written in one, `left` that Enter was pressed in the last.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        self.setObjectName("writing_steps")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self.lines: dict[str, QLineEdit] = {}
        self._places = [self._place(part) for part in PARTS]
        lines = list(self.lines.values())
        for line, following in pairwise(lines):
            line.returnPressed.connect(following.setFocus)
        lines[-1].returnPressed.connect(self.left)
        self._arrange(1)

    def _place(self, part: PartWords) -> QWidget:
        place = QWidget(self)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = self.lines[part.key] = QLineEdit(place)
        line.setObjectName(f"part_{part.key}")
        line.setAccessibleName(str(part.name))
        line.setMaxLength(TEXT)
        tell_when_cut(line)
        prompt(line, _("such as: {example}", example=str(part.example)))
        line.textEdited.connect(lambda _text: self.changed.emit())
        column.addWidget(caption(str(part.name), place))
        column.addWidget(line)
        return place

    @property
    def parts(self) -> VisionParts:
        """What is written."""
        return VisionParts(**{key: line.text() for key, line in self.lines.items()})

    def show_parts(self, parts: VisionParts) -> None:
        """Write this into the lines."""
        for key, line in self.lines.items():
            begin_anew(line, getattr(parts, key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() >= self._theme.px(TWO_IN_A_ROW) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, place in enumerate(self._places):
            self._grid.removeWidget(place)
            alone = at == len(self._places) - 1
            span = columns if alone else 1
            self._grid.addWidget(place, at // columns, at % columns, 1, span)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
