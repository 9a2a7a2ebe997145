"""Copies of whole club files are written in the background."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kdc_desktop.jobs import Jobs, Progress

T = TypeVar("T")


def copy_in_job(
    jobs: Jobs, title: str, copy: Callable[[], T], over: QWidget, then: Callable[[T], object]
) -> bool:
    """Start it, called `title`; `then` gets its answer while `over` is there, once the job is over.

    A copy is whole or not there, so it is too late to cancel once it has begun.
    """
    return jobs.run(title, partial(_copy, copy), partial(_go_on, over, then))


def _copy(copy: Callable[[], T], progress: Progress) -> T:
    progress.begin_writing()
    return copy()


def _go_on(over: QWidget, then: Callable[[T], object], answer: T) -> None:
    if isValid(over):
        QTimer.singleShot(0, over, partial(then, answer))
