"""The kinds of stage that an agenda is made of, in the order of an evening."""

from kdc_desktop.domain.attendance import stages as attendance_stages
from kdc_desktop.domain.board import stages as board_stages
from kdc_desktop.domain.consortia import stages as consortium_stages
from kdc_desktop.domain.interests import stages as interest_stages
from kdc_desktop.domain.offers import stages as offer_stages
from kdc_desktop.domain.polls import stages as poll_stages
from kdc_desktop.domain.seating import stages as seating_stages
from kdc_desktop.domain.sessions import stages as session_stages
from kdc_desktop.domain.visions import stages as vision_stages

STAGE_KINDS = (
    *attendance_stages.KINDS,
    session_stages.WELCOME,
    session_stages.SINCE,
    offer_stages.OFFERS,
    *board_stages.KINDS,
    *poll_stages.KINDS,
    session_stages.BREAK,
    *seating_stages.KINDS,
    *interest_stages.KINDS,
    *consortium_stages.KINDS,
    *vision_stages.KINDS,
    session_stages.TALK,
    session_stages.CLOSE,
)
BY_KEY = {kind.key: kind for kind in STAGE_KINDS}
