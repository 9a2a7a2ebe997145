"""The left rail: where in the program the facilitator is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import Menu
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.wiring import Area, SessionArea

WIDTH = 76
"""At 100 %, and wider where a title is longer."""


class Rail(QFrame):
    """One button an area; `chosen` tells its key, `help_wanted` that help was asked for."""

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Areas of the program"))
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(6)
        self.menu = Menu(self)
        self._more = self._make_more()
        self._help = self._foot_button("help", _("Help"), "circle-help")
        self._help.setToolTip(_("Help with this screen (?)"))
        self._help.setAccessibleName(_("Help with this screen"))
        self._help.clicked.connect(self.help_wanted)
        theme.changed.connect(self._fit)

    def show_areas(self, areas: Sequence[Area | SessionArea]) -> None:
        """Have a button for each of these areas, those at the foot last."""
        for area in areas:
            if not area.at_foot:
                self._add(area.key, str(area.title), area.icon)
        self._column.addStretch(1)
        for area in areas:
            if area.at_foot:
                self._add(area.key, str(area.title), area.icon)
        self._column.addWidget(self._help, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()

    def _add(self, area: str, title: str, icon: str) -> None:
        button = QToolButton(self)
        button.setObjectName(f"rail_{area}")
        button.setText(title)
        button.setIcon(self._theme.icon(icon))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setProperty("kind", "rail")
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.chosen.emit(area))
        self._group.addButton(button)
        self._buttons[area] = button
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _foot_button(self, name: str, text: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"rail_{name}")
        button.setText(text)
        button.setIcon(self._theme.icon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setProperty("kind", "rail")
        return button

    def _make_more(self) -> QToolButton:
        more = self._foot_button("more", _("More"), "ellipsis")
        more.setAccessibleName(_("More actions"))
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return more

    def _fit(self) -> None:
        px = self._theme.px
        buttons = (*self._buttons.values(), self._help, self._more)
        self.setFixedWidth(px(WIDTH))
        for button in buttons:
            button.setFixedSize(px(WIDTH - 12), px(54))
            button.setIconSize(QSize(px(20), px(20)))
        lit = QFontMetrics(self._theme.font(12, QFont.Weight.DemiBold))
        titles = [lit.horizontalAdvance(button.text()) + px(8) for button in buttons]
        longest = max(*titles, *(button.sizeHint().width() for button in buttons))
        if longest > px(WIDTH - 12):
            self.setFixedWidth(longest + px(12))
            for button in buttons:
                button.setFixedSize(longest, px(54))

    def show_area(self, area: str) -> None:
        """Light the area that is shown."""
        self._buttons[area].setChecked(True)
