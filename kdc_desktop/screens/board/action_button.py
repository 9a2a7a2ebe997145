"""A button for an action that shows the action's key."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kdc_desktop.screens.kit.reasons import ReasonedAction
from kdc_desktop.screens.kit.widgets import KeyCap, plain_label


class ActionButton(QPushButton):
    """Does what its action does, is enabled when it is, and has its key on it."""

    def __init__(
        self, action: ReasonedAction, parent: QWidget | None = None, text: str = ""
    ) -> None:
        super().__init__(parent)
        label = text or action.text()
        self.setObjectName("button_" + action.objectName().removeprefix("act_"))
        self.setAccessibleName(label)
        self.setToolTip(action.toolTip())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._label: QLabel = plain_label(label, wrap=True)
        self._label.setStyleSheet("font-weight: 600; background: transparent;")
        self._cap = KeyCap(self, action.shortcut())
        self._name = action.objectName()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._cap)
        self.clicked.connect(action.trigger)
        action.allowed.connect(self.setEnabled)
        self.setEnabled(not action.why_not())

    def stands_for(self, name: str) -> bool:
        """Whether it does the action of this name."""
        return self._name == name

    def sizeHint(self) -> QSize:
        """As wide as its text on one line; where there is less room, the text takes several."""
        inside = self.layout()
        assert inside is not None
        self._label.ensurePolished()
        text = ceil(QFontMetricsF(self._label.font()).horizontalAdvance(self._label.text()))
        margins = inside.contentsMargins()
        wide = margins.left() + text + margins.right()
        if not self._cap.isHidden():
            wide += inside.spacing() + self._cap.sizeHint().width()
        high = max(inside.totalHeightForWidth(wide), super().sizeHint().height())
        return QSize(wide, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
