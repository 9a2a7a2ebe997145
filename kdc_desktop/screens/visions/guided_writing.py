"""Guided writing: five short lines make a first sentence, which is then free text."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.visions.parts import NO_PARTS, VisionParts, first_sentence
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.writing_steps import WritingSteps

ROOMY = 1.25  # of the text


class GuidedWriting(QWidget):
    """The steps over a sentence; it follows them until somebody writes in it.

    Then a button puts in what the steps make. `sentence` is where it is written; Ctrl+Z there
    brings back what stood there before.
    """

    def __init__(self, theme: Theme, sentence: QPlainTextEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._sentence = theme, sentence
        self._made = ""  # what the steps made last
        self.steps = WritingSteps(theme, self)
        buttons = QWidget(self)
        self.open_button = self._link(_("Write it step by step"), "steps_button", buttons)
        self.open_button.setCheckable(True)
        self.put_in_button = self._link(_("Make the sentence of these"), "put_in_button", buttons)
        self.open_button.toggled.connect(self._open)
        self.put_in_button.clicked.connect(self._put_in)
        self.steps.changed.connect(self._follow)
        self.steps.left.connect(sentence.setFocus)
        sentence.textChanged.connect(self._offer)
        row = FlowLayout(buttons, 12)
        row.addWidget(self.open_button)
        row.addWidget(self.put_in_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.steps)
        column.addWidget(buttons)

    def _link(self, words: str, name: str, parent: QWidget) -> QPushButton:
        button = QPushButton(words, parent)
        button.setProperty("kind", "link")
        button.setObjectName(name)
        return button

    def _open(self, on: bool) -> None:
        self.steps.setVisible(on)
        self.open_button.setText(_("Without steps") if on else _("Write it step by step"))
        self._offer()

    def begin(self, parts: VisionParts, *, is_first: bool) -> None:
        """Show what was written step by step; open where there is any, or for the first version.

        Large letters leave no room for that: what saves it would be out of sight.
        """
        self.steps.show_parts(parts)
        self._made = first_sentence(parts)
        is_open = (is_first and self._theme.scale < ROOMY) or parts != NO_PARTS
        self.open_button.setChecked(is_open)
        self._open(is_open)

    def _follow(self) -> None:
        written = self._sentence.toPlainText().strip()
        if written in ("", self._made):
            self._put_in()
        self._offer()

    def _put_in(self) -> None:
        self._made = first_sentence(self.steps.parts)
        cursor = self._sentence.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._made)
        self._sentence.setTextCursor(cursor)

    def _offer(self) -> None:
        made = first_sentence(self.steps.parts)
        differs = bool(made) and made != self._sentence.toPlainText().strip()
        self.put_in_button.setVisible(differs and self.open_button.isChecked())
