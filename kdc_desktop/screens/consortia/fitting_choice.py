"""The suggestions to choose from: side by side where they fit, else in a menu of one line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.segmented import Segmented

MOST = 0.7  # of the screen's width: a line of words stands beside it


class FittingChoice(QObject):
    """Shows the segments, or a menu in their place; `changed` tells which one was picked."""

    changed = Signal(int)

    def __init__(self, screen: QWidget, line: QBoxLayout, segments: Segmented) -> None:
        super().__init__(screen)
        self._screen, self._segments, self.menu = screen, segments, DropDown(screen)
        self._offered = False
        self.menu.setObjectName("choice_menu")
        self.menu.setAccessibleName(segments.accessibleName())
        line.insertWidget(0, self.menu)
        segments.changed.connect(self.changed)
        self.menu.activated.connect(self.changed)
        screen.installEventFilter(self)

    def show_choices(self, texts: Sequence[str], current: int) -> None:
        """Offer these; nothing is shown without any."""
        self._offered = bool(texts)
        if texts:
            self._segments.set_texts(texts)
            self._segments.set_current(current)
            if [self.menu.itemText(at) for at in range(self.menu.count())] != list(texts):
                self.menu.clear()
                self.menu.addItems(texts)
            self.menu.setCurrentIndex(current)
        tip = _(
            "The first one is the best that was found; of the others is told what is otherwise."
        )
        for widget in (self._segments, self.menu):
            set_tip(widget, tip)
        self._fit()

    def _fit(self) -> None:
        wide = self._segments.sizeHint().width() <= MOST * self._screen.width()
        self._segments.setVisible(self._offered and wide)
        self.menu.setVisible(self._offered and not wide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With another width another of both may fit."""
        if watched is self._screen and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
