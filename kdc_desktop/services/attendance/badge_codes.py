"""The codes on the badges of a session."""

import random

from sqlalchemy import select

from kdc_desktop.domain.attendance.badges import badge_code
from kdc_desktop.i18n import lazy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.storage import Database


def assign_badges(database: Database, session_id: int) -> int:
    """Give everybody on the list who has no badge code one; returns how many got one."""
    rng = random.SystemRandom()
    with database.edit(lazy("Gave out badge codes")) as edit:
        listed = edit.scalars(select(Attendance).where(Attendance.session_id == session_id)).all()
        taken = {attended.badge.upper() for attended in listed}
        without = [attended for attended in listed if not attended.badge]
        for attended in without:
            attended.badge = badge_code(taken, rng)
            taken.add(attended.badge)
        return len(without)
