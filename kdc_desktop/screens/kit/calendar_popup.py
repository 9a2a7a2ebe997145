"""The calendar that drops from a line with a date."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.badges import worn_palette
from kdc_desktop.screens.kit.passing import keeps

WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """A month to pick a day from; it goes once that is done."""

    picked = Signal(object)

    def __init__(self, line: QWidget, day: date) -> None:
        super().__init__(line, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar_popup")
        self.setAccessibleName(_("Calendar"))
        calendar = QCalendarWidget(self)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(worn_palette().muted))
        for weekday in WEEKEND:
            calendar.setWeekdayTextFormat(weekday, quiet)
        em = line.fontMetrics().averageCharWidth()
        calendar.setMinimumSize(40 * em, 32 * em)
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(calendar)
        calendar.setFocus()

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def _pick(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))
