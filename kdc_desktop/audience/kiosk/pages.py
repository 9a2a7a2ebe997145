"""The pages after a name was picked: paper, confirmation, a message, and the facilitator's PIN."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kdc_desktop.audience.ink import say
from kdc_desktop.audience.kiosk.look import Look
from kdc_desktop.audience.kiosk.option_card import DotsLeft
from kdc_desktop.audience.kiosk.page import Page, centred, footer, press, words
from kdc_desktop.audience.kiosk.paper import Ballot, PaperWidget

LINES_SHOWN = 9


class PaperPage(Page):
    """The paper, with what is left to give always visible."""

    done = Signal()
    over = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ballot = Ballot(())
        self.headline = words("headline", "kiosk_headline", wrap=True)
        self.question = words("quiet", "kiosk_question", wrap=True)
        self.left = words("quiet", "kiosk_left")
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.dots = DotsLeft(look)
        self.paper = PaperWidget(look)
        self.over_button = press("", "link", "kiosk_start_over", self.over.emit)
        self.over_button.setAutoDefault(False)
        self.turnout = words("quiet", "kiosk_turnout")
        self.done_button = press(say("kiosk", "Done"), "primary", "kiosk_done", self.done.emit)
        self.paper.changed.connect(self._show_left)
        self.paper.done_wanted.connect(self.done)
        self._lay_out()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.dots.set_look(look)
        self.paper.set_look(look)

    def start(self, name: str, ballot: Ballot, about: str) -> None:
        """A blank paper for the person of this first name."""
        self._ballot = ballot
        ask = (
            say("kiosk", "{name}, where do your dots go?")
            if ballot.dots
            else say("kiosk", "{name}, what would you support?")
        )
        self.headline.setText(ask.format(name=name))
        self.question.setText(about)
        self.over_button.setText(
            say("kiosk", "Not {name}? Start over").format(name=name).replace("&", "&&")
        )
        self.paper.show_ballot(ballot)
        self.paper.focus_option(0)

    def _show_left(self) -> None:
        self.left.setText(self.paper.left_line)
        self.left.setAccessibleName(self.paper.left_line)
        self.dots.show_left(self.paper.left, self._ballot.marks_each)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.addWidget(self.headline)
        titles.addWidget(self.question)
        right = QVBoxLayout()
        right.addWidget(self.left)
        right.addSpacing(4)
        right.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        top = QHBoxLayout()
        top.addLayout(titles, 1)
        top.addLayout(right)
        self.column.addLayout(top)
        self.column.addSpacing(16)
        self.column.addWidget(self.paper, 1)
        self.column.addSpacing(8)
        self.column.addLayout(footer(self.over_button, self.turnout, self.done_button))


class ConfirmPage(Page):
    """Read it again, then cast it."""

    cast = Signal()
    change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = words("headline", "kiosk_headline", wrap=True)
        self.left = words("quiet", "kiosk_left")
        self.lines = [words("text", f"kiosk_line_{place}") for place in range(LINES_SHOWN)]
        self.cast_button = press(
            say("kiosk", "Cast my vote"), "primary", "kiosk_cast", self.cast.emit
        )
        self.change_button = press(
            say("kiosk", "Change something"), "second", "kiosk_change", self.change.emit
        )
        self.column.addWidget(self.headline)
        self.column.addWidget(self.left)
        self.column.addSpacing(24)
        for line in self.lines:
            self.column.addWidget(line)
        self.column.addStretch(1)
        self.column.addLayout(centred(self.change_button, self.cast_button))

    def start(self, name: str, paper: PaperWidget, ballot: Ballot) -> None:
        """Show what is on this paper."""
        self.headline.setText(say("kiosk", "Is this your vote, {name}?").format(name=name))
        left = paper.left
        if not paper.given:
            text = say("kiosk", "Your paper is blank. You can cast it so.")
        elif left and ballot.dots:
            text = say("kiosk", "You still have {left} to give.").format(left=left)
        else:
            text = ""
        self.left.setText(text)
        marks = paper.marks
        given = [(title, marks[key]) for key, title in ballot.options if key in marks]
        texts = [f"{_cut(title)}   {_signs(count, ballot)}" for title, count in given]
        if len(texts) > LINES_SHOWN:
            rest = len(texts) - LINES_SHOWN + 1
            texts[LINES_SHOWN - 1 :] = [say("kiosk", "and {number} more").format(number=rest)]
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(texts))
            line.setText(texts[place] if place < len(texts) else "")
        self.cast_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            self.change.emit()
        else:
            super().keyPressEvent(event)


class MessagePage(Page):
    """A few large words, and perhaps one button."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = words("huge", "kiosk_headline", centred=True, wrap=True)
        self.text = words("quiet", "kiosk_text", centred=True, wrap=True)
        self.button = press("", "primary", "kiosk_message_button", self.pressed.emit)
        self.column.addStretch(1)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.text)
        self.column.addSpacing(32)
        self.column.addLayout(centred(self.button))
        self.column.addStretch(1)

    def start(self, headline: str, text: str, button: str = "") -> None:
        """Say this."""
        self.headline.setText(headline)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        if button:
            self.button.setFocus()
        else:
            self.setFocus()


