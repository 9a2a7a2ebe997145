"""Datetimes between Python and Qt, to the second and in local time."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime


def to_qt(at: datetime) -> QDateTime:
    """The same moment for a date-time edit."""
    return QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute, at.second))


def from_qt(at: QDateTime) -> datetime:
    """The same moment as a naive local datetime."""
    day, time = at.date(), at.time()
    return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second())
