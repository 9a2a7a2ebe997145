"""Which place each option came to, of many polls at once, where that has been revealed."""

from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, case, func, select

from kdc_desktop.domain.polls.giving import Giving
from kdc_desktop.domain.polls.hiding import few_of
from kdc_desktop.domain.polls.method import Placed
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import placed
from kdc_desktop.domain.polls.ranking import PollPlace
from kdc_desktop.domain.polls.states import Order, PollState, Secrecy
from kdc_desktop.domain.polls.sums import places_of_sums, told_sums
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.instants import Instant
from kdc_desktop.model.polls import BallotMark, BallotPaper, HandCount, Option, Poll
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.polls.folding import folds_in
from kdc_desktop.services.polls.questions import poll_in
from kdc_desktop.services.polls.told import told_of
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
_PAPERS = (
    select(func.count()).where(BallotPaper.poll_id == Poll.id).correlate(Poll).scalar_subquery()
)


class _Shown(NamedTuple):
    """A revealed poll, and whether an option of it is counted with another."""

    id: int
    session_id: int
    revealed_at: Instant
    method: str
    ordered_by: Order
    secrecy: Secrecy
    smallest_group: int
    marks_each: int
    most_on_one: int
    folded: bool
    papers: int

    @property
    def is_added_up(self) -> bool:
        """Whether sums of the file are its result."""
        adds_up = isinstance(method_of(self.method), Giving)
        return adds_up and self.ordered_by is Order.TOTAL and not self.folded


_POLLS = (
    select(
        Poll.id,
        Poll.session_id,
        Poll.revealed_at,
        Poll.method,
        Poll.ordered_by,
        Poll.secrecy,
        Poll.smallest_group,
        Poll.marks_each,
        case((Poll.stacking, Poll.most_on_one), else_=1),
        _FOLDED,
        _PAPERS,
    )
    .join(Session, Session.id == Poll.session_id)
    .where(*_IS_SHOWN)
    .order_by(Poll.id)
)
_OF_ALL = Quick(_POLLS.where(Session.trashed_at.is_(None)))
_OF_ONE = Quick(_POLLS.where(Session.id == value("session")))
_TOTALS = (
    select(Option.poll_id, Option.id, func.coalesce(_MARKS, 0), func.coalesce(_HANDS, 0))
    .join(Poll, Poll.id == Option.poll_id)
    .join(Session, Session.id == Poll.session_id)
    .where(*_IS_SHOWN)
)
_TOTALS_OF_ALL = Quick(_TOTALS.where(Session.trashed_at.is_(None)))
_TOTALS_OF_ONE = Quick(_TOTALS.where(Session.id == value("session")))
_TOLD = Quick(
    select(Poll.session_id, Poll.id, Poll.revealed_at)
    .where(Poll.revealed_at.is_not(None))
    .order_by(Poll.id)
)
_Sums = dict[int, int]
_Told = list[tuple[int, Instant]]
"""The polls of a session that the room has seen the result of, and when."""


class _Counted(NamedTuple):
    """The places of a poll, and what they were counted from: as long as that stays they do."""

    poll: _Shown
    sums: tuple[_Sums, _Sums]
    told: _Told
    places: dict[int, PollPlace]


_KNOWN: WeakKeyDictionary[Engine, dict[int, _Counted]] = WeakKeyDictionary()
"""Of each club that is open, by poll: what was revealed is counted once."""


def placings_of(snapshot: Snapshot, session_id: int | None) -> dict[int, PollPlace]:
    """By option, of the revealed polls of a session, or of all that are not in the trash.

    It is the place that was announced; of a poll of too few papers there is none. Options that are
    counted as one have one place. Where marks are only added up, the file does it for all polls at
    once; others are counted when first asked for, and kept until something of them changes.
    """
    if session_id is None:
        polls, totals = _OF_ALL.rows(snapshot), _TOTALS_OF_ALL.rows(snapshot)
    else:
        polls = _OF_ONE.rows(snapshot, session=session_id)
        totals = _TOTALS_OF_ONE.rows(snapshot, session=session_id)
    sums: dict[int, tuple[_Sums, _Sums]] = {}
    for poll_id, option_id, marks, hands in totals:
        given, raised = sums.setdefault(poll_id, ({}, {}))
        given[option_id], raised[option_id] = marks, hands
    places: dict[int, PollPlace] = {}
    shown = [_Shown._make(row) for row in polls]
    told = {} if all(poll.is_added_up for poll in shown) else _told_in(snapshot)
    for poll in shown:
        found = sums.get(poll.id, ({}, {}))
        if poll.is_added_up:
            places |= _added_up(poll, *found)
        else:
            places |= _once(snapshot, poll, found, told[poll.session_id])
    return places


def _told_in(snapshot: Snapshot) -> dict[int, _Told]:
    """By session."""
    told: dict[int, _Told] = {}
    for session_id, poll_id, at in _TOLD.rows(snapshot):
        told.setdefault(session_id, []).append((poll_id, at))
    return told


def _once(
    snapshot: Snapshot, poll: _Shown, sums: tuple[_Sums, _Sums], told: _Told
) -> dict[int, PollPlace]:
    """Counted from its papers, unless they are known from the same ones."""
    known = _KNOWN.setdefault(snapshot.connection().engine, {})
    found = known.get(poll.id)
    if found is None or found[:3] != (poll, sums, told):
        found = _Counted(poll, sums, told, _counted(snapshot, poll.id))
        known[poll.id] = found
    return found.places


def _added_up(poll: _Shown, given: _Sums, hands: _Sums) -> dict[int, PollPlace]:
    """The places by these sums of marks and hands, as far as they are told."""
    hides = poll.secrecy is not Secrecy.NAMED and poll.papers
    if hides and poll.papers < poll.smallest_group:
        return {}
    method, terms = method_of(poll.method), Terms((), poll.marks_each, poll.most_on_one)
    assert isinstance(method, Giving)
    few = few_of(poll.smallest_group) if hides else 0
    sums = told_sums(given, poll.papers, method.one_paper(terms), few)
    order = places_of_sums(sums, given, hands)
    rows = [Placed(key, 0, False, False, None) for key in given]
    found = placed(rows, lambda one: order[one.option_id])
    return {one.option_id: PollPlace(one.place, one.tied, len(found)) for one in found}


def _counted(snapshot: Snapshot, poll_id: int) -> dict[int, PollPlace]:
    results = told_of(snapshot, poll_in(snapshot, poll_id)).results
    places = {
        one.option_id: PollPlace(one.rank, one.tied, len(results))
        for one in results
        if one.is_placed
    }
    folds = folds_in(snapshot, poll_id)
    return places | {key: places[shown] for key, shown in folds.items() if shown in places}
