"""Which place each option came to, of many polls at once, where that has been revealed."""

from sqlalchemy import func, select

from kdc_desktop.domain.polls.ranking import PollPlace, placings
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.model.polls import BallotMark, HandCount, Option, Poll
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.polls.folding import folds_in
from kdc_desktop.services.polls.results import count
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

_IS_SHOWN = (
    Poll.state == PollState.CLOSED,
    Poll.revealed_at.is_not(None),
    Poll.trashed_at.is_(None),
)
_MARKS = (
    select(func.sum(BallotMark.marks)).where(BallotMark.option_id == Option.id).scalar_subquery()
)
_HANDS = select(func.sum(HandCount.hands)).where(HandCount.option_id == Option.id).scalar_subquery()
_TOTALS = (
    select(Option.poll_id, Option.id, func.coalesce(_MARKS, 0) + func.coalesce(_HANDS, 0))
    .join(Poll, Poll.id == Option.poll_id)
    .join(Session, Session.id == Poll.session_id)
    .where(*_IS_SHOWN)
)
_FOLDED = Quick(
    select(Option.poll_id)
    .where(Option.counted_with.is_not(None))
    .distinct()
    .order_by(Option.poll_id)
)
_OF_ALL = Quick(_TOTALS.where(Session.trashed_at.is_(None)))
_OF_ONE = Quick(_TOTALS.where(Session.id == value("session")))


def placings_of(snapshot: Snapshot, session_id: int | None) -> dict[int, PollPlace]:
    """By option, of the revealed polls of a session, or of all that are not in the trash.

    It is the place by the total of marks and hands, as a result is read out. Options that are
    counted as one have one place.
    """
    rows = (
        _OF_ALL.rows(snapshot) if session_id is None else _OF_ONE.rows(snapshot, session=session_id)
    )
    totals: dict[int, dict[int, int]] = {}
    for poll_id, option_id, total in rows:
        totals.setdefault(poll_id, {})[option_id] = total
    folds = {key: folds_in(snapshot, key) for (key,) in _FOLDED.rows(snapshot) if key in totals}
    for poll_id in folds:
        tally = count(snapshot, poll_id, list(totals[poll_id]))
        totals[poll_id] = {key: tally.total(key) for key in tally.option_ids}
    places = {key: one for of_poll in totals.values() for key, one in placings(of_poll).items()}
    return places | {key: places[shown] for some in folds.values() for key, shown in some.items()}
