"""The sheets of the workbook that the nouns bring, in their order."""

from functools import partial

from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.domain.stage_kinds import BY_KEY
from kdc_desktop.services.attendance import sheets as attendance_sheets
from kdc_desktop.services.board import sheets as board_sheets
from kdc_desktop.services.chains import sheets as chain_sheets
from kdc_desktop.services.consortia import life_sheets, member_sheets, speaking
from kdc_desktop.services.consortia import sheets as consortium_sheets
from kdc_desktop.services.gains import sheets as gain_sheets
from kdc_desktop.services.interests import organisation_sheet
from kdc_desktop.services.interests import sheets as interest_sheets
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.joined.telling import TELLING
from kdc_desktop.services.kit.source import Sheet
from kdc_desktop.services.kit.telling import Contents
from kdc_desktop.services.network import sheets as network_sheets
from kdc_desktop.services.obstacles import sheets as obstacle_sheets
from kdc_desktop.services.offers import sheets as offer_sheets
from kdc_desktop.services.people import apart_sheet, merger_sheet
from kdc_desktop.services.people import sheets as people_sheets
from kdc_desktop.services.polls import (
    board_badge,
    paper_sheets,
    part_sheets,
    poll_sheet,
    result_sheet,
    step_sheet,
)
from kdc_desktop.services.polls import sheets as poll_sheets
from kdc_desktop.services.portfolio import sheets as portfolio_sheets
from kdc_desktop.services.seating import sheets as seating_sheets
from kdc_desktop.services.sessions import programme_sheet, template_sheet
from kdc_desktop.services.sessions import sheets as session_sheets
from kdc_desktop.services.visions import (
    asking_sheets,
    buy_in_sheet,
    estimate_sheet,
    position_sheets,
    pulse_sheets,
    readiness_columns,
    reservation_sheets,
    stake_sheets,
)
from kdc_desktop.services.visions import sheets as vision_sheets
from kdc_desktop.services.winners import poll_badge
from kdc_desktop.services.winners import sheets as winner_sheets
from kdc_desktop.services.workbook import log_sheet

_OUTCOME = (
    *attendance_sheets.OUTCOME,
    board_sheets.OUTCOME,
    poll_sheets.OUTCOME,
    life_sheets.OUTCOME,
)

# What is read first stands first: what came of it all, evening by evening and then as it goes on;
# lists of doors, papers and rolls are looked things up in, and stand last.
_SHEETS: tuple[Sheet, ...] = (
    partial(session_sheets.sessions, _OUTCOME),
    partial(session_sheets.agenda, BY_KEY),
    programme_sheet.programmes,
    portfolio_sheets.portfolio,
    partial(people_sheets.people, PEOPLE.visits.of, speaking.who_speak),
    people_sheets.organisations,
    people_sheets.departments,
    attendance_sheets.attendance,
    offer_sheets.offers,
    offer_sheets.matches,
    partial(board_sheets.ideas, partial(board_badge.votes_on, PollSubject.IDEAS, poll_badge.won)),
    partial(
        board_sheets.clusters, partial(board_badge.votes_on, PollSubject.CLUSTERS, poll_badge.won)
    ),
    partial(poll_sheet.polls, poll_badge.won),
    poll_sheets.options,
    poll_sheets.criteria,
    partial(result_sheet.results, poll_badge.won),
    partial(part_sheets.levels, poll_badge.won),
    partial(part_sheets.by_criterion, poll_badge.won),
    partial(part_sheets.count_steps, poll_badge.won),
    partial(winner_sheets.winners, interest_sheets.BESIDE_WINNERS),
    interest_sheets.interests,
    organisation_sheet.organisation_interests,
    partial(consortium_sheets.consortia, readiness_columns.BESIDE_CONSORTIA),
    gain_sheets.gains,
    life_sheets.states,
    life_sheets.taken_up,
    member_sheets.members,
    member_sheets.leavings,
    member_sheets.roles,
    consortium_sheets.delegates,
    consortium_sheets.open_roles,
    life_sheets.signs_of_life,
    obstacle_sheets.obstacles,
    obstacle_sheets.history,
    vision_sheets.visions,
    vision_sheets.readings,
    stake_sheets.stakes,
    stake_sheets.served,
    asking_sheets.askings,
    buy_in_sheet.buy_in,
    position_sheets.matrix,
    position_sheets.stands,
    asking_sheets.answers,
    reservation_sheets.reservations,
    reservation_sheets.history,
    vision_sheets.commitments,
    chain_sheets.trail,
    pulse_sheets.pulses,
    pulse_sheets.steps,
    estimate_sheet.estimates,
    seating_sheets.tables,
    network_sheets.network,
    network_sheets.people,
    network_sheets.ties,
    merger_sheet.mergers,
    apart_sheet.kept_apart,
    attendance_sheets.passages,
    step_sheet.steps,
    part_sheets.hands,
    paper_sheets.papers,
    paper_sheets.voter_roll,
    partial(template_sheet.templates, BY_KEY),
    log_sheet.log,
)
WORKBOOK = Contents(_SHEETS, TELLING)
"""What stands in the workbook."""
