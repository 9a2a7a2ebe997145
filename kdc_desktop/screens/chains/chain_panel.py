"""Beside the list of ideas: everything that became of the one that is selected."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.chains.how_far import FAR_WORDS
from kdc_desktop.i18n import _
from kdc_desktop.screens.chains.panel_words import closing
from kdc_desktop.screens.chains.steps_list import StepsList
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.chains.rows import Chain
from kdc_desktop.services.chains.words import came_to


class ChainPanel(QWidget):
    """Says how far it came, shows its steps, and what can still be done with it.

    `page_wanted` asks for the page that its author can be sent.
    """

    page_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._far = plain_label("", "sessionname", self, wrap=True)
        self._told = plain_label("", "muted", self, wrap=True)
        self._far.setObjectName("chain_far_label")
        self._told.setObjectName("chain_told_label")
        self.steps = StepsList(theme, self)
        self._closing = plain_label("", "muted", self, wrap=True)
        self._closing.setObjectName("chain_closing_label")
        self.page_button = QPushButton(_("Write the page for its author…"), self)
        self.page_button.setObjectName("author_page_button")
        self.page_button.clicked.connect(self.page_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._far, self._told, self.steps, self._closing, self.page_button):
            column.addWidget(part)
        column.addStretch(1)

    def show_chain(self, chain: Chain) -> None:
        """Show this one."""
        self._far.setText(str(FAR_WORDS[chain.row.far]))
        self._told.setText(str(came_to(chain.row)))
        self.steps.show_steps(tuple(chain.steps))
        words = closing(chain.row)
        self._closing.setText(words)
        self._closing.setVisible(bool(words))
        self.page_button.setVisible(chain.row.author_id is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wrap_caption(self.page_button, self.contentsRect().width())
