"""What can be asked about polls at any time: what is voted on, who may vote, who has voted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import ScalarSelect, func, select

from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.polls.stages import VOTE
from kdc_desktop.domain.polls.states import Channel, Order, PollState, PollSubject, Secrecy, VotesBy
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.i18n import listed, ngettext
from kdc_desktop.instants import Instant
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.polls import BallotPaper, Criterion, Elector, Option, Poll, PollUrn
from kdc_desktop.services.board.apart import titles_of
from kdc_desktop.services.polls.electors import VOTES, electors_in
from kdc_desktop.services.polls.rows import ChoiceRow, OptionRow, PollRow
from kdc_desktop.services.polls.slip_counts import slip_count_in
from kdc_desktop.services.polls.urns import look_into_urn, numbers_by_channel
from kdc_desktop.services.sessions.questions import agenda_of
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

_ON_BOARD = (Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
_INSIDE = select(func.count()).where(Idea.cluster_id == Cluster.id, *_ON_BOARD).correlate(Cluster)
_CLUSTERS = Quick(
    select(Cluster.id, Cluster.name, _INSIDE.scalar_subquery(), Cluster.board_id)
    .where(Cluster.session_id == value("session"))
    .order_by(Cluster.number, Cluster.id)
)
_IDEAS = Quick(
    select(Idea.id, Idea.text, func.coalesce(Cluster.name, ""), Idea.board_id)
    .outerjoin(Cluster, Cluster.id == Idea.cluster_id)
    .where(Idea.session_id == value("session"), *_ON_BOARD)
    .order_by(Idea.id)
)
_OPTIONS = Quick(
    select(
        Option.id,
        Option.place_in_order,
        Option.title,
        Option.idea_id,
        Option.cluster_id,
        Option.counted_with,
        Option.cost,
    )
    .where(Option.poll_id == value("poll"))
    .order_by(Option.place_in_order, Option.id)
)
_CRITERIA = Quick(
    select(Criterion.number, Criterion.name, Criterion.weight)
    .where(Criterion.poll_id == value("poll"))
    .order_by(Criterion.number)
)


class _Said(NamedTuple):
    """What a poll says of itself, by the names of its columns."""

    id: int
    session_id: int
    question: str
    method: str
    rule: str
    ordered_by: Order
    marks_each: int
    stacking: bool
    most_on_one: int
    lowest: int
    highest: int
    total: int
    votes_by: VotesBy
    round_of: int | None
    secrecy: Secrecy
    subject: PollSubject
    smallest_group: int
    state: PollState
    hands_people: int
    created_at: Instant
    opened_at: Instant | None
    closed_at: Instant | None
    revealed_at: Instant | None
    paused_at: Instant | None
    closes_at: Instant | None
    voided_at: Instant | None

    @property
    def terms(self) -> Terms:
        """Its limits."""
        most = self.most_on_one if self.stacking else 1
        limits = (self.marks_each, most, self.lowest, self.highest, self.total)
        return Terms((), *limits)


_ELECTORATE = (
    select(VOTES).where(Elector.poll_id == Poll.id, ~Elector.gone).correlate(Poll).scalar_subquery()
)


def _number(table: type[Option | BallotPaper]) -> ScalarSelect[int]:
    of_poll = select(func.count()).select_from(table).where(table.poll_id == Poll.id)
    return of_poll.correlate(Poll).scalar_subquery()


_WHOLE = (
    select(
        *(getattr(Poll, name) for name in _Said._fields),
        PollUrn.key,
        *(_number(Option), _ELECTORATE, _number(BallotPaper)),
    )
    .outerjoin(PollUrn, PollUrn.poll_id == Poll.id)
    .order_by(Poll.id)
)
_POLLS = Quick(_WHOLE.where(Poll.session_id == value("session"), Poll.trashed_at.is_(None)))
_POLL = Quick(_WHOLE.where(Poll.id == value("poll")))


def polls(database: Database, session_id: int) -> list[PollRow]:
    """The polls of a session, the oldest first."""
    with database.read() as snapshot:
        found = _POLLS.rows(snapshot, session=session_id)
        return [_poll_row(snapshot, row) for row in found]


def poll(database: Database, poll_id: int) -> PollRow:
    """One poll; LookupError when there is none."""
    with database.read() as snapshot:
        return poll_in(snapshot, poll_id)


def question_of_stage(database: Database, session_id: int, stage_id: int | None) -> str:
    """What the room is asked in a stage: its prompt; empty where nothing is asked.

    Where it is no stage for voting, that of the next one in which nothing has been voted on yet.
    """
    with database.read() as snapshot:
        voting = [stage for stage in agenda_of(snapshot, session_id) if stage.kind == VOTE.key]
        asked = set(snapshot.scalars(select(Poll.stage_id).where(Poll.session_id == session_id)))
    here = (stage for stage in voting if stage.id == stage_id)
    open_ones = (stage for stage in voting if stage.id not in asked)
    found = next(here, None) or next(open_ones, None)
    return shortened(on_one_line(found.prompt), LINE) if found else ""


def options(database: Database, poll_id: int) -> list[OptionRow]:
    """The options in the order of the paper."""
    with database.read() as snapshot:
        return options_in(snapshot, poll_id)


def choices(database: Database, session_id: int, subject: PollSubject) -> list[ChoiceRow]:
    """The ideas or clusters of a session that a poll can be about, in the order of the board."""
    if subject is PollSubject.WRITTEN:
        return []
    with database.read() as snapshot:
        if subject == PollSubject.CLUSTERS:
            return _clusters(snapshot, session_id)
        return _ideas(snapshot, session_id)


def has_ideas(database: Database, session_id: int) -> bool:
    """Whether there is an idea on a board of the session that a poll can be about."""
    there = select(Idea.id).where(Idea.session_id == session_id, *_ON_BOARD).limit(1)
    with database.read() as snapshot:
        return snapshot.scalar(there) is not None


def turnout(database: Database, poll_id: int) -> Turnout:
    """How many have voted, by channel."""
    with database.read() as snapshot:
        return turnout_in(snapshot, poll_id)


def short_question(database: Database, poll_id: int) -> str:
    """What a poll asks, short enough for a line of the history."""
    with database.read() as snapshot:
        return shortened(snapshot.get_one(Poll, poll_id).question)


def polls_of(database: Database, option_ids: Collection[int]) -> list[int]:
    """The polls that these options are of."""
    found = select(Option.poll_id).where(Option.id.in_(option_ids)).distinct()
    with database.read() as snapshot:
        return list(snapshot.scalars(found.order_by(Option.poll_id)))


def poll_in(snapshot: Snapshot, poll_id: int) -> PollRow:
    """`poll` within a snapshot."""
    found = _POLL.rows(snapshot, poll=poll_id)
    if not found:
        raise LookupError(f"no poll {poll_id}")
    return _poll_row(snapshot, found[0])


def _poll_row(snapshot: Snapshot, found: tuple[Any, ...]) -> PollRow:
    *said, key, options, electors, papers = found
    poll, elsewhere = _Said(*said), None
    if poll.state == PollState.OPEN and poll.secrecy != Secrecy.NAMED:
        papers, elsewhere = look_into_urn(snapshot, key)
    return PollRow(
        id=poll.id,
        session_id=poll.session_id,
        question=poll.question,
        method=poll.method,
        rule=poll.rule,
        ordered_by=poll.ordered_by,
        terms=poll.terms,
        votes_by=poll.votes_by,
        round_of=poll.round_of,
        secrecy=poll.secrecy,
        subject=poll.subject,
        smallest_group=poll.smallest_group,
        state=poll.state,
        revealed=poll.revealed_at is not None,
        options=options,
        electorate=electors,
        papers=papers,
        voted=papers + poll.hands_people,
        created_at=poll.created_at,
        opened_at=poll.opened_at,
        closed_at=poll.closed_at,
        revealed_at=poll.revealed_at,
        paused_at=poll.paused_at,
        closes_at=poll.closes_at,
        voided_at=poll.voided_at,
        elsewhere=elsewhere,
    )


def options_in(snapshot: Snapshot, poll_id: int) -> list[OptionRow]:
    """`options` within a snapshot."""
    return [OptionRow(*row) for row in _OPTIONS.rows(snapshot, poll=poll_id)]


def terms_in(snapshot: Snapshot, row: PollRow) -> Terms:
    """What a poll asks and by which limits, with its options and criteria."""
    given = tuple(PollChoice(one.id, one.title, one.cost) for one in options_in(snapshot, row.id))
    criteria = tuple(CriterionTerms(*said) for said in _CRITERIA.rows(snapshot, poll=row.id))
    return replace(row.terms, options=given, criteria=criteria)


def terms(database: Database, poll_id: int) -> Terms:
    """The same, by the poll's id."""
    with database.read() as snapshot:
        return terms_in(snapshot, poll_in(snapshot, poll_id))


