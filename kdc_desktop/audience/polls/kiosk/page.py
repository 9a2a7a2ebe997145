"""What all pages of the kiosk are made of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.polls.kiosk.field import PressOnce
from kdc_desktop.audience.polls.kiosk.fitted import FittedLabel
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.i18n import spoken

NAME_SHOWN = 24  # letters of a name on a button


class Page(QWidget):
    """A page with the margins of the room's slides; `column` takes what stands on it, and `keys`
    says in a sentence what the keys do there, `keys_beside` in fewer words beside others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = self.keys_beside = ""
        self.setProperty("kiosk", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)

    @property
    def spoken(self) -> str:
        """What stands on it, as a screen reader says it when it comes."""
        labels = (label for label in self.findChildren(QLabel) if label.isVisible())
        return spoken(label.accessibleName() or label.text() for label in labels)

    def set_look(self, look: Look) -> None:
        """Take the margins of this size of screen."""
        self.column.setContentsMargins(look.px(96), look.px(56), look.px(96), look.px(16))
        self.column.setSpacing(look.px(12))


def words(
    role: str,
    name: str = "",
    *,
    centred: bool = False,
    most_lines: int = 0,
    steady: bool = False,
) -> QLabel:
    """A label that shows text as it is; `role` is a kind of text of the style sheet.

    With `most_lines` it takes the width it is given and shortens what does not fit; a `steady` one
    takes as much height for one line as for all.
    """
    label = FittedLabel(most_lines, steady=steady) if most_lines else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kiosk", role)
    label.setObjectName(name)
    if centred:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def press(
    text: str,
    role: str,
    name: str,
    slot: Callable[[], object],
    parent: QWidget | None = None,
    kind: type[PressOnce] = PressOnce,
) -> QPushButton:
    """A button; `role` is a kind of button of the style sheet, or empty."""
    button = kind(text, parent)
    button.setProperty("kiosk", role)
    button.setObjectName(name)
    button.setAutoDefault(True)
    button.clicked.connect(lambda _checked: slot())
    return button


def footer(*widgets: QWidget) -> QHBoxLayout:
    """Widgets from the left edge to the right, apart from each other."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for place, widget in enumerate(widgets):
        if place:
            row.addStretch(1)
        row.addWidget(widget)
    return row


def centred(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side in the middle."""
    row = QHBoxLayout()
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
