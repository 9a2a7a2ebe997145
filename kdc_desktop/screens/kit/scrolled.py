"""The fields of a dialog, which scroll where a laptop is lower than they are."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

LOWEST = 120


class Scrolled(QScrollArea):
    """As large as what it holds likes to be; what has to stay in sight stands outside of it.

    Unless its dialog has been given a size, it is shown as large as the window allows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        held = self.widget()
        return super().sizeHint() if held is None else held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        held = self.widget()
        if held is None:
            return super().minimumSizeHint()
        least = held.minimumSizeHint()
        # With its bar or without: a width that depends on it would show and hide it for ever.
        return QSize(least.width() + _bar(self), min(least.height(), LOWEST))

    def showEvent(self, event: QShowEvent) -> None:
        dialog = self.window()
        if isinstance(dialog, QDialog) and not dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):
            fit_on_laptop(dialog)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def fit_on_laptop(dialog: QDialog) -> None:
    """Give a dialog the size it likes, as far as the window has it."""
    for fields in dialog.findChildren(Scrolled):
        fields.updateGeometry()
    parent, wanted, layout = dialog.parentWidget(), dialog.sizeHint(), dialog.layout()
    wanted.setWidth(max(wanted.width(), dialog.minimumWidth()))
    if layout is not None and layout.hasHeightForWidth():
        wanted.setHeight(layout.totalHeightForWidth(wanted.width()))
    if parent is not None and wanted.height() > parent.window().height():
        wanted.setHeight(parent.window().height())
        wanted += QSize(max((_bar(one) for one in dialog.findChildren(Scrolled)), default=0), 0)
    dialog.resize(wanted)


def _bar(fields: Scrolled) -> int:
    return fields.verticalScrollBar().sizeHint().width()
