"""Pages that take turns in one place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.screens.kit.narrow import scroll_to_top


class CurrentPage(QWidget):
    """As large as the page that is shown, whatever the hidden ones would need.

    A stack of Qt is as high as the highest of its pages wherever words wrap.

    `page_changed` tells that another one is shown, which begins at its top.
    """

    page_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._current: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, page: QWidget) -> None:
        """Add a page; the first is shown."""
        self._pages.append(page)
        self._column.addWidget(page)
        page.hide()
        if self._current is None:
            self.setCurrentWidget(page)

    def currentWidget(self) -> QWidget | None:
        """The page that is shown."""
        return self._current

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show this page; a focus within the one before goes to it."""
        before, self._current = self._current, page
        if before is page:
            return
        focused = self.window().focusWidget()
        follows = before is not None and focused is not None and before.isAncestorOf(focused)
        page.show()
        if follows:
            _focus_in(page)
        if before is not None:
            before.hide()
        scroll_to_top(self)
        self.page_changed.emit()


def _focus_in(page: QWidget) -> None:
    """Put the focus on what the page is for, else where it was in it, or on the first there."""
    if page.focusProxy() is not None:
        page.setFocus()
        return
    held: QWidget | None = page.focusWidget()
    widget = page.nextInFocusChain() if held is None else held
    while widget is not None and page.isAncestorOf(widget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if takes and widget.isVisibleTo(page):
            widget.setFocus()
            return
        widget = widget.nextInFocusChain()
