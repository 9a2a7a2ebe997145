"""Datetimes between Python and Qt, to the second and in local time."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit

from kdc_desktop.screens.kit.badges import worn_palette

WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def dress_calendar(edit: QDateTimeEdit) -> None:
    """Give the calendar that drops from a date edit the colours and the room of the theme."""
    calendar = edit.calendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    quiet = QTextCharFormat()
    quiet.setForeground(QColor(worn_palette().muted))
    for day in WEEKEND:
        calendar.setWeekdayTextFormat(day, quiet)
    em = edit.fontMetrics().averageCharWidth()
    calendar.setMinimumSize(40 * em, 32 * em)


def to_qt(at: datetime) -> QDateTime:
    """The same moment for a date-time edit."""
    return QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute, at.second))


def from_qt(at: QDateTime) -> datetime:
    """The same moment as a naive local datetime."""
    day, time = at.date(), at.time()
    return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second())
