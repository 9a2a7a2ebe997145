"""The page after a name was picked: the paper, and what is left to give."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.ballot import BLANK, Ballot
from kdc_desktop.audience.polls.kiosk.field import signs_of
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.option_card import DotsLeft
from kdc_desktop.audience.polls.kiosk.page import NAME_SHOWN, Page, footer, press, words
from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.audience.polls.kiosk.question import KioskWords
from kdc_desktop.audience.polls.kiosk.strangers import ANSWERED
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.i18n import _, listed_apart, sentences, spoken

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaperPage(Page):
    """The paper, with what is left to give always visible.

    `done` carries what was typed just before Enter, where it can be somebody else's code.
    `typed` carries what is written that gives nothing, an Enter as nothing: it is of a name.
    `undone` says what somebody else has typed and is off again, until its owner is told.
    """

    done = Signal(str)
    typed = Signal(str)
    over = Signal()

    def __init__(
        self,
        paper: PaperWidget,
        look: Look,
        wording: KioskWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ballot, self._wording = BLANK, wording
        self._name, self._asked, self._roomy, self.undone = "", "", True, ""
        self.headline = words("headline", "kiosk_headline", most_lines=1, steady=True)
        self.subject = words("text", "kiosk_subject", most_lines=2)
        self.question = words("quiet", "kiosk_question", most_lines=1, steady=True)
        self.promised = words("hint", "kiosk_promised", most_lines=2)
        self.left = words("quiet", "kiosk_left")
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.dots = DotsLeft(look)
        self.paper = paper
        self.over_button = press("", "link", "kiosk_start_over", self.over.emit)
        self.turnout = words("quiet", "kiosk_turnout")
        self.done_button = press(_("Done"), "primary", "kiosk_done", self._done)
        self.paper.changed.connect(self._show_left)
        self.paper.changed.connect(self.paper.code.stay)
        self.paper.done_wanted.connect(lambda: self.done.emit(self.paper.code.of_a_badge))
        self.paper.settled.connect(lambda: self.done.emit(self.paper.code.of_a_badge))
        self._lay_out()

    @property
    def spoken(self) -> str:
        return spoken(
            (
                self.headline.text(),
                self.subject.text(),
                self.question.text(),
                self.promised.text(),
                self.paper.left_line,
            )
        )

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._roomy = look.text <= ROOMY
        self.turnout.setVisible(self._roomy)  # larger letters need its place
        self._name_over_button()
        self.paper.setContentsMargins(0, look.px(16), 0, look.px(16))
        self.dots.set_look(look)
        self.paper.set_look(look)

    def start(
        self, name: str, whole: str, ballot: Ballot, about: Sequence[str] = (), how: str = ""
    ) -> None:
        """A blank paper for the person greeted by this name, whose whole name is told, too, what it
        is `about`, and how it is filled in: where letters are large, only the question and what is
        not promised. The question stands there as large as what is chosen among."""
        self._ballot, self.undone = ballot, ""
        self._name = shortened(name, NAME_SHOWN)
        self._asked = self._wording.headline(self._name, ballot, roomy=self._roomy)
        self.headline.setText(self._asked if name else "")
        self.subject.setText(about[0] if about else "")
        self.question.setText(dotted(whole, *about[1:2] if self._roomy else ()))
        self._name_over_button()
        self.promised.setText(sentences(about[2:]))
        self.promised.setVisible(bool(about[2:]))
        self.paper.show_ballot(ballot)
        told = how if self._roomy and not ballot.explains_itself else ""
        self.keys = sentences((told, self.paper.keys_line(roomy=self._roomy)))
        self.keys_beside = self.paper.keys_line(roomy=False) if self._roomy else ""
        self.paper.focus_option(0)

    def take_typed(self) -> str:
        """What was typed just now over the paper, once; what it changed there is undone."""
        paper, had = self.paper, self.paper.marks
        typed, before = paper.code.take(), paper.code.before
        if typed and had != before:
            paper.show_ballot(self._ballot, before)
            self.undone = _told_of_undone(self._ballot, had, before)
        return typed

    def tell_undone(self) -> None:
        """Whose paper it is has said so, and may give again in peace what was taken off."""
        if self.undone:
            self.paper.code.stay(ANSWERED)
            self.paper.said.emit(self.undone)
            self.undone = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if not event.isAutoRepeat() and (signs_of(event) or event.key() in _ENTER):
            self.typed.emit(signs_of(event))

    def _done(self) -> None:
        self.done.emit("")

    def _name_over_button(self) -> None:
        whole = _("Not {name}? Start over", name=self._name).replace("&", "&&")
        self.over_button.setText(whole if self._roomy else _("Start over"))

    def _show_left(self) -> None:
        if self.headline.text() and self._roomy:
            given = self.paper.given
            now = self._wording.goes_on(self._name, self._ballot, given) if given else ""
            self.headline.setText(now or self._asked)
        self.left.setText(self.paper.left_line)
        self.left.setAccessibleName(self.paper.left_line)
        self.dots.show_left(self.paper.left, self._ballot.terms.marks_each)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(4)
        titles.addWidget(self.headline)
        titles.addWidget(self.subject)
        titles.addWidget(self.question)
        titles.addWidget(self.promised)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.left)
        right.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addLayout(titles, 1)
        top.addLayout(right)
        self.column.addLayout(top)
        self.column.addWidget(self.paper, 1)
        self.column.addLayout(
            footer(
                self.over_button,
                self.turnout,
                *self.paper.tools,
                self.paper.pager,
                self.done_button,
            )
        )


def _told_of_undone(ballot: Ballot, had: Marks, has: Marks) -> str:
    """A number takes off, too, where a yes is taken back by the key that gave it."""
    off, back = (
        listed_apart(ballot.said_of(spot, value, NAME_SHOWN) for spot, value in more.items())
        for more in ballot.undone(had, has)
    )
    return sentences(
        (
            _("Taken off again: {marks}.", marks=off) if off else "",
            _("Back again: {marks}.", marks=back) if back else "",
        )
    )
