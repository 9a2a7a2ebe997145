"""The codes on the badges of a session."""

import random

from sqlalchemy import select

from kdc_desktop.domain.attendance.badges import badge_code
from kdc_desktop.i18n import nfillable
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.storage import Database


def assign_badges(database: Database, session_id: int) -> int:
    """Give everybody on the list who has no badge code one; returns how many got one."""
    rng = random.SystemRandom()
    label = nfillable("Gave {count} person a badge code", "Gave {count} people badge codes")
    with database.edit(label) as edit:
        badges = select(Attendance.id, Attendance.badge).where(Attendance.session_id == session_id)
        listed = edit.execute(badges).all()
        taken = {badge.upper() for _key, badge in listed}
        given = {}
        for key in (key for key, badge in listed if not badge):
            code = badge_code(taken, rng)
            given[key] = {"badge": code}
            taken.add(code)
        edit.count = edit.change_rows(Attendance, given)
        return edit.count
