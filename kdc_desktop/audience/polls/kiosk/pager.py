"""Turning pages where not everything fits: ‹ Page 2 of 3 ›."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kdc_desktop.i18n import _


class Pager(QWidget):
    """Keeps its place while hidden, so that nothing moves; `turned` carries -1 or 1."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = False
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.label = QLabel(self)
        self.label.setProperty("kiosk", "quiet")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.previous_button = self._button("previous_page", "‹", _("Previous page"), -1)
        self.next_button = self._button("next_page", "›", _("Next page"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.previous_button, self.label, self.next_button):
            row.addWidget(widget)
        self.show_page(0, 1)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page this is, from 0; nothing is shown where there is only one."""
        self._shown = page, pages
        self.label.setText(self._words(page, pages))
        self.label.ensurePolished()
        letters = self.label.fontMetrics()
        widths = (letters.horizontalAdvance(self._words(at, pages)) for at in range(pages))
        self.label.setMinimumWidth(max(widths, default=0))  # a page turned moves no button
        self.previous_button.setEnabled(page > 0)
        self.next_button.setEnabled(page < pages - 1)
        self.setVisible(pages > 1)

    def be_short(self, short: bool) -> None:
        """Say it in fewer words, where letters are large."""
        self._short = short
        self.show_page(*self._shown)

    def _words(self, page: int, pages: int) -> str:
        if self._short:
            return _("{page} of {pages}", page=page + 1, pages=pages)
        return _("Page {page} of {pages}", page=page + 1, pages=pages)

    def _button(self, name: str, text: str, spoken: str, pages: int) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("kiosk", "step")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(spoken)
        button.clicked.connect(lambda: self.turned.emit(pages))
        return button