def turnout_in(snapshot: Snapshot, poll_id: int) -> Turnout:
    """`turnout` within a snapshot."""
    channels = numbers_by_channel(snapshot, poll_id)
    people = snapshot.scalar(select(Poll.hands_people).where(Poll.id == poll_id)) or 0
    electors = electors_in(snapshot, poll_id)
    slips = slip_count_in(snapshot, poll_id, channels[Channel.SLIP])
    by_slip = channels[Channel.SLIP] - slips.missing
    cast = channels[Channel.KIOSK], channels[Channel.BY_HAND]
    return Turnout(*cast, people, electors, by_slip, slips)


def _clusters(snapshot: Snapshot, session_id: int) -> list[ChoiceRow]:
    rows = [
        (key, name, ngettext("{count} idea", "{count} ideas", ideas), board_id)
        for key, name, ideas, board_id in _CLUSTERS.rows(snapshot, session=session_id)
    ]
    return _by_board(snapshot, session_id, rows)


def _ideas(snapshot: Snapshot, session_id: int) -> list[ChoiceRow]:
    return _by_board(snapshot, session_id, _IDEAS.rows(snapshot, session=session_id))


def _by_board(
    snapshot: Snapshot, session_id: int, rows: Iterable[Sequence[Any]]
) -> list[ChoiceRow]:
    """What is offered, one board after the other; where there are several, each is named."""
    titles = titles_of(snapshot, session_id)
    if not titles:
        return [ChoiceRow(*row) for row in rows]
    order = {board_id: at for at, board_id in enumerate(titles)}
    return [
        ChoiceRow(key, title, listed(filter(None, (detail, titles.get(board_id)))), board_id)
        for key, title, detail, board_id in sorted(rows, key=lambda row: order.get(row[3], 0))
    ]
