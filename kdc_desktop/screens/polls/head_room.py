"""Where letters are large or the window is small, a paper or a count has the whole poll screen."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from kdc_desktop.screens.kit.narrow import is_narrow
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.hands_panel import HandsPanel
from kdc_desktop.screens.polls.open_page import OpenPage
from kdc_desktop.screens.polls.poll_head import PollHead
from kdc_desktop.screens.polls.poll_pages import PollPages


class HeadRoom(QObject):
    """Gives the head of a poll as much room as there is beside what is being filled in."""

    def __init__(self, theme: Theme, screen: QWidget, head: PollHead, pages: PollPages) -> None:
        super().__init__(screen)
        self._theme, self._screen, self._head, self._pages = theme, screen, head, pages
        self._narrow = False
        head.told.connect(self.fit)
        pages.page_changed.connect(self.fit)
        screen.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def fit(self) -> None:
        """Show the head, unless there is room only for what is being filled in."""
        self._narrow = is_narrow(self._screen, self._theme, was=self._narrow)
        self._head.set_narrow(self._narrow)
        alone = self._narrow and self._is_entering
        self._head.setVisible(self._head.is_wanted and not alone)

    @property
    def _is_entering(self) -> bool:
        """Whether a paper or a count is open."""
        now = self._pages.currentWidget()
        return isinstance(now, HandsPanel) or (isinstance(now, OpenPage) and now.is_entering)
