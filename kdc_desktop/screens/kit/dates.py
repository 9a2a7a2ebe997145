"""Days and times of a wall: typed as people type them, or taken from a calendar."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kdc_desktop.domain.kit.typed_dates import typed_date, typed_moment
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_order, date_text, moment_text
from kdc_desktop.screens.kit.line_buttons import LineButton

_QUARTER = timedelta(minutes=15)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateLine(QLineEdit):
    """One line for a day, with a time or without; one step of Tab leads in, and one out.

    What is typed is taken when the line is left, and shown as dates are shown. `problem` carries a
    sentence when it cannot be read, and nothing once it can. The arrows up and down step by a
    day, or by a quarter of an hour where the caret is in the time; Alt+Down opens the calendar.
    """

    problem = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._moment = datetime.min
        self._with_time = self._may_be_empty = False
        self._shown = ""
        words = _("Open the calendar (Alt+Down)")
        LineButton(self, "calendar", words, self._show_calendar)

    def begin(self, shown: date | datetime, today: date) -> None:
        """Show this day, or this day and time; `today` is that of the clock."""
        self._today = today
        self._with_time = isinstance(shown, datetime)
        self._show(shown if isinstance(shown, datetime) else datetime(*shown.timetuple()[:3]))

    def begin_with(self, shown: date | None, today: date) -> None:
        """Show this day, or none: the line may stay empty, and `day_if_any` says so."""
        self.begin(shown or today, today)
        self._may_be_empty = True
        if shown is None:
            self.clear()

    @property
    def day_if_any(self) -> date | None:
        """The day that stands in the line, None where it is empty; see `moment`."""
        return self.day if self.text().strip() else None

    @property
    def moment(self) -> datetime:
        """The day and time that stands in the line.

        Raises:
            UserError: it is none.
        """
        read = self._read()
        if read is None:
            raise UserError(self._sentence())
        return read

    @property
    def day(self) -> date:
        """The day that stands in the line; see `moment`."""
        return self.moment.date()

    def _read(self) -> datetime | None:
        if self.text() == self._shown:
            return self._moment
        if self._with_time:
            return typed_moment(self.text(), self._moment, self._today, date_order())
        day = typed_date(self.text(), self._today, date_order())
        return None if day is None else datetime.combine(day, self._moment.time())

    def _sentence(self) -> str:
        if self._with_time:
            example = moment_text(datetime(self._today.year, 12, 1, 17, 30))
            return _("Write a day and a time here, such as {example}.", example=example)
        example = date_text(date(self._today.year, 12, 1))
        return _("Write a day here that the calendar has, such as {example}.", example=example)

    def _show(self, moment: datetime) -> None:
        self._moment = moment
        self._shown = moment_text(moment) if self._with_time else date_text(moment)
        self.setText(self._shown)

    def _settle(self) -> None:
        """Show what was typed as dates are shown, or say that it is none."""
        read = self._read()
        if read is None:
            is_left = self._may_be_empty and not self.text().strip()
            self.problem.emit("" if is_left else self._sentence())
            return
        if self.text() != self._shown:
            self._show(read)
        self.problem.emit("")

    def _step(self, steps: int) -> None:
        read, at = self._read(), self.cursorPosition()
        if read is None:
            if self._may_be_empty and not self.text().strip():
                self._show(self._moment)
            return
        in_time = self._with_time and at > len(date_text(read))
        try:
            self._show(read + steps * (_QUARTER if in_time else timedelta(days=1)))
        except OverflowError:
            return
        self.setCursorPosition(at)

    def _show_calendar(self) -> None:
        from kdc_desktop.screens.kit.calendar_popup import CalendarPopup

        read = self._read() or self._moment
        calendar = CalendarPopup(self, read.date())
        calendar.picked.connect(self._pick)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()

    def _pick(self, day: date) -> None:
        read = self._read() or self._moment
        self._show(datetime.combine(day, read.time()))
        self.problem.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        opens = key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
        if opens or (key == Qt.Key.Key_F4 and not held):
            self._show_calendar()
        elif key in _STEPS and not held:
            self._step(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()
