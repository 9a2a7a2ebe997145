"""What the nouns hand to Home: joined apart, because SQLAlchemy is not loaded when it opens."""

from kdc_desktop.services.attendance import counts as attendance_counts
from kdc_desktop.services.board import counts as board_counts

SESSION_COUNTS = (attendance_counts.PEOPLE, board_counts.IDEAS)
"""What is counted in each session, in the order of Home's columns."""
