"""What the nouns tell in the summary of the workbook, in the order in which it is read."""

from functools import partial

from kdc_desktop.services.attendance import summary as attendance_summary
from kdc_desktop.services.board import sheets as board_sheets
from kdc_desktop.services.consortia import summary as consortia_summary
from kdc_desktop.services.kit.telling import Telling
from kdc_desktop.services.polls import summary as poll_summary
from kdc_desktop.services.portfolio import summary as portfolio_summary
from kdc_desktop.services.visions import summary as vision_summary
from kdc_desktop.services.winners import poll_badge
from kdc_desktop.services.winners import summary as winner_summary

_CONSORTIA = partial(consortia_summary.consortia_told, vision_summary.vision_said)

TELLING = Telling(
    of_session=(
        attendance_summary.came,
        winner_summary.taken_further,
        partial(poll_summary.asked, poll_badge.won),
        _CONSORTIA,
        consortia_summary.gone_on,
        vision_summary.owed,
    ),
    of_club=(
        portfolio_summary.portfolio_told,
        partial(poll_summary.what_won, poll_badge.won),
        vision_summary.owed,
        _CONSORTIA,
        consortia_summary.gone_on,
    ),
    of_year=(
        attendance_summary.of_year,
        vision_summary.asked_in_year,
        vision_summary.promised_in_year,
        consortia_summary.let_go_in_year,
    ),
    side_by_side=(
        attendance_summary.SIDE_BY_SIDE,
        board_sheets.OUTCOME,
        poll_summary.SIDE_BY_SIDE,
        winner_summary.SIDE_BY_SIDE,
        consortia_summary.SIDE_BY_SIDE,
    ),
)
"""The parts of the summary."""
