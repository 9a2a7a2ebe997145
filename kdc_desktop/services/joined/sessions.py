"""What the nouns above hand to sessions."""

from kdc_desktop.services.attendance import facts as attendance_facts
from kdc_desktop.services.board import facts as board_facts
from kdc_desktop.services.board.boards import leave_board
from kdc_desktop.services.polls import checks as poll_checks
from kdc_desktop.services.seating.leaving import no_round_in
from kdc_desktop.services.sessions.joins import SessionJoins

SESSIONS = SessionJoins(
    facts=(attendance_facts.HERE, board_facts.IDEAS),
    stage_checks=(poll_checks.no_poll_in, no_round_in, leave_board),
)
"""What the nouns above tell of a session and need of its stages."""
