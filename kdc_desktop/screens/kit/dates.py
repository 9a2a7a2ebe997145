"""Wall times between Python and Qt, to the second.

Qt gets them as if they were in UTC: in the laptop's own zone it would move those that its clocks
pass over in spring.
"""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit

from kdc_desktop.screens.kit.badges import worn_palette

_NO_ZONE = QTimeZone(QTimeZone.Initialization.UTC)
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def dress_calendar(edit: QDateTimeEdit) -> None:
    """Make a date edit one of wall times, and dress the calendar that drops from it."""
    edit.setTimeZone(_NO_ZONE)
    calendar = edit.calendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    quiet = QTextCharFormat()
    quiet.setForeground(QColor(worn_palette().muted))
    for day in WEEKEND:
        calendar.setWeekdayTextFormat(day, quiet)
    em = edit.fontMetrics().averageCharWidth()
    calendar.setMinimumSize(40 * em, 32 * em)


def to_qt(at: datetime) -> QDateTime:
    """The same wall time for a date-time edit."""
    day, time = QDate(at.year, at.month, at.day), QTime(at.hour, at.minute, at.second)
    return QDateTime(day, time, _NO_ZONE)


def from_qt(at: QDateTime) -> datetime:
    """The wall time that a date-time edit shows."""
    day, time = at.date(), at.time()
    return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second())
