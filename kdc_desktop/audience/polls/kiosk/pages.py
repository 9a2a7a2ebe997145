"""The pages after a name was picked: the paper, and the same to confirm."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.field import signs_of
from kdc_desktop.audience.polls.kiosk.given_list import GivenList
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.option_card import DotsLeft
from kdc_desktop.audience.polls.kiosk.page import NAME_SHOWN, Page, footer, press, words
from kdc_desktop.audience.polls.kiosk.paper import BLANK, Ballot, PaperWidget
from kdc_desktop.audience.polls.kiosk.question import KioskWords, Said
from kdc_desktop.audience.polls.kiosk.reasons import ReasonFields
from kdc_desktop.audience.polls.kiosk.step_paper import StepPaper
from kdc_desktop.audience.polls.kiosk.strangers import ANSWERED
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, listed_apart, ngettext, number_text, sentences, spoken

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
        self, look: Look, wording: KioskWords, steps: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ballot, self._wording = BLANK, wording
        self._name, self._roomy, self.undone = "", True, ""
        self.headline = words("headline", "kiosk_headline", most_lines=1, steady=True)
        self.subject = words("text", "kiosk_subject", most_lines=2)
        self.question = words("quiet", "kiosk_question", most_lines=1, steady=True)
        self.left = words("quiet", "kiosk_left")
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.dots = DotsLeft(look)
        self.paper = StepPaper(look, steps) if steps else PaperWidget(look)
        self.over_button = press("", "link", "kiosk_start_over", self.over.emit)
        self.turnout = words("quiet", "kiosk_turnout")
        self.done_button = press(_("Done"), "primary", "kiosk_done", self._done)
        self.paper.changed.connect(self._show_left)
        self.paper.changed.connect(self.paper.code.stay)
        self.paper.done_wanted.connect(lambda: self.done.emit(self.paper.code.of_a_badge))
        self._lay_out()

    @property
    def spoken(self) -> str:
        return spoken(
            (
                self.headline.text(),
                self.subject.text(),
                self.question.text(),
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

    def start(self, name: str, whole: str, ballot: Ballot, about: Sequence[str] = ()) -> None:
        """A blank paper for the person greeted by this name, whose whole name is told, too, and
        what it is `about`: where letters are large, only the first. That stands there as large
        as what is chosen among."""
        self._ballot, self.undone = ballot, ""
        self.keys = _keys(ballot, roomy=self._roomy)
        self._name = shortened(name, NAME_SHOWN)
        self.headline.setText(self._wording.headline(self._name, ballot, roomy=self._roomy))
        self.subject.setText(about[0] if about else "")
        self.question.setText(dotted(whole, *about[1:] if self._roomy else ()))
        self._name_over_button()
        self.paper.show_ballot(ballot)
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
        self.left.setText(self.paper.left_line)
        self.left.setAccessibleName(self.paper.left_line)
        self.dots.show_left(self.paper.left, self._ballot.most)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(4)
        titles.addWidget(self.headline)
        titles.addWidget(self.subject)
        titles.addWidget(self.question)
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
            footer(self.over_button, self.turnout, self.paper.pager, self.done_button)
        )


class ConfirmPage(Page):
    """Read it again, then cast it; `typed` carries what is written here, which is of a name or the
    number of a badge.

    Where it is asked why, what is written is the reason: `written` tells that somebody is there,
    `wrote` that the first line is ended.
    """

    cast = Signal()
    change = Signal()
    typed = Signal(str)
    written = Signal()
    wrote = Signal()

    def __init__(self, wording: KioskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.keys = str(wording.casts)
        self.headline = words("headline", "kiosk_headline", most_lines=1)
        self.whose = words("quiet", "kiosk_whose", most_lines=1)
        self.left = words("quiet", "kiosk_left", most_lines=3)
        self.given = GivenList()
        self.cast_button = press(str(wording.cast), "primary", "kiosk_cast", self.cast.emit)
        self.change_button = press("", "second", "kiosk_change", self.change.emit)
        for label in (self.headline, self.whose):
            self.column.addWidget(label)
        turning = footer(self.left, self.given.pager)
        turning.setStretch(0, 1)
        self.column.addLayout(turning)
        self.column.addWidget(self.given, 1)
        self.reasons = ReasonFields() if wording.asks_why else None
        if self.reasons is not None:
            self.column.addWidget(self.reasons)
            self.reasons.done.connect(self.cast)
            self.reasons.gone_on.connect(self.wrote)
            self.reasons.typed.connect(self.written)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.change_button)
        foot.addWidget(self.cast_button)
        self.column.addLayout(foot)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.change_button.setText(self._wording.change(roomy=look.text <= ROOMY))
        self.given.set_look(look)
        if self.reasons is not None:
            self.reasons.set_look(look)

    @property
    def said(self) -> Said:
        """What was written to the answer."""
        return Said() if self.reasons is None else self.reasons.said

    def start(self, name: str, apart: str, paper: PaperWidget, ballot: Ballot) -> None:
        """Show what is on this paper, and by the whole name and what tells it apart whose it is."""
        self.headline.setText(self._wording.is_this_yours(name))
        self.whose.setText(apart)
        self.whose.setVisible(bool(apart))
        left = paper.left
        if self.reasons is not None:
            self.reasons.forget()
        if not paper.given:
            text = str(self._wording.blank)
        elif left and ballot.dots:
            text = ngettext(
                "You still have {count} to give.", "You still have {count} to give.", left
            )
        else:
            text = ""
        self.left.setText(text)
        marks = paper.marks
        titles = dict(ballot.options)
        if ballot.ordered:
            given = [(_choice(place, titles[key]), 1) for place, key in enumerate(marks, 1)]
        else:
            given = [(title, marks[key]) for key, title in ballot.options if key in marks]
        self.given.show_given(given, dots=ballot.dots, steps=ballot.steps)
        self.cast_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            if not event.isAutoRepeat():
                self.change.emit()
        elif signs_of(event) and not event.isAutoRepeat():
            self._hear(signs_of(event))
        else:
            super().keyPressEvent(event)

    def _hear(self, signs: str) -> None:
        if self.reasons is None:
            self.typed.emit(signs)
        elif signs.strip():
            self.reasons.begin(signs)


def _choice(place: int, title: str) -> str:
    return _("{place}. {title}", place=number_text(place), title=title)


def _keys(ballot: Ballot, *, roomy: bool) -> str:
    if ballot.steps:
        return _(
            "1 to {most} answers. Arrows go back. Enter: done. Esc: start over.",
            most=ballot.steps,
        )
    if not roomy:
        return _("Arrow keys choose, + gives, − takes back. Enter: done. Esc: start over.")
    return _("Arrow keys choose, + or a number gives, − takes back. Enter: done. Esc: start over.")


def _told_of_undone(ballot: Ballot, had: Mapping[int, int], has: Mapping[int, int]) -> str:
    """A number takes off, too, where a yes is taken back by the key that gave it."""
    off: list[str] = []
    back: list[str] = []
    for number, (key, title) in enumerate(ballot.options, start=1):
        more = had.get(key, 0) - has.get(key, 0)
        if more:
            said = ballot.said_of(number, shortened(title, NAME_SHOWN), abs(more))
            (off if more > 0 else back).append(said)
    return sentences(
        (
            _("Taken off again: {marks}.", marks=listed_apart(off)) if off else "",
            _("Back again: {marks}.", marks=listed_apart(back)) if back else "",
        )
    )
