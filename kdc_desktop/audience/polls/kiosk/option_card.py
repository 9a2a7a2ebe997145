"""One option on a ballot paper, and the dots that are left to give."""

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.kit.ink import SEMIBOLD, Down, fit, text_block
from kdc_desktop.audience.polls.kiosk.fitted import READABLE
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.page import words
from kdc_desktop.i18n import _

DOTS_SHOWN = 12


def title_sizes(look: Look) -> tuple[int, int]:
    """The largest and the smallest letters of a title, in pixels."""
    largest = look.letters(30)
    return max(READABLE, largest), max(READABLE, look.letters(22))


def number_width(look: Look) -> int:
    """How wide the number of an option may be, in pixels."""
    return look.px(22) + look.letters(26)


def count_width(look: Look) -> int:
    """How wide a count of two digits is, in pixels."""
    return max(look.px(44), round(1.3 * look.letters(40)))


def hands_width(look: Look, *, single: bool) -> int:
    """How wide that is by which an option is given something: one button, or − count +."""
    if single:
        return look.target(64)
    return 2 * look.target(64) + count_width(look) + 2 * look.px(16)


def title_room(width: int, look: Look, hands: int) -> int:
    """How wide the title may be in a card of this width beside these hands, in pixels."""
    room = width - 2 * look.px(26) - number_width(look) - 2 * look.px(16) - hands - 8
    return max(1, room)


def note_letters(look: Look) -> int:
    """How large the line below a title is, in pixels."""
    return max(READABLE, look.letters(24))


def note_height(look: Look) -> int:
    """How high it is, in pixels."""
    return ceil(1.4 * note_letters(look))


def around_title(look: Look, *, notes: bool) -> int:
    """How much of a card's height is not its title's, in pixels; with `notes` each has one."""
    return 2 * look.px(10) + 8 + (note_height(look) if notes else 0)


def title_heights(
    title: str, width: int, look: Look, hands: int, *, notes: bool
) -> tuple[int, int]:
    """How high a card of this width must be to show its whole title in the largest letters, and
    in the smallest, in pixels."""
    room, around = title_room(width, look, hands), around_title(look, notes=notes)
    largest, smallest = (
        ceil(fit(title, room, 10_000, size, SEMIBOLD, smallest=size).height) + around
        for size in title_sizes(look)
    )
    return largest, smallest


def letters_for(titles: Iterable[str], card: QSize, look: Look, hands: int, *, notes: bool) -> int:
    """The largest letters in which each of these is whole on a card of this size, in pixels: one
    size for all, so that no option speaks louder."""
    largest, smallest = title_sizes(look)
    room = title_room(card.width(), look, hands)
    height = card.height() - around_title(look, notes=notes)
    sizes = (
        fit(title, room, height, largest, SEMIBOLD, smallest=smallest).size for title in titles
    )
    return min(sizes, default=largest)


class CardShows(NamedTuple):
    """What a card shows: what its option has, in words and as a number, what stands on its one
    button then, whether more can be given, and what stands below its title."""

    said: str
    given: int
    tick: str
    can_give: bool
    note: str = ""


class FittedTitle(QWidget):
    """A title that shrinks, wraps and at last is shortened to fit where it stands."""

    is_a_picture = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.text = ""
        self.letters = title_sizes(look)[0]
        self.weight = SEMIBOLD
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        smallest = title_sizes(look)[1]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            text_block(
                painter,
                QRectF(self.rect()),
                self.text,
                self.letters,
                self.weight,
                look.palette.ink,
                down=Down.MIDDLE,
                smallest=smallest,
            )


