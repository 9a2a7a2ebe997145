"""The winners with their keys, the choices of one person, and bars of who wants to join."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from kdc_desktop.audience.kit.speaking import describe
from kdc_desktop.domain.interests.choices import CHOICES, choice_text
from kdc_desktop.domain.interests.roles import role_with_key
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.screens.interests.drawing import WinnerBrush
from kdc_desktop.screens.interests.role_letters import RoleLetters
from kdc_desktop.screens.kit.keys import goes_on
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import OnlyChosen
from kdc_desktop.screens.kit.viewport import known_viewport
from kdc_desktop.services.interests.rows import WinnerInterest

ROW, GAP = 50, 4


class WinnersList(QAbstractScrollArea):
    """Keys 1–9 choose a winner as first, second, third choice; pressed again it is given back.

    `choices_changed` tells that `choices` differs, `role_picked` carries the role whose letter was
    pressed, `saved` that Enter was, `left` that Escape was, `full` that one choice too many was.

    Letters are a role only once a winner is chosen: before that, and where Enter was refused, they
    are the name of the next person, and `name_begun` carries the first of them. `word_typed` tells
    that a whole word is typed where a role was meant.
    """

    choices_changed = Signal()
    role_picked = Signal(object)
    saved = Signal()
    left = Signal()
    full = Signal()
    name_begun = Signal(str)
    word_typed = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setViewport(known_viewport())
        self.setObjectName("winners")
        self.setAccessibleName(_("Winners"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._brush = WinnerBrush(theme)
        self._rows: tuple[WinnerInterest, ...] = ()
        self._choices, self._kept = list[int](), list[int]()
        self._cursor = 0
        self._asking = self._refused = False
        self._letters = RoleLetters()
        theme.changed.connect(self._fit)
        goes_on(self)
        OnlyChosen(self, partial(_not_kept, self))

    @property
    def choices(self) -> list[int]:
        """The winner ids chosen, the first choice first."""
        return list(self._choices)

    def set_choices(self, winner_ids: Sequence[int], *, asking: bool) -> None:
        """Show what a person has chosen so far; without somebody to ask, keys do nothing."""
        self._choices, self._asking, self._refused = list(winner_ids), asking, False
        self._kept = list(winner_ids)
        self._letters.end()
        self.updateGeometry()
        self._describe()

    def refuse(self) -> None:
        """What is chosen cannot be kept: go on here, or with the name of somebody else."""
        self._refused = True
        self.setFocus()

    def show_rows(self, rows: Sequence[WinnerInterest]) -> None:
        """Show these winners."""
        self._rows = tuple(rows)
        self._cursor = min(self._cursor, max(0, len(rows) - 1))
        known = {row.winner_id for row in rows}
        self._choices = [key for key in self._choices if key in known]
        self._fit()

    def toggle(self, place: int) -> None:
        """Choose the winner with this number, from 0, or give the choice back."""
        if not self._asking or not 0 <= place < len(self._rows):
            return
        self._cursor, self._refused = place, False
        self._letters.end()
        self._show_cursor()
        winner_id = self._rows[place].winner_id
        if winner_id in self._choices:
            self._choices.remove(winner_id)
        elif len(self._choices) < CHOICES:
            self._choices.append(winner_id)
        else:
            self.full.emit()
            return
        self._describe()
        self.choices_changed.emit()

    def row_rect(self, place: int) -> QRect:
        """Where a winner is painted in the viewport."""
        high = self._theme.px(ROW + GAP)
        top = place * high - self.verticalScrollBar().value()
        return QRect(1, top + 1, self.viewport().width() - 2, self._theme.px(ROW))

    def spoken_items(self) -> list[SpokenItem]:
        """The winners, as a screen reader walks through them."""
        return [
            SpokenItem(_spoken(row, self._choices), self.row_rect(place), place == self._cursor)
            for place, row in enumerate(self._rows)
        ]

    def sizeHint(self) -> QSize:
        rows = max(1, len(self._rows))
        return QSize(self._theme.px(360), rows * self._theme.px(ROW + GAP) + 2)

    def minimumSizeHint(self) -> QSize:
        """While somebody is asked, as many winners are in sight as one may choose."""
        seen = min(len(self._rows), CHOICES) if self._asking else 1
        return QSize(super().minimumSizeHint().width(), seen * self._theme.px(ROW + GAP) + 2)

    # Keys and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.saved.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif text in "123456789" and text:
            self.toggle(int(text) - 1)
        elif key == Qt.Key.Key_Space:
            if not self._letters.goes_on():
                self.toggle(self._cursor)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Backspace and self._choices:
            self._choices.pop()
            self._describe()
            self.choices_changed.emit()
        elif self._asking and text.isalpha():
            self._take_letter(text)
        else:
            super().keyPressEvent(event)

    def _take_letter(self, letter: str) -> None:
        if not self._choices or self._refused:
            self.name_begun.emit(letter)
        elif self._letters.goes_on():
            self.word_typed.emit()
        elif (role := role_with_key(letter)) is not None:
            self.role_picked.emit(role)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place is not None:
            self.toggle(place)

    def _place_at(self, point: QPoint) -> int | None:
        places = range(len(self._rows))
        return next((at for at in places if self.row_rect(at).contains(point)), None)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(event.pos())
            title = "" if place is None else self._rows[place].title
            QToolTip.showText(event.globalPos(), plain_tip(title), self.viewport())
            return True
        return super().viewportEvent(event)

    def _step(self, by: int) -> None:
        self._cursor = min(max(0, self._cursor + by), max(0, len(self._rows) - 1))
        self._show_cursor()
        self._describe()

    def _show_cursor(self) -> None:
        rect, bar = self.row_rect(self._cursor), self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + 2)

    def _describe(self) -> None:
        if self._rows:
            row = self._rows[self._cursor]
            describe(self, _spoken(row, self._choices))
        self.viewport().update()

    def _fit(self) -> None:
        self.updateGeometry()
        total = len(self._rows) * self._theme.px(ROW + GAP)
        self.verticalScrollBar().setRange(0, max(0, total - self.viewport().height()))
        self.verticalScrollBar().setSingleStep(self._theme.px(ROW))
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.palette.paper))
        most = max((row.people for row in self._rows), default=0)
        for place, row in enumerate(self._rows):
            rect = self.row_rect(place)
            if rect.intersects(event.rect()):
                here = self._asking and self.hasFocus() and place == self._cursor
                choice = _choice(row, self._choices)
                self._brush.row(painter, rect, place, row, most, choice, focused=here)
        painter.end()


def _not_kept(winners: WinnersList) -> list[str]:
    """What was chosen since somebody is asked, by name."""
    new = set(winners._choices) - set(winners._kept)
    return [row.title for row in winners._rows if row.winner_id in new]


def _spoken(row: WinnerInterest, choices: list[int]) -> str:
    choice = _choice(row, choices)
    if not choice:
        return ngettext(
            "{winner}, not chosen, {count} would join",
            "{winner}, not chosen, {count} would join",
            row.people,
            winner=row.title,
        )
    would = ngettext("{count} would join", "{count} would join", row.people)
    return listed((row.title, choice, would))


def _choice(row: WinnerInterest, choices: list[int]) -> str:
    """Which choice the winner is, in short; empty for none."""
    if row.winner_id not in choices:
        return ""
    return choice_text(choices.index(row.winner_id) + 1)
