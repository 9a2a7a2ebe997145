"""Whose paper lies here, asked when nobody has moved or when somebody types a name over it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.field import AnswerButton, only_held, signs_of
from kdc_desktop.audience.polls.kiosk.page import NAME_SHOWN, Page, press, words
from kdc_desktop.domain.attendance.codes import is_a_number
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _
from kdc_desktop.services.polls.rows import VoterRow

LONGEST = 80
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class _Answer(AnswerButton):
    """Arrow keys pass it by, too: with them one chooses among names."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class StillPage(Page):
    """Covers a paper and offers two answers alike; neither is taken by who goes on typing.

    The keys of the page of names lead to the answer that puts the paper away: Tab comes to it
    first, and arrow keys come to nothing else.

    `here`: the paper is theirs. `other` carries what somebody else has typed of their name, for
    they are next; a number that was typed over the paper is none of it, for it may be marks.
    `typed` tells that somebody is there, `said` what an Enter needs.
    """

    here = Signal()
    other = Signal(str)
    typed = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = _("Tab goes to an answer, Enter takes it. Esc puts this away.")
        self._typed, self._number, self._undone = "", "", False
        self.headline = words("headline", "kiosk_headline", centred=True, most_lines=3)
        self.whose = words("quiet", "kiosk_whose", centred=True, most_lines=2)
        self.text = words("quiet", "kiosk_text", centred=True, most_lines=4)
        self.other_button = press(
            _("I am somebody else"), "second", "kiosk_still_other", self._be_other, kind=_Answer
        )
        self.here_button = press("", "second", "kiosk_still_here", self.here.emit, kind=_Answer)
        answers = QVBoxLayout()
        answers.setSpacing(16)
        for button in (self.other_button, self.here_button):
            answers.addWidget(button)
        self.column.addStretch(1)
        for label in (self.headline, self.whose, self.text):
            self.column.addWidget(label)
        self.column.addSpacing(24)
        self.column.addLayout(answers)
        self.column.setAlignment(answers, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)

    def start(
        self,
        voter: VoterRow | None = None,
        typed: str = "",
        *,
        over: bool = False,
        undone: bool = False,
    ) -> None:
        """Ask this person, by the whole name; `typed` is what came instead of an answer, `over`
        the paper itself, where what it gave is `undone`."""
        name = "" if voter is None else voter.name
        apart = "" if voter is None else dotted(voter.organisation, voter.apart)
        self.headline.setText(_("Are you still there, {name}?", name=name))
        self.whose.setText(apart)
        self.whose.setVisible(bool(apart))
        short = shortened(name, NAME_SHOWN).replace("&", "&&")
        self.here_button.setText(_("I am {name}", name=short))
        self._number, self._undone = (typed if over and is_a_number(typed) else ""), undone
        self._typed = "" if self._number else typed[:LONGEST]
        self._show_typed()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if only_held(event):
            return
        signs = signs_of(event)
        if signs or event.key() == Qt.Key.Key_Backspace:
            self._typed = (self._typed + signs if signs else self._typed[:-1])[:LONGEST]
            self._show_typed()
            self.setFocus()
            self.typed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._be_other()
        elif event.key() in _ENTER:
            self.said.emit(_("First say who you are: touch an answer, or go there with Tab."))
        elif event.key() in _ARROWS:
            self.other_button.setFocus()
        else:
            super().keyPressEvent(event)

    def _show_typed(self) -> None:
        if _may_be_marks(self._typed or self._number):  # which are nobody else's concern
            text = (
                _("A number was typed while this page was open. What it gave or took is undone.")
                if self._undone
                else _("A number was typed while this page was open. Nothing of it is handed in.")
            )
        elif self._typed.strip():
            text = _(
                "“{typed}” was typed while this page was open. Nothing of it is handed in.",
                typed=self._typed.strip(),
            )
        else:
            text = _(
                "What was begun is covered. Without an answer it is put away, and nothing is"
                " handed in."
            )
        self.text.setText(text)

    def _be_other(self) -> None:
        self.other.emit(self._typed.strip())


def _may_be_marks(typed: str) -> bool:
    return is_a_number(typed) or any(sign.isdecimal() for sign in typed)