class OptionCard(QFrame):
    """An option with its number, its title, and − count + (or one tick where one is the most).

    `given` and `taken` carry the option's id, `entered` its number on the paper when it gets the
    focus.
    """

    given = Signal(int)
    taken = Signal(int)
    entered = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option_id = 0
        self._number = 0
        self._single = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number_label = QLabel(self)
        self._number_label.setProperty("kiosk", "number")
        self._number_label.setProperty("key", True)  # it is what is typed, and no place
        self._number_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = FittedTitle(look, self)
        self.take_button = self._step("−")
        self._count_label = QLabel(self)
        self._count_label.setProperty("kiosk", "count")
        self._count_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.give_button = self._step("+")
        self.take_button.clicked.connect(lambda: self.taken.emit(self.option_id))
        self.give_button.clicked.connect(lambda: self.given.emit(self.option_id))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._number_label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._note = words("hint", "kiosk_note", most_lines=1)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title, 1)
        titles.addWidget(self._note)
        self._row.addLayout(titles, 1)
        for widget in (self.take_button, self._count_label, self.give_button):
            self._row.addWidget(widget)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._title.look = look
        self._number_label.setFixedSize(number_width(look), number_width(look))
        self._count_label.setFixedWidth(count_width(look))
        self._row.setContentsMargins(look.px(26), look.px(10), look.px(26), look.px(10))
        self._row.setSpacing(look.px(16))
        self._note.setFixedHeight(note_height(look))

    def show_option(
        self, number: int, option_id: int, title: str, letters: int, *, notes: bool
    ) -> None:
        """Stand for this option, the one with this number, its title in letters of this size; with
        `notes` there is a line below it, also an empty one."""
        self._note.setVisible(notes)
        self._number, self.option_id, self._title.text = number, option_id, title
        self._title.letters = letters
        self.setObjectName(f"option_{number}")
        self._number_label.setText(str(number))
        self._title.setAccessibleName(title)
        self._row.activate()  # a card that was not seen before has its title in place at once
        self._title.update()

    def show_given(self, shown: CardShows, *, single: bool) -> None:
        """Show what is given; `single`: one is the most, so one button gives and takes."""
        self._single, count = single, shown.given
        for widget in (self.take_button, self._count_label):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(not single)  # a dot moves neither title nor +
            widget.setSizePolicy(policy)
            widget.setVisible(not single and count > 0)
        self._count_label.setText(str(count))
        self._note.setText(shown.note)
        self.give_button.setText(shown.tick if single and count else "+")
        self.give_button.setCheckable(single)
        self.give_button.setChecked(single and count > 0)
        self.give_button.setEnabled(shown.can_give or (single and count > 0))
        title = self._title.text
        self.setAccessibleName(shown.said)
        self.take_button.setAccessibleName(_("One less for {title}", title=title))
        self.give_button.setAccessibleName(_("One more for {title}", title=title))
        self.mark(on=count > 0)

    def mark(self, *, on: bool) -> None:
        """Look like one that is given something, or not."""
        if self.property("marked") != on:
            self.setProperty("marked", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._single and event.button() == Qt.MouseButton.LeftButton:
            self.given.emit(self.option_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self._number)

    def _step(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kiosk", "step")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


class DotsLeft(QWidget):
    """A row of dots: hollow ones are given, full ones are left; nothing where they are too many."""

    is_a_picture = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._all = self._left = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self.updateGeometry()

    def show_left(self, left: int | None, of_all: int) -> None:
        """Show how many of how many are left."""
        self._left, self._all = left or 0, 0 if left is None else of_all
        self.setVisible(0 < self._all <= DOTS_SHOWN)
        self.setAccessibleName(_("{left} of {all} left", left=self._left, all=self._all))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side, gap = self._look.px(36), self._look.px(14)
        return QSize(max(1, self._all * (side + gap) - gap), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = self._look, self._look.px(36)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in range(self._all):
                dot = QRectF(place * (side + look.px(14)), 0, side, side)
                if place >= self._all - self._left:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(QColor(look.palette.accent))
                else:
                    width = max(2, look.px(3))
                    painter.setPen(QPen(QColor(look.palette.line), width))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    dot.adjust(width / 2, width / 2, -width / 2, -width / 2)
                painter.drawEllipse(dot)
