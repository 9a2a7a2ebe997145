"""What the nouns hand to Home: joined apart, because SQLAlchemy is not loaded when it opens."""

from kdc_desktop.services.attendance import counts as attendance
from kdc_desktop.services.board import counts as board

SESSION_COUNTS = (attendance.PEOPLE, board.IDEAS)
"""What is counted in each session, in the order of Home's columns."""
