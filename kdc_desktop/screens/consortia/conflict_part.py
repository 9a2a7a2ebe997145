"""Which rules are in each other's way, and a button for each that could be loosened."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.consortia.suggest_conflict import Loosening
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.widgets import plain_label

ConflictTold = tuple[Sequence[str], Sequence[tuple[str, Loosening]]]
"""The sentences of a conflict, and the captions of what loosens a rule of it."""


class ConflictPart(QWidget):
    """Hidden while nothing is in the way; `wanted` carries the `Loosening` that was pressed."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_part")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(plain_label(_("What is in the way"), "section", self, wrap=True))
        self._frame: QFrame | None = None
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_conflicts(self, conflicts: Sequence[ConflictTold]) -> None:
        """Show these; none hides it."""
        if self._frame is not None:
            self._column.removeWidget(self._frame)
            self._frame.hide()
            self._frame.deleteLater()
        self.buttons = []
        self._frame = QFrame(self)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for sentences, loosenings in conflicts:
            column.addWidget(plain_label("\n".join(sentences), "", self._frame, wrap=True))
            for text, loosening in loosenings:
                button = QPushButton(plain_caption(text), self._frame)
                button.clicked.connect(partial(self.wanted.emit, loosening))
                column.addWidget(button)
                self.buttons.append(button)
        self._column.addWidget(self._frame)
        self.setVisible(bool(conflicts))
        self._fit()

    def _fit(self) -> None:
        for button in self.buttons:
            wrap_caption(button, self.width())
