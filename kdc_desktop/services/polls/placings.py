"""Which place each option came to, of many polls at once, where that has been revealed."""

from sqlalchemy import func, select

from kdc_desktop.domain.polls.method import Placed, placed
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.ranking import PollPlace, ranked
from kdc_desktop.domain.polls.states import Order, PollState
from kdc_desktop.model.polls import BallotMark, HandCount, Option, Poll
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.folding import folds_in
from kdc_desktop.services.polls.questions import poll_in
from kdc_desktop.services.polls.results import smallest_of
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

_IS_SHOWN = (
    Poll.state == PollState.CLOSED,
    Poll.revealed_at.is_not(None),
    Poll.voided_at.is_(None),
    Poll.trashed_at.is_(None),
)
_MARKS = (
    select(func.sum(BallotMark.marks)).where(BallotMark.option_id == Option.id).scalar_subquery()
)
_HANDS = select(func.sum(HandCount.hands)).where(HandCount.option_id == Option.id).scalar_subquery()
_FOLDED = (
    select(Option.id)
    .where(Option.poll_id == Poll.id, Option.counted_with.is_not(None))
    .correlate(Poll)
    .exists()
)
_POLLS = (
    select(Poll.id, Poll.method, Poll.ordered_by, _FOLDED)
    .join(Session, Session.id == Poll.session_id)
    .where(*_IS_SHOWN)
    .order_by(Poll.id)
)
_OF_ALL = Quick(_POLLS.where(Session.trashed_at.is_(None)))
_OF_ONE = Quick(_POLLS.where(Session.id == value("session")))
_TOTALS = (
    select(Option.poll_id, Option.id, func.coalesce(_MARKS, 0) + func.coalesce(_HANDS, 0))
    .join(Poll, Poll.id == Option.poll_id)
    .join(Session, Session.id == Poll.session_id)
    .where(*_IS_SHOWN)
)
_TOTALS_OF_ALL = Quick(_TOTALS.where(Session.trashed_at.is_(None)))
_TOTALS_OF_ONE = Quick(_TOTALS.where(Session.id == value("session")))


def placings_of(snapshot: Snapshot, session_id: int | None) -> dict[int, PollPlace]:
    """By option, of the revealed polls of a session, or of all that are not in the trash.

    It is the place that was announced. Options that are counted as one have one place. Where marks
    are only added up, the file does it for all polls at once.
    """
    if session_id is None:
        polls, totals = _OF_ALL.rows(snapshot), _TOTALS_OF_ALL.rows(snapshot)
    else:
        polls = _OF_ONE.rows(snapshot, session=session_id)
        totals = _TOTALS_OF_ONE.rows(snapshot, session=session_id)
    sums = {method.key for method in methods() if method.adds_up}
    added = {
        poll_id
        for poll_id, method, order, folded in polls
        if method in sums and order is Order.TOTAL and not folded
    }
    found: dict[int, list[Placed]] = {}
    for poll_id, option_id, total in totals:
        if poll_id in added:
            found.setdefault(poll_id, []).append(Placed(option_id, 0, False, False, total))
    places = {
        one.option_id: PollPlace(one.place, one.tied, len(of_poll))
        for of_poll in found.values()
        for one in placed(of_poll, lambda one: one.value)
    }
    for poll_id, *_said in polls:
        if poll_id not in added:
            places |= _counted(snapshot, poll_id)
    return places


def _counted(snapshot: Snapshot, poll_id: int) -> dict[int, PollPlace]:
    row = poll_in(snapshot, poll_id)
    results = ranked(ballots_in(snapshot, row), row.ordered_by, smallest_of(row)).results
    places = {one.option_id: PollPlace(one.rank, one.tied, len(results)) for one in results}
    folds = folds_in(snapshot, poll_id)
    return places | {key: places[shown] for key, shown in folds.items()}
