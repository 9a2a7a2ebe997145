"""Which role in a session a cell of a list names."""

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.people.session_roles import session_role


def role_said(text: str) -> AttendanceRole | None:
    """The role that a word stands for in one of ten languages; None for what names none."""
    said = session_role(text)
    return AttendanceRole(said) if said else None
