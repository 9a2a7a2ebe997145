"""What each noun hands to those below it and to the program, in the order of the nouns."""

from functools import partial

from kdc_desktop.domain.stage_kinds import BY_KEY
from kdc_desktop.services.attendance import facts as attendance_facts
from kdc_desktop.services.attendance import sheets as attendance_sheets
from kdc_desktop.services.attendance import trails as attendance_trails
from kdc_desktop.services.attendance.importing import remark_on_roles
from kdc_desktop.services.board import facts as board_facts
from kdc_desktop.services.board import sheets as board_sheets
from kdc_desktop.services.board.joins import BoardJoins
from kdc_desktop.services.consortia import sheets as consortium_sheets
from kdc_desktop.services.consortia import trails as consortium_trails
from kdc_desktop.services.interests import sheets as interest_sheets
from kdc_desktop.services.interests import trails as interest_trails
from kdc_desktop.services.kit.source import Sheet
from kdc_desktop.services.people import sheets as people_sheets
from kdc_desktop.services.people.joins import PeopleJoins
from kdc_desktop.services.polls import board_badge, paper_sheets
from kdc_desktop.services.polls import checks as poll_checks
from kdc_desktop.services.polls import sheets as poll_sheets
from kdc_desktop.services.polls import trails as poll_trails
from kdc_desktop.services.polls.badges import WinnersBadge
from kdc_desktop.services.sessions import sheets as session_sheets
from kdc_desktop.services.sessions.joins import SessionJoins
from kdc_desktop.services.visions import position_sheets, readiness_columns
from kdc_desktop.services.visions import sheets as vision_sheets
from kdc_desktop.services.visions import trails as vision_trails
from kdc_desktop.services.winners import marking, poll_badge
from kdc_desktop.services.winners import sheets as winner_sheets
from kdc_desktop.services.winners import trails as winner_trails
from kdc_desktop.services.workbook import log_sheet

PEOPLE = PeopleJoins(
    visits=attendance_trails.VISITS,
    loose_trails=(attendance_trails.OF_PEOPLE,),
    organisation_trails=(consortium_trails.OF_ORGANISATIONS,),
    remarks=(remark_on_roles,),
)
"""What the nouns above know of people and organisations."""

SESSIONS = SessionJoins(
    facts=(attendance_facts.HERE, board_facts.IDEAS),
    stage_checks=(poll_checks.no_poll_in,),
)
"""What the nouns above tell of a session and need of its stages."""

_OUTCOME = (
    *attendance_sheets.OUTCOME,
    board_sheets.OUTCOME,
    poll_sheets.OUTCOME,
    consortium_sheets.OUTCOME,
)

BOARD = BoardJoins(
    marks=board_badge.MARKS,
    cluster_trails=(poll_trails.OF_CLUSTERS, winner_trails.OF_CLUSTERS),
)
"""What the nouns above know of notes and clusters."""


SHEETS: tuple[Sheet, ...] = (
    partial(session_sheets.sessions, _OUTCOME),
    partial(session_sheets.agenda, BY_KEY),
    partial(people_sheets.people, PEOPLE.visits.of),
    people_sheets.organisations,
    people_sheets.departments,
    attendance_sheets.attendance,
    attendance_sheets.passages,
    partial(board_sheets.ideas, board_badge.votes_on_ideas),
    partial(board_sheets.clusters, board_badge.votes_on_clusters),
    poll_sheets.polls,
    poll_sheets.options,
    paper_sheets.papers,
    paper_sheets.voter_roll,
    partial(poll_sheets.results, poll_badge.won),
    partial(winner_sheets.winners, interest_sheets.BESIDE_WINNERS),
    interest_sheets.interests,
    partial(consortium_sheets.consortia, readiness_columns.BESIDE_CONSORTIA),
    consortium_sheets.members,
    consortium_sheets.delegates,
    consortium_sheets.open_roles,
    vision_sheets.visions,
    vision_sheets.readings,
    position_sheets.buy_in,
    position_sheets.matrix,
    position_sheets.positions,
    vision_sheets.reservations,
    vision_sheets.commitments,
    log_sheet.log,
)
"""The sheets in their order, after the read-me."""

WINNER_TRAILS = (interest_trails.OF_WINNERS, consortium_trails.OF_WINNERS)
"""What stands on winners."""

CONSORTIUM_TRAILS = (vision_trails.OF_CONSORTIA,)
"""What is written about consortia and said by their members."""

WINNERS = WinnersBadge(
    poll_badge.TABLES,
    poll_badge.won,
    marking.mark_winners,
    partial(marking.unmark_options, trails=WINNER_TRAILS),
)
"""What polls are told of winners, and how they mark them."""

FILE_CHECKS = (poll_checks.papers_fit_the_roll,)
"""What nouns know to be wrong with a club file, beside what storage looks at."""
