"""Whether the program is told to end from outside: then no window asks anything."""

from PySide6.QtCore import QCoreApplication

TOLD_TO_END = "told_to_end"  # untranslated: a property of the application


def is_told_to_end() -> bool:
    """Whether it is. Qt quits only when no window refuses to be closed."""
    application = QCoreApplication.instance()
    return application is not None and bool(application.property(TOLD_TO_END))
