"""The kinds of stage that an agenda is made of, in the order of an evening."""

from kdc_desktop.domain.attendance import stages as attendance
from kdc_desktop.domain.board import stages as board
from kdc_desktop.domain.consortia import stages as consortia
from kdc_desktop.domain.interests import stages as interests
from kdc_desktop.domain.polls import stages as polls
from kdc_desktop.domain.sessions import stages as sessions
from kdc_desktop.domain.visions import stages as visions

STAGE_KINDS = (
    *attendance.KINDS,
    sessions.WELCOME,
    *board.KINDS,
    *polls.KINDS,
    sessions.BREAK,
    *interests.KINDS,
    *consortia.KINDS,
    *visions.KINDS,
    sessions.TALK,
    sessions.CLOSE,
)
BY_KEY = {kind.key: kind for kind in STAGE_KINDS}
