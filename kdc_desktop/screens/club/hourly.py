"""While a session is live, the club is backed up every hour."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from kdc_desktop.jobs import Jobs
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.storage import Database

HOUR = 3_600_000  # ms


def back_up_hourly(database: Database, jobs: Jobs, is_live: Callable[[], bool]) -> None:
    """Back the club up each hour that it is live, as a quiet job, as long as there are jobs."""

    def begin() -> None:
        if is_live():
            jobs.run_quietly(lambda _progress: back_up(database))

    timer = QTimer(jobs, interval=HOUR)
    timer.timeout.connect(begin)
    timer.start()