class PinPage(Page):
    """The way out: the facilitator's PIN, on a pad or typed. `opened` when it was right."""

    opened = Signal()
    cancelled = Signal()
    typed = Signal()

    def __init__(self, pin_ok: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin_ok = pin_ok
        self.headline = words("headline", "kiosk_headline", centred=True)
        self.headline.setText(say("kiosk", "Facilitator’s PIN"))
        self.edit = QLineEdit()
        self.edit.setObjectName("kiosk_pin")
        self.edit.setAccessibleName(say("kiosk", "Facilitator’s PIN"))
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setMaxLength(32)
        self.edit.returnPressed.connect(self._try)
        self.edit.textEdited.connect(self.typed)
        self.problem = words("problem", "kiosk_problem", centred=True)
        self._pad = QGridLayout()
        for place, text in enumerate(("1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "OK")):
            button = press(
                text,
                "key",
                f"kiosk_pad_{text}",
                lambda key=text: self._press_key(key),  # type: ignore[misc]
            )
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._pad.addWidget(button, place // 3, place % 3)
        self.cancel_button = press(
            say("kiosk", "Back to the vote"), "link", "kiosk_pin_cancel", self.cancelled.emit
        )
        self._box = QWidget()
        inside = QVBoxLayout(self._box)
        inside.addWidget(self.edit)
        inside.addLayout(self._pad)
        self.column.addStretch(1)
        self.column.addWidget(self.headline)
        self.column.addLayout(centred(self._box))
        self.column.addWidget(self.problem)
        self.column.addLayout(centred(self.cancel_button))
        self.column.addStretch(1)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._box.setFixedWidth(look.px(480))
        self._pad.setSpacing(look.px(12))

    def start(self) -> None:
        """Ask for the PIN."""
        self.edit.clear()
        self.problem.clear()
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _press_key(self, key: str) -> None:
        if key == "OK":
            self._try()
        elif key == "⌫":
            self.edit.backspace()
        else:
            self.edit.insert(key)
        self.edit.setFocus()
        self.typed.emit()

    def _try(self) -> None:
        pin = self.edit.text()
        self.edit.clear()
        if self._pin_ok(pin):
            self.problem.clear()
            self.opened.emit()
        else:
            self.problem.setText(say("kiosk", "That is not the PIN. Try again."))


def _signs(count: int, ballot: Ballot) -> str:
    if not ballot.dots:
        return "✓"
    return "●" * count if count <= 10 else f"● × {count}"


def _cut(title: str, length: int = 90) -> str:
    return title if len(title) <= length else title[: length - 1].rstrip() + "…"
